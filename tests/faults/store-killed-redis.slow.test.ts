import { describeKilledRedis } from './store-killed-redis.ts';

describeKilledRedis(50);

import { afterAll, beforeAll, describe, it } from 'vitest';
import { redisBackend } from '../contract/redis-backend.ts';
import { describeStore } from '../contract/store-contract.ts';
import { type RedisCluster, startRedisCluster } from '../support/redis-cluster.ts';
import { expectToSurvive } from './store-failover.ts';

describe('a Redis Cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster?.stop());

  describeStore('the Redis store on it', () => redisBackend(cluster.url));

  it('loses and doubles nothing when a master is killed', async () => {
    await expectToSurvive({ url: cluster.url }, async () => {
      const [first] = cluster.masters;
      await first?.kill();
      await new Promise(resolve => setTimeout(resolve, 5_000));
      await first?.start();
    });
  });

  it('loses and doubles nothing when a master hangs and comes back', async () => {
    await expectToSurvive({ url: cluster.url }, async () => {
      const second = cluster.masters[1];
      second?.pause();
      await new Promise(resolve => setTimeout(resolve, 6_000));
      second?.resume();
    });
  });
});

import { describeKilledEmbedded } from './store-killed-embedded.ts';

describeKilledEmbedded(50);

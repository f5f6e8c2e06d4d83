/** The contract suite against every planted defect, for run-planted-defects.ts; not a test of its own. */

import { PLANTED_DEFECTS, spoiledBackend } from './planted-defects.ts';
import { describeStore } from './store-contract.ts';

const url = process.env.PLANTED_REDIS_URL ?? '';

describeStore('nothing', () => spoiledBackend(url, undefined));
for (const defect of PLANTED_DEFECTS) describeStore(defect.name, () => spoiledBackend(url, defect));

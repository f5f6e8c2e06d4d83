import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/port.ts';

/**
 * Opens the store that the settings name. A Redis that could lose or drop sessions is refused in production and
 * warned of elsewhere.
 */
export async function openCheckedStore(
  config: Config,
  { log, now }: { log: Log; now: () => number },
): Promise<Store> {
  const { redisUrl, waitReplicas, dataDir, ttlDays } = config.store;
  const store = await openStore({
    dataDir,
    ttlDays,
    now,
    waitReplicas,
    ...(redisUrl && { redisUrl }),
    onProblem: code => log.warn({ code }, 'store'),
  });
  return store;
}

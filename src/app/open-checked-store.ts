import { type Config, ConfigProblem } from '../config.ts';
import type { Log } from '../log.ts';
import { openStore } from '../store/open-store.ts';
import { type Store, StoreUnavailable } from '../store/port.ts';
import type { RedisFinding } from '../store/redis/inspect-redis.ts';
import { tellOfStore } from './tell-of-store.ts';

/**
 * Opens the store that the settings name. A Redis that could lose or drop conversations is refused in production
 * (ConfigProblem) and warned of elsewhere.
 */
export async function openCheckedStore(
  config: Config,
  { log, now }: { log: Log; now: () => number },
): Promise<Store> {
  const { redisUrl } = config.store;
  if (redisUrl) await checkRedis(redisUrl, config.mode, log);
  return openStore({
    ...config.store,
    now,
    onProblem: tellOfStore(log, endInOrder),
  });
}

/** As a service manager ends it, but with a code by which that one starts it again. */
function endInOrder(): void {
  process.exitCode = 1;
  process.kill(process.pid, 'SIGTERM');
}

async function checkRedis(url: string, mode: Config['mode'], log: Log): Promise<void> {
  const problems = await redisProblems(url);
  if (problems.length > 0 && mode === 'production') throw new ConfigProblem(problems);
  for (const problem of problems) log.warn({ problem }, 'redis');
}

async function redisProblems(url: string): Promise<string[]> {
  // Loaded only with Redis: the embedded store needs none of its client.
  const { inspectRedis } = await import('../store/redis/inspect-redis.ts');
  try {
    return (await inspectRedis(url)).map(advice);
  } catch (error) {
    if (error instanceof StoreUnavailable)
      return ['REDIS_URL: Redis does not answer, so it cannot be checked'];
    throw new ConfigProblem([`REDIS_URL: ${error instanceof Error ? error.message : 'cannot be read'}`]);
  }
}

/** What is wrong, and what to do about it. */
function advice(finding: RedisFinding): string {
  switch (finding.kind) {
    case 'evicting-policy':
      return `REDIS_URL: maxmemory-policy is ${finding.policy}, which drops conversations when memory is full; set noeviction`;
    case 'no-append-only-file':
      return 'REDIS_URL: a crash of Redis would lose answers; set appendonly yes and appendfsync everysec';
    case 'too-old':
      return `REDIS_URL: Redis ${finding.version} is too old; ${finding.needed} or newer is needed`;
    case 'not-told':
      return `REDIS_URL: the server does not tell its ${finding.what}, so it cannot be checked`;
  }
}

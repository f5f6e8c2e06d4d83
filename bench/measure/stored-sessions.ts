/** One turn's time with many stored sessions against the time with a thousand, on two servers side by side. */
import type { Redis } from 'ioredis';
import type { Effort } from '../effort.ts';
import { storedName } from '../load/talk.ts';
import type { Load } from '../put-load.ts';
import { startRedis } from '../redis-process.ts';
import { type ServerCommand, type ServerProcess, startServer } from '../server-process.ts';
import { quickCheckUnderWay } from './stored-session.ts';

export interface StoredSessions {
  readonly many: number;
  /** Medians of a turn, milliseconds, one entry a round. */
  readonly p50Few: readonly number[];
  readonly p50Many: readonly number[];
  /** Bytes of Redis' memory a session, measured over the many. */
  readonly bytesEach: number;
}

const FEW = 1000;
/** Low enough that nobody waits for anybody. */
const RATE = 300;

export async function measureStoredSessions(
  { load, effort }: { load: Load; effort: Effort },
  bundle: string,
): Promise<StoredSessions> {
  const few = await filled(bundle, FEW);
  const many = await filled(bundle, effort.storedSessions);
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  const { warmMs, measureMs } = effort;
  for (let round = 0; round <= effort.rounds; round++) {
    for (const [name, side] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const job = { talk: 'status', way: 'answer', people: 16, warmMs, measureMs, rate: RATE } as const;
      const { p50, errors, firstError } = await load(side.server, { ...job, stored: side.sessions });
      if (errors > 0) throw new Error(`stored sessions: ${firstError}`);
      if (round > 0) times[name].push(p50);
    }
  }
  await Promise.all([few.stop(), many.stop()]);
  return { many: many.sessions, p50Few: times.few, p50Many: times.many, bytesEach: many.bytesEach };
}

interface Side {
  readonly server: ServerProcess;
  readonly sessions: number;
  readonly bytesEach: number;
  stop(): Promise<void>;
}

async function filled(bundle: string, sessions: number): Promise<Side> {
  const redis = await startRedis({ aof: 'no' });
  const command: ServerCommand = { file: bundle, env: { REDIS_URL: redis.url } };
  const server = await startServer(command);
  const before = await usedMemory(redis.client);
  await fill(redis.client, sessions);
  const bytesEach = ((await usedMemory(redis.client)) - before) / sessions;
  return {
    server,
    sessions,
    bytesEach,
    stop: async () => {
      await server.stop();
      await redis.stop();
    },
  };
}

const BATCH = 5000;
const LIFE_MS = 3_600_000;

async function fill(redis: Redis, sessions: number): Promise<void> {
  for (let from = 0; from < sessions; from += BATCH) {
    const pipeline = redis.pipeline();
    for (let index = from; index < Math.min(sessions, from + BATCH); index++) {
      const { key, value } = quickCheckUnderWay(storedName(index));
      pipeline.set(key, value, 'PX', LIFE_MS);
    }
    await pipeline.exec();
  }
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1]);
}

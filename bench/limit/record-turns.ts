/** Holds one quick check through our Direct Line, and keeps of each turn what it stored and what it sent. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Redis } from 'ioredis';
import { openDirectLineTalk } from '../load/direct-line-talk.ts';
import { newTalk } from '../load/talk.ts';
import { openWire } from '../load/wire.ts';
import { startRedis } from '../redis-process.ts';
import { type ServerCommand, startServer } from '../server-process.ts';

/** A turn as it was stored and sent, for the limit to replay. */
interface RecordedTurn {
  /** The whole value of the record, its version included. */
  readonly record: string;
  /** The line of the log. */
  readonly entry: string;
  /** What went over the socket. */
  readonly frame: string;
}

/** Where the limit finds the recorded turns. */
export function turnsFile(root: string): string {
  return join(root, 'bench/.built/limit/turns.json');
}

/** Records the turns and writes them where the limit finds them. `command` is our server; it gets a Redis of its own. */
export async function recordTurns(root: string, command: ServerCommand): Promise<void> {
  const redis = await startRedis();
  const server = await startServer({ ...command, env: { ...command.env, REDIS_URL: redis.url } });
  const turns = await turnsOf(server.address, redis.client);
  await server.stop();
  await redis.stop();
  const file = turnsFile(root);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(turns));
}

async function turnsOf(address: string, redis: Redis): Promise<readonly RecordedTurn[]> {
  const job = {
    address,
    talk: 'quick-check',
    way: 'direct-line',
    people: 1,
    warmMs: 0,
    measureMs: 0,
  } as const;
  const talk = newTalk(job);
  let frame = '';
  const hear = (text: string) => {
    frame = text;
    return talk.hear(text);
  };
  const wire = await openWire(address);
  const line = openDirectLineTalk(address, wire, { ...talk, hear });
  const turns: RecordedTurn[] = [];
  for (let heard = 'done'; heard !== 'finished'; ) {
    heard = await line.turn();
    turns.push({ ...(await storedNow(redis)), frame });
  }
  line.close();
  wire.close();
  return turns;
}

/** There is one conversation alone. */
async function storedNow(redis: Redis): Promise<Pick<RecordedTurn, 'record' | 'entry'>> {
  const [record = ''] = await redis.keys('pb:*:s');
  const [log = ''] = await redis.keys('pb:*:l');
  const [newest] = await redis.xrevrange(log, '+', '-', 'COUNT', 1);
  const stored = await redis.get(record);
  const entry = newest?.[1][1];
  if (stored === null || entry === undefined) throw new Error('a turn left nothing in Redis');
  return { record: stored, entry };
}

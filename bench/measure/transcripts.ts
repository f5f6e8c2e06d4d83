/** What a server holds in memory once many long transcripts have been downloaded from it, beside what it held before. */
import type { Redis } from 'ioredis';
import { nextPress, openChat } from '../../tests/support/robot.ts';
import type { Bench } from '../bench.ts';
import { startRedis } from '../redis-process.ts';
import { type ServerCommand, startServer } from '../server-process.ts';
import { linkIn } from './link-in.ts';

/** Bytes, one entry a round, each of a server started anew. */
export interface Transcripts {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Lines of the log that is downloaded. */
  readonly lines: number;
  /** Bytes of one downloaded file. */
  readonly fileBytes: number;
}

const LINES = 400;

export async function measureTranscripts({
  effort,
  commands: { ours },
}: Pick<Bench, 'effort' | 'commands'>): Promise<Transcripts> {
  const redis = await startRedis();
  const command = { ...ours, env: { ...ours.env, REDIS_URL: redis.url } };
  const { path, lines } = await longConversation(command, redis.client);
  const before: number[] = [];
  const after: number[] = [];
  let fileBytes = 0;
  for (let round = 0; round < effort.rounds; round++) {
    const server = await startServer(command);
    // One turn and the page: what any server holds that has been used.
    await openChat(server.address);
    before.push(server.rss());
    for (let file = 0; file < effort.transcripts; file++) fileBytes = await download(server.address + path);
    after.push(server.rss());
    await server.stop();
  }
  await redis.stop();
  return { before, after, lines, fileBytes };
}

async function download(link: string): Promise<number> {
  const response = await fetch(link);
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`a transcript was answered ${response.status}`);
  return byteLength;
}

/** A whole quick check, whose lines are then repeated in its log: pressing 400 times would take minutes of the limit. */
async function longConversation(command: ServerCommand, redis: Redis) {
  const server = await startServer(command);
  const robot = await openChat(server.address);
  for (let press = nextPress(await robot.everything()); press; press = nextPress(await robot.everything()))
    await robot.send(press);
  const link = await linkIn(robot, server.address, 'conversation.html');
  const lines = await lengthen(redis);
  await server.stop();
  return { path: link.replace(server.address, ''), lines };
}

async function lengthen(redis: Redis): Promise<number> {
  const [log = ''] = await redis.keys('pb:*:l');
  const held = await redis.xrange(log, '-', '+');
  for (let count = held.length; count < LINES; count++)
    await redis.xadd(log, '*', ...(held[count % held.length]?.[1] ?? []));
  return redis.xlen(log);
}

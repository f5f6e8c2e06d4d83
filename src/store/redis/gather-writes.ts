import { Cluster } from 'ioredis';
import type { RedisConnection } from './connection.ts';

/**
 * Sends what is written to Redis from here on, until all sockets that have something to read at this moment have been
 * read, in one piece: a system call costs more than all else about a command. Nothing waits when nothing else is there.
 */
export function gatherWrites(redis: RedisConnection): void {
  // Of a cluster's connections the library alone knows which one a command goes to.
  if (redis instanceof Cluster) return;
  const { stream } = redis;
  // There is none before the first connection.
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}

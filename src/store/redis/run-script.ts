import { createHash } from 'node:crypto';
import type { RedisConnection } from './connection.ts';

export interface Script {
  readonly source: string;
  readonly sha: string;
}

export interface ScriptCall {
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

export function script(source: string): Script {
  return { source, sha: createHash('sha1').update(source).digest('hex') };
}

/** Runs a script by its hash; a server that does not know it (new, restarted, promoted) is given the source. */
export async function runScript(
  redis: RedisConnection,
  { source, sha }: Script,
  { keys, args }: ScriptCall,
): Promise<unknown> {
  try {
    return await redis.evalsha(sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!isUnknownScript(error)) throw error;
    return await redis.eval(source, keys.length, ...keys, ...args);
  }
}

/** Tells that the server was never given the script: it has done nothing. */
export function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}

/** A Redis as in production (append-only file, synced every second), on the core that the server does not have. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../tests/support/free-port.ts';
import { OTHER_CORE, onCore } from './cores.ts';

export interface RedisProcess {
  readonly url: string;
  readonly client: Redis;
  stop(): Promise<void>;
}

export async function startRedis({ aof = 'yes' }: { aof?: 'yes' | 'no' } = {}): Promise<RedisProcess> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'bench-redis-'));
  const settings = {
    port,
    dir: folder,
    bind: '127.0.0.1',
    appendonly: aof,
    appendfsync: 'everysec',
    save: '',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const [command, args] = onCore(OTHER_CORE, ['redis-server', ...options]);
  const child = spawn(command, args, { stdio: 'ignore' });
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const client = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url: `redis://127.0.0.1:${port}`,
    client,
    stop: async () => {
      client.disconnect();
      process.off('exit', endWithUs);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

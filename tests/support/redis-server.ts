import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

type Lines = readonly (readonly [name: string, value: string])[];

export interface RedisServerOptions {
  readonly aof?: 'on' | 'off';
  /** Lines of redis.conf beside the usual ones, or instead of them. */
  readonly config?: Lines;
  /** Run as a Sentinel. */
  readonly sentinel?: 'yes';
  readonly port?: number;
}

/** A real redis-server on loopback, in a folder of its own, ended by its own process id. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder. */
  start(): Promise<void>;
  /** SIGSTOP: it neither answers nor closes. */
  pause(): void;
  resume(): void;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export async function startRedisServer(options: RedisServerOptions = {}): Promise<RedisServer> {
  const port = options.port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const configFile = join(folder, 'redis.conf');
  writeFileSync(configFile, configText(port, folder, options));
  let running = await launch(configFile, port, options);
  const kill = async () => {
    const ended = new Promise(resolve => running.once('exit', resolve));
    const alive = running.exitCode === null && running.signalCode === null;
    if (alive) running.kill('SIGKILL');
    if (alive) await ended;
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill,
    start: async () => {
      running = await launch(configFile, port, options);
    },
    pause: () => void running.kill('SIGSTOP'),
    resume: () => void running.kill('SIGCONT'),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What is asked for stands alone: of two lines that name the same setting, Redis would take the later one. */
function configText(
  port: number,
  folder: string,
  { aof = 'off', config = [], sentinel }: RedisServerOptions,
): string {
  const data: Lines = [
    ['save', '""'],
    ['appendonly', aof === 'on' ? 'yes' : 'no'],
    ['appendfsync', 'everysec'],
  ];
  const usual: Lines = [
    ['bind', '127.0.0.1'],
    ['port', String(port)],
    ['dir', folder],
    ['logfile', join(folder, 'redis.log')],
    ...(sentinel ? [] : data),
  ];
  const asked = new Set(config.map(([name]) => name));
  const lines = [...usual.filter(([name]) => !asked.has(name)), ...config];
  return lines.map(([name, value]) => `${name} ${value}\n`).join('');
}

async function launch(
  configFile: string,
  port: number,
  { sentinel }: RedisServerOptions,
): Promise<ChildProcess> {
  const child = spawn('redis-server', [configFile, ...(sentinel ? ['--sentinel'] : [])], { stdio: 'ignore' });
  endWithUs(child);
  await untilItAnswers(port, child);
  return child;
}

/** A test run that dies, however it does, takes its servers along: the guard's input ends with our process. */
function endWithUs(child: ChildProcess): void {
  const guard = spawn('sh', ['-c', `read line || kill -9 ${child.pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.stdin.on('error', () => undefined);
  child.once('exit', () => guard.stdin.end('ended\n'));
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  const redis = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 20 });
  redis.on('error', () => undefined);
  const died = new Promise<never>((_, reject) => {
    child.once('exit', code => reject(new Error(`redis-server ended with ${code}`)));
    child.once('error', reject);
  });
  died.catch(() => undefined);
  try {
    await Promise.race([redis.ping(), died]);
  } finally {
    redis.disconnect();
  }
}

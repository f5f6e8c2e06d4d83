import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built server in a process of its own, as `npm start` runs it, on a free port with a store of its own. */
export interface BuiltServer {
  /** Without a trailing slash; the same after a restart. */
  readonly address: string;
  /** The lines of its log before it listened, the first time. */
  readonly saidFirst: readonly string[];
  /** Ends the process as a service manager does; what was said stays in the store. */
  stop(): Promise<void>;
  /** Sends the process a signal without waiting for what comes of it. */
  signal(name: NodeJS.Signals): void;
  /** Its files may not grow beyond so many bytes any more: what is written past that fails. */
  limitFiles(bytes: number): void;
  /** The exit code, once it has ended; null after a signal that it did not handle. */
  ended(): Promise<number | null>;
  /** kill -9: nothing is tidied up. */
  kill(): Promise<void>;
  /** Starts again on the same port with the same store. */
  start(): Promise<void>;
  /** Ends the process and removes the store. */
  remove(): Promise<void>;
}

export async function builtServer(
  settings: Readonly<Record<string, string>> = {},
  { node = process.execPath, folder = process.cwd() }: { node?: string; folder?: string } = {},
): Promise<BuiltServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porrasbotti-e2e-'));
  const launch = (port: string) =>
    launchServer({ node, folder }, { DATA_DIR: dataDir, ...settings, PORT: port });
  const first = await launch('0');
  let { server, address } = first;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const stop = () => end('SIGTERM');
  return {
    address,
    saidFirst: first.said,
    stop,
    signal: name => void server.kill(name),
    limitFiles: bytes => void execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}`]),
    ended: async () => {
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      return server.exitCode;
    },
    kill: () => end('SIGKILL'),
    start: async () => {
      ({ server, address } = await launch(new URL(address).port));
    },
    remove: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Launched {
  readonly said: readonly string[];
  readonly server: ChildProcess;
  readonly address: string;
}

async function launchServer(
  { node, folder }: { node: string; folder: string },
  settings: Readonly<Record<string, string>>,
): Promise<Launched> {
  const server = spawn(node, ['scripts/start.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+$/.exec(line)?.[0];
    if (address) return { server, address, said };
    said.push(line);
  }
  throw new Error(`The server ended before it listened, with ${server.exitCode}`);
}

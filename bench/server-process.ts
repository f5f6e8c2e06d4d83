/** A server in a process of its own, pinned to the server's core, ended by its own process id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { onCore, SERVER_CORE } from './cores.ts';

export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds of processor time used so far. */
  cpuMs(): number;
  /** Bytes of memory it holds. */
  rss(): number;
  /** Ends it by its own process id; at once, unless it is asked to end by itself. */
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface ServerCommand {
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly nodeOptions?: readonly string[];
}

/** Resolves when the server has printed its address. */
export async function startServer({
  file,
  env = {},
  cwd,
  nodeOptions = [],
}: ServerCommand): Promise<ServerProcess> {
  const [command, args] = onCore(SERVER_CORE, [process.execPath, ...nodeOptions, file]);
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const address = await addressPrinted(child);
  const pid = child.pid ?? 0;
  return {
    address,
    pid,
    cpuMs: () => cpuMs(pid),
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    stop: async (signal = 'SIGKILL') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function addressPrinted(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const address = /http:\/\/\S+$/.exec(line)?.[0];
    if (address) return address.replace('localhost', '127.0.0.1');
  }
  throw new Error(`a server ended before it listened, with ${child.exitCode}`);
}

/** The kernel counts in hundredths of a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Runs one load process on the other core and reads its report. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { OTHER_CORE, onCore } from './cores.ts';
import { type Job, parseReport, type Report } from './load/job.ts';
import type { ServerProcess } from './server-process.ts';

export interface Measured extends Report {
  /** Microseconds of the server's processor time a turn. */
  readonly cpuMicros: number;
}

export type Load = (
  server: Pick<ServerProcess, 'address' | 'cpuMs'>,
  job: Omit<Job, 'address'>,
) => Promise<Measured>;

/** `file` is the bundled load process. */
export function loadFrom(file: string): Load {
  return async (server, job) => {
    const [command, args] = onCore(OTHER_CORE, [
      process.execPath,
      file,
      JSON.stringify({ address: server.address, ...job }),
    ]);
    const before = server.cpuMs();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const endWithUs = () => void child.kill('SIGKILL');
    process.once('exit', endWithUs);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = await once(child, 'close');
    process.off('exit', endWithUs);
    if (code !== 0) throw new Error(`the load process ended with ${code}`);
    const report = parseReport(Buffer.concat(chunks).toString('utf8'));
    return { ...report, cpuMicros: ((server.cpuMs() - before) * 1000) / Math.max(report.turnsInAll, 1) };
  };
}

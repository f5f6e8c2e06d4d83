import { spawn } from 'node:child_process';

/**
 * Runs shell commands, by name, side by side; prints each one's output only if it failed, and a line with its time.
 * Resolves to whether all of them succeeded.
 */
export async function runSteps(steps: Readonly<Record<string, string>>): Promise<boolean> {
  const outcomes = await Promise.all(Object.entries(steps).map(([name, command]) => runStep(name, command)));
  return outcomes.every(Boolean);
}

function runStep(name: string, command: string): Promise<boolean> {
  const started = Date.now();
  const chunks: Buffer[] = [];
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise(resolve => {
    child.on('close', code => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(Buffer.concat(chunks));
      resolve(code === 0);
    });
  });
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface SecondProcess {
  /** Waits for what it says last, having told it that nothing more comes. */
  lastWord(): Promise<string>;
}

/** Runs a script as a process of its own, the arguments as JSON; resolves when it has said its first line. */
export async function startSecondProcess(script: URL, args: readonly unknown[]): Promise<SecondProcess> {
  const texts = args.map(arg => JSON.stringify(arg));
  const child = spawn(process.execPath, ['--import', 'tsx', script.pathname, ...texts], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return {
    lastWord: async () => {
      child.stdin.end();
      return String((await lines.next()).value);
    },
  };
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ConversationKey } from '../../src/store/port.ts';
import type { StoreAddress } from './backend.ts';

export interface ContendingProcess {
  /** Ends it and tells how often it has added one. */
  end(): Promise<number>;
}

/** Starts a second process that adds to the conversation's counter; resolves when it is at it. */
export async function startContendingProcess(
  address: StoreAddress,
  key: ConversationKey,
): Promise<ContendingProcess> {
  const script = new URL('./other-process.ts', import.meta.url).pathname;
  const args = ['--import', 'tsx', script, JSON.stringify(address), JSON.stringify(key)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return {
    end: async () => {
      child.stdin.end();
      return Number((await lines.next()).value);
    },
  };
}

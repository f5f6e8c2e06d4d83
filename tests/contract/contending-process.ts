import type { ConversationKey } from '../../src/store/port.ts';
import type { StoreAddress } from './backend.ts';
import { startSecondProcess } from './second-process.ts';

export interface ContendingProcess {
  /** Ends it and tells how often it has added one. */
  end(): Promise<number>;
}

/** Starts a second process that adds to the conversation's counter; resolves when it is at it. */
export async function startContendingProcess(
  address: StoreAddress,
  key: ConversationKey,
): Promise<ContendingProcess> {
  const script = new URL('./other-process.ts', import.meta.url);
  const process = await startSecondProcess(script, [address, key]);
  return { end: async () => Number(await process.lastWord()) };
}

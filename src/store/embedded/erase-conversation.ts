import { StoreUnavailable } from '../port.ts';
import { rowVersion } from './row-version.ts';
import { type Conversation, lookAgain, partOfCommit, removeEntries, type Tables } from './tables.ts';

const ATTEMPTS = 10;

/** Removes the conversation as it is by then: a commit that slips in between is read and removed as well. */
export async function eraseConversation(tables: Tables, name: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    lookAgain(tables);
    const row = tables.conversations.get(name);
    if (!row || (await eraseIfStill(tables, name, row))) return;
  }
  throw new StoreUnavailable('busy');
}

/** Removes the conversation on the condition that nobody has committed since the row was read. */
export function eraseIfStill(tables: Tables, name: string, row: Conversation): Promise<boolean> {
  return tables.conversations.ifVersion(name, rowVersion(row.version), () => {
    partOfCommit(tables.conversations.remove(name));
    removeEntries(tables, name);
  });
}

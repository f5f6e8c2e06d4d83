import { type EntryId, laterId, nextEntryId } from '../entry-id.ts';

/**
 * Gives ids that grow over all conversations of the folder: one that is erased and begun anew in the same
 * millisecond must not give its old ids again.
 */
export class EntryIds {
  #last: EntryId = { ms: 0, seq: 0 };

  /** As many new ids as asked for, after `last` (the conversation's own, perhaps given by another process). */
  take(count: number, last: EntryId, now: number): readonly EntryId[] {
    const ids: EntryId[] = [];
    for (let i = 0; i < count; i++) {
      this.#last = nextEntryId(laterId(this.#last, ids.at(-1) ?? last), now);
      ids.push(this.#last);
    }
    return ids;
  }
}

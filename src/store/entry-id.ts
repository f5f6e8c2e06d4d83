/** `milliseconds-sequence`, growing within a conversation: the id of a log or outbox entry in both stores. */
export interface EntryId {
  readonly ms: number;
  readonly seq: number;
}

const ENTRY_ID = /^(\d{1,15})-(\d{1,9})$/;

/** Reads an id; undefined for anything that no store gives (a reader's watermark comes from outside). */
export function parseEntryId(id: string): EntryId | undefined {
  const [, ms, seq] = ENTRY_ID.exec(id) ?? [];
  return ms === undefined ? undefined : { ms: Number(ms), seq: Number(seq) };
}

export function formatEntryId({ ms, seq }: EntryId): string {
  return `${ms}-${seq}`;
}

/** The next id after `last`, at the time `now` (epoch ms); a clock set back does not make ids smaller. */
export function nextEntryId(last: EntryId, now: number): EntryId {
  return now > last.ms ? { ms: now, seq: 0 } : { ms: last.ms, seq: last.seq + 1 };
}

export function laterId(a: EntryId, b: EntryId): EntryId {
  return a.ms > b.ms || (a.ms === b.ms && a.seq > b.seq) ? a : b;
}

/** What a spreadsheet sent into a chat means to the conversation: answers to take over, or why there are none. */
import type { Locale } from '../conversation/locale.ts';
import type { Delivery, Turns } from '../turns/turns.ts';
import { type FetchedFile, fetchFile, type SentFile } from './sent-file.ts';
import type { ServiceHosts } from './service-hosts.ts';

type FileRead = Omit<Extract<Delivery['input'], { kind: 'file' }>, 'kind'>;

/** A spreadsheet read: its answers, or what is wrong with it, line by line, in the language asked for. */
export type ReadWorkbook =
  | ({ kind: 'read' } & FileRead)
  | { kind: 'rejected'; problems: readonly string[] }
  /** Too many are being read at this moment. */
  | { kind: 'crowded' };

export interface FileOptions {
  readonly turns: Pick<Turns, 'recall'>;
  readonly fileHosts: ServiceHosts;
  /** Reads the bytes of a spreadsheet; left out where no workbook is offered. */
  readonly workbooks?: Workbooks | undefined;
}

export interface Workbooks {
  readonly read: (bytes: Uint8Array, locale: Locale) => Promise<ReadWorkbook>;
  readonly largestBytes: number;
}

/** Problems told at a time: more do not fit on a card, and the first ones usually explain the others. */
const MOST_TOLD = 10;

/** The words that came beside the file are none of the answers. Throws StoreUnavailable. */
export async function inputOfFile(
  options: FileOptions,
  { url }: SentFile,
  { key, locale }: Pick<Delivery, 'key' | 'locale'>,
): Promise<Delivery['input']> {
  const { workbooks, fileHosts: hosts, turns } = options;
  if (!workbooks || url === undefined) return refused('not-here');
  const file: FetchedFile = await fetchFile(url, { hosts, largest: workbooks.largestBytes });
  if (file.kind !== 'fetched') return refused(file.kind);
  const session = await turns.recall(key);
  const read = await workbooks.read(file.bytes, session?.locale ?? locale);
  if (read.kind === 'read') return { ...read, kind: 'file' };
  return read.kind === 'crowded'
    ? refused('not-fetched')
    : { kind: 'file-refused', why: 'rejected', problems: read.problems.slice(0, MOST_TOLD) };
}

function refused(why: 'not-here' | 'not-fetched' | 'too-large'): Delivery['input'] {
  return { kind: 'file-refused', why, problems: [] };
}

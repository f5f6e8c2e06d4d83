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
  /** A place for a file of this conversation, before a byte of it is fetched; undefined when there is none. */
  readonly begin: (conversation: string) => FilePlace | undefined;
  readonly largestBytes: number;
}

export interface FilePlace {
  readonly read: (bytes: Uint8Array, locale: Locale) => Promise<ReadWorkbook>;
  /** Gives the place back, whatever came of the file. */
  readonly end: () => void;
}

/** Problems told at a time: more do not fit on a card, and the first ones usually explain the others. */
const MOST_TOLD = 10;

/** The words that came beside the file are none of the answers. Throws StoreUnavailable. */
export async function inputOfFile(
  options: FileOptions,
  { url }: SentFile,
  to: Pick<Delivery, 'key' | 'locale'>,
): Promise<Delivery['input']> {
  const { workbooks, fileHosts: hosts } = options;
  if (!workbooks || url === undefined) return refused('not-here');
  const place = workbooks.begin(`${to.key.channel}/${to.key.conversation}`);
  if (!place) return refused('not-fetched');
  try {
    const file = await fetchFile(url, { hosts, largest: workbooks.largestBytes });
    return file.kind === 'fetched' ? await inputOf(options, { place, file }, to) : refused(file.kind);
  } finally {
    place.end();
  }
}

async function inputOf(
  { turns }: FileOptions,
  { place, file }: { readonly place: FilePlace; readonly file: Extract<FetchedFile, { kind: 'fetched' }> },
  { key, locale }: Pick<Delivery, 'key' | 'locale'>,
): Promise<Delivery['input']> {
  const session = await turns.recall(key);
  const read = await place.read(file.bytes, session?.locale ?? locale);
  if (read.kind === 'read') return { ...read, kind: 'file' };
  return read.kind === 'crowded'
    ? refused('not-fetched')
    : { kind: 'file-refused', why: 'rejected', problems: read.problems.slice(0, MOST_TOLD) };
}

function refused(why: 'not-here' | 'not-fetched' | 'too-large'): Delivery['input'] {
  return { kind: 'file-refused', why, problems: [] };
}

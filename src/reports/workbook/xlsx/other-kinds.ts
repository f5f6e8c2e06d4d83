/** Names what a file is that is no .xlsx, by its first bytes and by the parts of its zip. */
import type { OtherKind, SpreadsheetFault } from './spreadsheet-error.ts';

/** How compound files begin: old .xls, and .xlsx with a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Before there were compound files, an .xls began with the first of its records. */
const BARE_XLS = [0x00, 0x02, 0x04, 0x08].map(version => Buffer.from([0x09, version]));
/** Names of the parts of compound files are stored in two bytes a letter. */
const STREAMS = { locked: ['EncryptedPackage'], xls: ['Workbook', 'Book'] } as const;

/** One XML file instead of a zip: .fods, and what programs called .xls in between. */
const FLAT: readonly (readonly [sign: string, OtherKind])[] = [
  ['opendocument.spreadsheet', 'ods'],
  ['Excel.Sheet', 'xls'],
  ['schemas-microsoft-com:office:spreadsheet', 'xls'],
];

/** Undefined when it may be a zip. */
export function kindWithoutZip(buffer: Buffer): OtherKind | undefined {
  const head = buffer.toString('latin1', 0, 4000).trimStart();
  const [, flat] = FLAT.find(([sign]) => head.startsWith('<?xml') && head.includes(sign)) ?? [];
  if (flat) return flat;
  if (BARE_XLS.some(start => buffer.subarray(0, start.length).equals(start))) return 'xls';
  if (!buffer.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) return undefined;
  const has = (names: readonly string[]) => names.some(name => buffer.includes(Buffer.from(name, 'utf16le')));
  if (has(STREAMS.locked)) return 'locked';
  return has(STREAMS.xls) ? 'xls' : 'locked-or-old';
}

/** What a zip without the parts of an .xlsx is. */
export function kindOfZip({ has, read }: ZipParts): SpreadsheetFault {
  if (has('xl/workbook.bin')) return 'xlsb';
  return read('mimetype')?.startsWith(OPEN_DOCUMENT) ? 'ods' : 'not-a-spreadsheet';
}

interface ZipParts {
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => string | undefined;
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.spreadsheet';

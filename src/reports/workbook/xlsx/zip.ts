/**
 * Packing text files into a zip. Each is packed as soon as it is there, so that the text of one at a time is held: as
 * a whole, the texts of a workbook are twenty times its file.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly text: string;
}

export interface PackedFile {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly size: number;
  readonly checksum: number;
}

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x800;
const DEFLATED = 8;
/** The zip format's first day, 1 January 1980: the same content gives the same bytes. */
const FIRST_DAY = (1 << 5) | 1;

/** Deflated; its size and checksum are those of the text. */
export function packFile({ name, text }: ZipFile): PackedFile {
  const plain = Buffer.from(text, 'utf8');
  return { name: Buffer.from(name), data: deflateRawSync(plain), size: plain.length, checksum: crc32(plain) };
}

/** A zip of the files, in the order given. */
export function zipOf(files: readonly PackedFile[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const local = [header(LOCAL, [fields(file)]), file.name, file.data];
    directory.push(header(CENTRAL, [word(VERSION), fields(file), Buffer.alloc(10), long(at)]), file.name);
    chunks.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = word(files.length);
  const end = header(END, [word(0), word(0), count, count, long(size), long(at), word(0)]);
  return Buffer.concat([...chunks, ...directory, end]);
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

function header(signature: number, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([long(signature), ...parts]);
}

/** What both headers of a file say of it. */
function fields({ name, data, size, checksum }: PackedFile): Buffer {
  const words = [VERSION, FLAGS, DEFLATED, 0, FIRST_DAY].map(word);
  const longs = [checksum, data.length, size].map(long);
  return Buffer.concat([...words, ...longs, word(name.length), word(0)]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

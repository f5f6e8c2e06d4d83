import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly text: string;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1 January 1980, the zip format's first day: the same content gives the same bytes. */
const DATE = 0x0021;

/** Packs text files into a zip. The same files give the same bytes. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const raw = Buffer.from(text, 'utf8');
    const data = deflateRawSync(raw);
    const fields = commonFields(raw, data, name);
    const header = Buffer.concat([uint32(LOCAL_HEADER), fields, Buffer.from(name)]);
    directory.push(directoryEntry(fields, offset, name));
    bodies.push(header, data);
    offset += header.length + data.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...bodies, listing, endOfDirectory(files.length, listing.length, offset)]);
}

/** The fields that a file's own header and its line in the directory share, from version to extra length. */
function commonFields(raw: Buffer, data: Buffer, name: string): Buffer {
  return Buffer.concat([
    uint16(VERSION, UTF8_NAMES, DEFLATE, 0, DATE),
    uint32(crc32(raw), data.length, raw.length),
    uint16(Buffer.byteLength(name), 0),
  ]);
}

function directoryEntry(fields: Buffer, offset: number, name: string): Buffer {
  const comment = 0;
  const disk = 0;
  const attributes = 0;
  return Buffer.concat([
    uint32(CENTRAL_HEADER),
    uint16(VERSION),
    fields,
    uint16(comment, disk, attributes),
    uint32(attributes, offset),
    Buffer.from(name),
  ]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const disk = 0;
  const comment = 0;
  return Buffer.concat([
    uint32(END_OF_DIRECTORY),
    uint16(disk, disk, count, count),
    uint32(size, offset),
    uint16(comment),
  ]);
}

function uint16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
}

function uint32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4);
  return buffer;
}

import { crc32, inflateRawSync } from 'node:zlib';
import { kindOfZip, kindWithoutZip } from './other-kinds.ts';
import { SpreadsheetError, type SpreadsheetFault } from './spreadsheet-error.ts';
import { UNZIP_LIMITS, type UnzipLimits } from './unzip-limits.ts';

export interface Zip {
  /**
   * The unpacked text of a part, or undefined when there is none by that name, in whatever case and with whatever
   * slashes it is written. Throws a SpreadsheetError, also when the checksum says that the text has changed.
   */
  readonly read: (name: string) => string | undefined;
  /** What the file is when it turns out to be no .xlsx. */
  readonly otherKind: () => SpreadsheetFault;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** Opens a zip file. Only the parts asked for are unpacked. Throws a SpreadsheetError. */
export function openZip(bytes: Uint8Array, limits: UnzipLimits = UNZIP_LIMITS): Zip {
  if (bytes.length > limits.fileBytes) throw new SpreadsheetError('file-too-large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const otherKind = kindWithoutZip(buffer);
  if (otherKind) throw new SpreadsheetError(otherKind);
  const entries = readDirectory(buffer, limits);
  let left = limits.totalBytes;
  const read = (name: string) => {
    const entry = entries.get(partName(name));
    if (!entry) return undefined;
    const data = unpack(buffer, entry, Math.min(left, limits.partBytes));
    left -= data.length;
    return decodeUtf8(data);
  };
  return { read, otherKind: () => kindOfZip({ has: name => entries.has(name), read }) };
}

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly size: number;
  readonly checksum: number;
  readonly offset: number;
}

function readDirectory(buffer: Buffer, limits: UnzipLimits): Map<string, Entry> {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > limits.entries) throw new SpreadsheetError('too-large');
  const entries = new Map<string, Entry>();
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL_HEADER)
      throw new SpreadsheetError('damaged');
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = partName(buffer.toString('utf8', at + 46, at + 46 + nameLength));
    if (entries.has(name)) throw new SpreadsheetError('damaged');
    entries.set(name, {
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      checksum: buffer.readUInt32LE(at + 16),
      size: buffer.readUInt32LE(at + 20),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** Names of parts are the same in any case; some programs write backslashes. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function findEnd(buffer: Buffer): number {
  const first = Math.max(0, buffer.length - END_SIZE - MAX_COMMENT);
  for (let at = buffer.length - END_SIZE; at >= first; at--) {
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new SpreadsheetError('not-a-spreadsheet');
}

function unpack(buffer: Buffer, entry: Entry, maxOutputLength: number): Buffer {
  const data = inflated(entry, packed(buffer, entry), maxOutputLength);
  if (crc32(data) !== entry.checksum) throw new SpreadsheetError('damaged');
  return data;
}

function packed(buffer: Buffer, { flags, size, offset }: Entry): Buffer {
  if (flags & ENCRYPTED) throw new SpreadsheetError('locked');
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_HEADER)
    throw new SpreadsheetError('damaged');
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  if (start + size > buffer.length) throw new SpreadsheetError('damaged');
  return buffer.subarray(start, start + size);
}

function inflated({ method }: Entry, data: Buffer, maxOutputLength: number): Buffer {
  if (method === STORED && data.length <= maxOutputLength) return data;
  if (method !== DEFLATED || maxOutputLength <= 0)
    throw new SpreadsheetError(method > DEFLATED ? 'damaged' : 'too-large');
  try {
    return inflateRawSync(data, { maxOutputLength });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new SpreadsheetError(tooLarge ? 'too-large' : 'damaged');
  }
}

function decodeUtf8(data: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    throw new SpreadsheetError('damaged');
  }
}

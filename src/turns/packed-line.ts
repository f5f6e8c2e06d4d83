/**
 * A line of the log packed: what all lines have in common is not kept in each. A finished quick check's come to a quarter,
 * and so into one node of a Redis stream, for some 10 µs a line.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LINE_DICTIONARY } from './line-dictionary.ts';

/** Begins what is packed with this dictionary. A line as it is begins with a brace. */
const PACKED = 'a:';
/** Shorter ones are kept as they are. */
const WORTH_IT = 160;
/** A window that holds the dictionary and little more: a larger one costs more to set up than it saves. */
const DEFLATE = { dictionary: Buffer.from(LINE_DICTIONARY), windowBits: 12, memLevel: 4 };
/** Nothing that was written is longer, in bytes. */
const INFLATE = { dictionary: DEFLATE.dictionary, windowBits: 12, maxOutputLength: 4_000_000 };

/** Text that any store can keep, on one line. */
export function packed(line: string): string {
  if (line.length < WORTH_IT) return line;
  return PACKED + deflateRawSync(line, DEFLATE).toString('base64');
}

/** The line; undefined where it was packed in a way that is not known here, or is damaged. A line as it is stays so. */
export function unpacked(kept: string): string | undefined {
  if (kept.startsWith('{')) return kept;
  if (!kept.startsWith(PACKED)) return undefined;
  try {
    return inflateRawSync(Buffer.from(kept.slice(PACKED.length), 'base64'), INFLATE).toString('utf8');
  } catch {
    return undefined;
  }
}

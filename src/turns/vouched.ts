/**
 * A text with a sum before it, by which the build that wrote it knows it again: what was checked before it was written need
 * not be checked anew by another process of the same build. The sum tells what a disk or a network spoils, and what another
 * build wrote, whose rules may differ. It keeps nobody from forging: whoever can write in the store is trusted there.
 */
import { crc32 } from 'node:zlib';

/** Set by the bundler to a hash of all sources; from the sources themselves nothing is vouched for. */
declare const BUILD: string | undefined;
const THIS_BUILD = typeof BUILD === 'undefined' ? undefined : BUILD;

const SUM_LENGTH = 8;
const HEX = 16;

/** JSON of an object, with its sum where a build says who it is. */
export function vouched(json: string, build: string | undefined = THIS_BUILD): string {
  return build === undefined ? json : sumOf(json, build) + json;
}

export interface Vouched {
  readonly json: string;
  /** `elsewhere`: by another build, or spoilt since, or by hand. */
  readonly written: 'by-this-build' | 'elsewhere';
}

/** The JSON that stands in a text, with a sum before it or without one, as earlier versions wrote it. */
export function readVouched(text: string, build: string | undefined = THIS_BUILD): Vouched {
  if (text.startsWith('{')) return { json: text, written: 'elsewhere' };
  const json = text.slice(SUM_LENGTH);
  const known = build !== undefined && text.startsWith(sumOf(json, build));
  return { json, written: known ? 'by-this-build' : 'elsewhere' };
}

function sumOf(json: string, build: string): string {
  return crc32(json, crc32(build)).toString(HEX).padStart(SUM_LENGTH, '0');
}

import { strToU8, zipSync } from 'fflate';

export interface ZipFile {
  readonly name: string;
  readonly text: string;
}

/** The zip format's first day, in whatever time zone: the same content gives the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** Packs text files into a zip, in the order given. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), {
    mtime: FIRST_DAY,
  });
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked } from '../conversation/understanding/second/reader-file.ts';
import { createSecondReader, type SecondReader } from '../conversation/understanding/second/second-reader.ts';

export const READER_FILE = 'dialogs/reading/second-reader.bin';

/**
 * The second reader of the project at `root`, read when a message first needs it. Without a usable file there is
 * none, which is told once: then the rules read alone, and ask more often.
 */
export function lazySecondReader(root: string): () => SecondReader | undefined {
  let known: { readonly reader: SecondReader | undefined } | undefined;
  return () => {
    known ??= { reader: tried(root) };
    return known.reader;
  };
}

function tried(root: string): SecondReader | undefined {
  try {
    return loadSecondReader(root);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.emitWarning(`${READER_FILE} cannot be used, messages are read by the rules alone: ${why}`);
    return undefined;
  }
}

/** Throws where the file is missing, of another shape, or not what its checksum says. */
export function loadSecondReader(root: string): SecondReader {
  return createSecondReader(unpacked(readFileSync(join(root, READER_FILE)), checksumOf));
}

export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

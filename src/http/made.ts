/** A file as it is handed over, or why it is not. */
import type { Locale } from '../conversation/locale.ts';

export type Made = MadeFile | NotNow;

export interface MadeFile {
  readonly kind: 'made';
  readonly content: string | Uint8Array;
  /** The instrument that it is of, where it is of one. */
  readonly dialog?: string | undefined;
}

/** The person is asked, in this language, to try again later. */
export interface NotNow {
  readonly kind: 'not-now';
  readonly why: 'crowded' | 'failed';
  readonly locale: Locale;
}

/** What is kept as a file, by how it is written; undefined where there is nothing. */
export function made<Kept extends { readonly dialog: string | undefined }>(
  kept: Kept | undefined,
  make: (kept: Kept) => string | Uint8Array,
): Made | undefined {
  return kept && { kind: 'made', content: make(kept), dialog: kept.dialog };
}

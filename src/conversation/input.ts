import type { Locale } from './locale.ts';
import type { Press } from './press.ts';

/** What came in, freed of its channel. */
export type Input =
  | { kind: 'joined'; locale?: Locale }
  | { kind: 'text'; text: string }
  | { kind: 'press'; press: Press }
  /** Something the channel sent that no button of ours sends. */
  | { kind: 'unreadable' };

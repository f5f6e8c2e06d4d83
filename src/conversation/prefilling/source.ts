/** Where instruments can be filled from: a register of services, as far as it was looked into for this turn. */
import type { Register } from '../../assessment/register.ts';
import type { Found } from './found.ts';

/** Why nothing came: `later` when the register asks for more time than anybody waits. */
export const LOOK_PROBLEMS = ['no-answer', 'later', 'refused'] as const;

export type Look =
  | { readonly kind: 'found'; readonly found: Found }
  /** It was not asked lately, and is being asked now. */
  | { readonly kind: 'fetching' }
  | { readonly kind: 'failed'; readonly why: (typeof LOOK_PROBLEMS)[number] };

/** `kept`: what was found before, however long ago. The register is not asked. */
export type Looking = 'kept';

export interface LookedFor {
  readonly dialog: string;
  /** The official code. */
  readonly municipality: string;
}

export interface PrefillSource {
  /** The instruments that can be filled. */
  readonly dialogs: readonly string[];
  readonly municipalities: Register;
  /** What is known now; undefined where it was not looked for yet: the turn wishes for it, and is run again. */
  readonly look?: (what: LookedFor, how?: Looking) => Look | undefined;
}

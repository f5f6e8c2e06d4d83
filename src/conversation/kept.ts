/** Results kept for years under a name: what is kept of each, and what was found of them for a turn. */
import * as z from 'zod';
import { answersSchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { outcomeSchema } from '../assessment/outcome.ts';
import { peerClassSchema } from '../assessment/peer-class.ts';
import type { PartAsked } from './parts.ts';

/** A result as it was when it was kept: its answers, and what they came to by the rules of its own version. */
export const keptRunSchema = z.strictObject({
  /** What the person calls all that is kept together. */
  name: z.string(),
  dialog: idSchema,
  version: z.string(),
  /** When the assessment was begun, and when it was kept last; epoch milliseconds. */
  startedAt: z.number(),
  at: z.number(),
  answers: answersSchema,
  /** Answer key → why it does not apply. */
  reasons: z.record(keySchema, z.string()).readonly(),
  /** Answers about areas judged before this one. */
  others: z.array(answersSchema).readonly().exactOptional(),
  outcome: outcomeSchema,
});
export type KeptRun = Readonly<z.infer<typeof keptRunSchema>>;

/** Figures of kept results that stand among those of other municipalities: under which random name, and of which class. */
export const sharedFiguresSchema = z.strictObject({
  dialog: idSchema,
  member: z.string(),
  class: peerClassSchema.readonly(),
});
export type SharedFigures = Readonly<z.infer<typeof sharedFiguresSchema>>;

/** Results kept together. */
export interface KeptAssessment {
  /** What it is kept under: made of its code, which cannot be told from it. */
  readonly key: string;
  readonly name: string;
  /** The oldest first; never empty. */
  readonly runs: readonly KeptRun[];
  /** What of them is shared with other municipalities; nothing unless somebody chose to. */
  readonly shared: readonly SharedFigures[];
}

/** What was found for a turn. */
export interface KeptFound {
  /** What this conversation goes on with; undefined where it has none, or it is kept no longer. */
  readonly current: KeptAssessment | undefined;
  /** What the person who speaks has kept, where the channel knows who that is. */
  readonly own: readonly KeptAssessment[];
}

/** The code and the key for a turn in which something may be kept anew. */
export interface ResumeKey {
  readonly key: string;
  /** What the code is made from when it is shown. It is worth nothing without the server's secrets. */
  readonly seed: string;
}

/** What came of the code that somebody gave. */
export type Opened =
  | { kind: 'found'; kept: KeptAssessment }
  /** The code was one by which a colleague asks. */
  | { kind: 'part'; key: string; asked: PartAsked }
  | { kind: 'unknown' }
  | { kind: 'too-many' };

/** The place of a run among those kept together: kept again, it takes its own. */
export function memberOf({ dialog, startedAt }: Pick<KeptRun, 'dialog' | 'startedAt'>): string {
  return `${dialog} ${startedAt}`;
}

/** Results kept together at most: monthly, for longer than anything is kept. */
export const MOST_RUNS = 40;

/** Characters of a name. */
export const LONGEST_NAME = 60;

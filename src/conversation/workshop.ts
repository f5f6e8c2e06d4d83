/**
 * A workshop as a conversation sees it: what it is about and how far it is. It stands in the store, beside all
 * conversations; what is to be done with it there is a call, and a turn is run again with the answer.
 */
import * as z from 'zod';
import type { AnswerKey, Answers, Entry } from '../assessment/answers.ts';
import type { Published } from '../assessment/collecting.ts';
import { idSchema } from '../assessment/id.ts';
import type { Consensus } from '../assessment/workshop/consensus.ts';

/** 128 random bits. */
export const workshopIdSchema = z.string().regex(/^[\w-]{22}$/);

/** What a workshop judges: an instrument in one version, and the place in it. */
export const judgedSchema = z
  .object({
    dialog: idSchema,
    version: z.string(),
    at: z.array(z.object({ list: idSchema, item: idSchema }).readonly()).readonly(),
  })
  .readonly();
export type Judged = z.infer<typeof judgedSchema>;

/** What a conversation remembers of the workshop that it leads or takes part in; never how anybody answered. */
export const seatSchema = z.strictObject({
  id: workshopIdSchema,
  code: z.string(),
  judged: judgedSchema,
  /** It was begun here: the group's answers become this conversation's run. */
  host: z.literal(true).optional(),
  /** Opens what only the facilitator does; held by the conversation that began it, until it is handed over. */
  secret: z.string().optional(),
  /** In a group: the mark of who leads it. */
  by: z.string().optional(),
});
export type Seat = z.infer<typeof seatSchema>;

/** `closed`: no ballots are taken any more, and those given are kept. `locked`: the group has agreed. */
export type WorkshopPhase = 'open' | 'closed' | 'locked';

export interface Workshop {
  readonly id: string;
  readonly code: string;
  readonly judged: Judged;
  readonly phase: WorkshopPhase;
  /** Whether the secret that was given opens it. */
  readonly holder: 'facilitator' | 'anybody';
  /** Members who have answered. */
  readonly answered: number;
  /** Those whose latest answer is newer than what is revealed. */
  readonly waiting: number;
  /** What is revealed. */
  readonly published: Published;
  /** What the group has settled so far, beside the answers in the middle. */
  readonly agreed: Answers;
  /** Set once it is locked. */
  readonly consensus?: Consensus;
}

/** Something to be done in the store, on the way of a turn or of a call of the facilitator's page. */
export type WorkshopCall =
  | { readonly do: 'open'; readonly judged: Judged }
  | { readonly do: 'join'; readonly code: string }
  | { readonly do: 'look'; readonly id: string; readonly secret?: string }
  | { readonly do: 'cast'; readonly id: string; readonly answers: Readonly<Record<string, string>> }
  | { readonly do: 'withdraw'; readonly id: string }
  | Led<'reveal' | 'close' | 'reopen' | 'hand-over' | 'end'>
  | (Led<'agree'> & { readonly key: AnswerKey; readonly value: Entry['value'] | undefined })
  | (Led<'lock'> & { readonly agreed: Answers });

interface Led<Do> {
  readonly do: Do;
  readonly id: string;
  readonly secret: string;
}

export type WorkshopAnswer =
  | { readonly kind: 'workshop'; readonly workshop: Workshop; readonly secret?: string }
  /** The ballot is in. */
  | { readonly kind: 'taken' }
  | { readonly kind: WorkshopRefusal };

/** Why nothing was done. */
export type WorkshopRefusal =
  /** No workshop is kept under this id or code (any more). */
  | 'unknown'
  /** Ballots are taken no longer. */
  | 'over'
  /** Somebody else leads it. */
  | 'not-yours'
  /** Fewer have answered than are shown together. */
  | 'too-few'
  /** Too many wrong codes came from there. */
  | 'too-many-tries';

/** How many hours a code lets people in. */
export const CODE_HOURS = 12;

import * as z from 'zod';
import { answersSchema } from '../assessment/answers.ts';
import { listOf } from '../assessment/list-of.ts';
import { spreadSchema } from '../assessment/workshop/spread.ts';
import { judgedSchema } from './workshop.ts';

/** A workshop, and how it is opened: for everybody by its id, for who leads it with the secret. */
const workshop = {
  id: z.string(),
  code: z.string(),
  judged: judgedSchema,
  secret: z.string().exactOptional(),
  shared: z.literal(true).exactOptional(),
};

export const workshopReplySchema = z.discriminatedUnion('kind', [
  /** What a workshop can be begun on; `value` is proposed. */
  z.object({
    kind: z.literal('workshop-choice'),
    parts: listOf(judgedSchema),
    value: z.string().exactOptional(),
  }),
  /** How a workshop is joined and led; `answered` is left out where it was not looked up. */
  z.object({ kind: z.literal('workshop-led'), ...workshop, answered: z.number().exactOptional() }),
  /** The ballot of a workshop: everybody answers alone. */
  z.object({ kind: z.literal('workshop-ballot'), ...workshop, again: z.literal(true).exactOptional() }),
  z.object({ kind: z.literal('workshop-noted'), ...workshop }),
  /** What is revealed, those that views part on most first, with what the group can settle on. */
  z.object({
    kind: z.literal('workshop-spread'),
    ...workshop,
    answered: z.number(),
    waiting: z.number(),
    spreads: listOf(spreadSchema),
    agreed: answersSchema,
  }),
  /** Somebody else can lead with this. */
  z.object({ kind: z.literal('workshop-handed'), ...workshop }),
]);

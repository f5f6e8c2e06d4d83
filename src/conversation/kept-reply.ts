import * as z from 'zod';
import { listOf } from '../assessment/list-of.ts';
import { outcomeSchema } from '../assessment/outcome.ts';
import { peersSchema } from '../assessment/peers.ts';
import { trendSchema } from '../assessment/sections/over-time.ts';
import { ref } from './dialog-ref.ts';

/** Set where nothing of it can be compared with others' results. */
const alone = { alone: z.literal(true).exactOptional() };

/** Names that the person gave themselves and that others will see in the result; left out where there are none. */
const showing = { names: listOf(z.string()).exactOptional() };

/** What is said of results that others see, or that are kept for long. */
export const keptReplySchema = z.discriminatedUnion('kind', [
  /** A result can be shown elsewhere by saying this code there, for so many minutes. */
  z.object({ kind: z.literal('share-offered'), code: z.string(), minutes: z.number(), ...showing }),
  /** A result can be read by whoever has this link, for so many days. The link is made from the seed when it is shown. */
  z.object({
    kind: z.literal('link-offered'),
    key: z.string(),
    seed: z.string(),
    days: z.number(),
    ...showing,
  }),
  /** A result is kept. The first time the code that opens it is told, made from the seed when it is shown. */
  z.object({
    kind: z.literal('kept'),
    key: z.string(),
    name: z.string(),
    seed: z.string().exactOptional(),
    /** Whoever speaks finds it without the code. */
    mine: z.literal(true).exactOptional(),
    ...alone,
  }),
  /** Kept results, instrument by instrument. */
  z.object({
    kind: z.literal('kept-opened'),
    name: z.string(),
    dialogs: listOf(z.object({ ...ref, trend: trendSchema }).readonly()),
    ...alone,
  }),
  /** One's own figures beside those of other municipalities. */
  z.object({
    kind: z.literal('compared'),
    ...ref,
    sharing: z.enum(['begun', 'on', 'off']),
    peers: peersSchema,
  }),
  /** What somebody has kept, to choose from. */
  z.object({
    kind: z.literal('kept-list'),
    own: listOf(z.object({ key: z.string(), name: z.string(), at: z.number() }).readonly()),
  }),
  /** Somebody's result, shown to others. */
  z.object({
    kind: z.literal('result-shared'),
    ...ref,
    at: z.number().exactOptional(),
    outcome: outcomeSchema,
  }),
]);

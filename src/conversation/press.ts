/** The data behind a button or a card's form, as it comes back on the wire. */
import * as z from 'zod';
import { idSchema, keySchema } from '../assessment/id.ts';
import { peerGroupSchema, peerSizeSchema } from '../assessment/peer-class.ts';
import { commandSchema } from './command.ts';
import { localeSchema } from './locale.ts';
import { workshopIdSchema } from './workshop.ts';

/** Ties a press to the one question it was drawn for: an older card's press is recognised as stale. */
const nonce = z.string().regex(/^[0-9a-z]{1,8}$/);
const short = z.string().max(500);

/** Serial numbers of cards begin from 1. */
const NEVER = '0';

/** Where `go` leads beside cards: the result, the next card, or the judging of another area. */
export const WAYS = ['result', 'next', 'another'] as const;

/** What a button about a workshop does. */
const WORKSHOP_ACTS = [
  'start',
  'join',
  'cast',
  'look',
  'reveal',
  'lock',
  'close',
  'reopen',
  'hand-over',
  'take-over',
  'result',
  'leave',
] as const;

const currentSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), step: keySchema, nonce, value: z.union([short, z.number()]) }),
  /** A card's fields come beside the fixed ones, each under its name on the card. `fill` answers what they leave empty. */
  z
    .object({
      do: z.literal('form'),
      step: keySchema,
      nonce,
      onward: keySchema.optional(),
      fill: idSchema.optional(),
    })
    .catchall(short),
  /** Why something does not apply, or no reason given. */
  z.object({ do: z.literal('reason'), step: keySchema, nonce, value: short.optional() }),
  z.object({ do: z.literal('note'), step: keySchema, nonce, value: short.optional() }),
  /** To a card by its key, to the next one (`next`), to the result (`result`), or on to another area (`another`). */
  z.object({ do: z.literal('go'), to: keySchema, dialog: idSchema.exactOptional(), nonce: nonce.optional() }),
  /** `all`: what is kept for longer is thrown away as well. */
  z.object({ do: z.literal('confirm'), nonce, value: z.enum(['yes', 'no', 'all', 'earlier']) }),
  /** To take out something that people named themselves; without a key, whatever there is. */
  z.object({ do: z.literal('take-out'), dialog: idSchema, key: keySchema.exactOptional() }),
  /** What a result is to be kept under. */
  z.object({ do: z.literal('name'), nonce, value: short.optional() }),
  /** Of which size or group the municipality is. */
  z.object({
    do: z.literal('compare'),
    nonce,
    value: z.union([peerSizeSchema, peerGroupSchema]),
  }),
  /** Kept results of one's own. */
  z.object({ do: z.literal('open-kept'), key: z.string().max(60) }),
  /**
   * The nonce comes with commands drawn on a question (skip, back …): a double click must not skip two. `dialog` says
   * what is to be started.
   */
  z.object({
    do: z.literal('command'),
    name: commandSchema,
    dialog: idSchema.exactOptional(),
    nonce: nonce.optional(),
  }),
  /** What is done about a workshop: `what` says which part, or which code. The fields of its forms come beside these. */
  z
    .object({
      do: z.literal('workshop'),
      act: z.enum(WORKSHOP_ACTS),
      id: workshopIdSchema.optional(),
      what: z.string().max(200).optional(),
    })
    .catchall(short),
  /** On what a register of services told: `chosen` are places on the card, `one` of them is changed to `value`. */
  z.object({
    do: z.literal('prefill'),
    act: z.enum(['take', 'all', 'none', 'enough', 'change', 'set', 'where']),
    nonce,
    chosen: short.optional(),
    one: short.optional(),
    value: short.optional(),
  }),
  z.object({ do: z.literal('locale'), value: localeSchema }),
  z.object({ do: z.literal('feedback'), value: z.enum(['up', 'down']) }),
]);

export type Press = z.infer<typeof currentSchema>;

/** Presses of cards that were drawn before November 2026 and still stand on screens. */
const earlierSchema = z.union([
  z.object({ do: z.literal('edit'), step: keySchema }).transform(({ step }) => ({ do: 'go', to: step })),
  z
    .object({ do: z.literal('command'), name: z.literal('workbook') })
    .transform(() => ({ do: 'command', name: 'start', dialog: 'workbook' })),
  z
    .object({ do: z.literal('workbook-go'), to: z.literal('whole') })
    .transform(() => ({ do: 'go', to: 'result', dialog: 'workbook' })),
  /** Their fields and cards had other names: they are stale wherever they stand, and told so. */
  z
    .object({ do: z.enum(['workbook-go', 'workbook-form']) })
    .transform(() => ({ do: 'command', name: 'start', dialog: 'workbook', nonce: NEVER })),
]);

export const pressSchema = z.union([
  currentSchema,
  z.preprocess(value => earlierSchema.safeParse(value).data ?? value, currentSchema),
]);

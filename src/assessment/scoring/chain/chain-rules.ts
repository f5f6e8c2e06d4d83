/** The rules of an instrument that follows undertakings by the chain from what is put in to what it changes. */
import * as z from 'zod';
import { conditionSchema } from '../../condition.ts';
import { idSchema } from '../../id.ts';
import type { Instrument } from '../../instrument.ts';
import { memo } from '../../memo.ts';

/** The links of the chain in their order: the items of the list `links`. */
export const LINKS = ['resources', 'actions', 'results', 'indirect', 'wider'] as const;
export type Link = (typeof LINKS)[number];

export const LIST_OF_LINKS = 'links';
export const LIST_OF_EXITS = 'exits';

/** The field that says what a link consists of. */
export function namedField(link: Link): string {
  return `${link}-named`;
}

/** The fields that an outcome is worked out from, beside those that the rules name. */
export const NEEDED: readonly string[] = [
  'stage',
  'theme',
  'go-on',
  ...LINKS.map(namedField),
  'measure',
  'start',
  'goal',
  'follow-up',
  'money',
  'settled',
  'how',
  'actual',
  'achieved',
  'kept',
  'spread',
  'lesson',
  'cases',
  'minutes-saved',
  'hourly-price',
  'yearly-cost',
  'one-off-cost',
];

export const chainRulesSchema = z.strictObject({
  by: z.literal('chain'),
  /** The list whose items each have a chain. */
  items: idSchema,
  /** What the answers make an item: the first whose condition holds. */
  verdicts: z.array(z.strictObject({ id: idSchema, when: conditionSchema })).min(1),
  light: z.strictObject({
    /** Parts of the exit plan without which nothing lives on. */
    decisive: z.array(idSchema).min(1),
    /** How many parts may be half done where all is well. */
    partly: z.number().int().nonnegative(),
  }),
  /** Stages after which it is asked what happened. */
  over: z.array(idSchema).min(1),
});

export type ChainRules = z.infer<typeof chainRulesSchema>;

export const chainRules = memo(
  (instrument: Instrument): ChainRules => chainRulesSchema.parse(instrument.scoring),
);

/** Where no verdict's condition holds. */
export const UNCLEAR = 'unclear';

/** The text keys of the links' names; undefined for an instrument that has no chain. */
export function linkNames({ id, scoring }: Pick<Instrument, 'id' | 'scoring'>): string[] | undefined {
  return scoring.by === 'chain' ? LINKS.map(link => `${id}:${LIST_OF_LINKS}.${link}.name`) : undefined;
}

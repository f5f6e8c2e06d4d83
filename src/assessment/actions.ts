/** The recommended next actions of the maturity model, and which of them to show. */
import * as z from 'zod';
import type { Answers } from './answers.ts';
import { approvedSchema } from './approved.ts';
import { conditionSchema, holds } from './condition.ts';
import { cover } from './cover.ts';
import { idSchema } from './id.ts';

export const EFFORTS = ['small', 'medium', 'large'] as const;
export type Effort = (typeof EFFORTS)[number];

const actionSchema = z.strictObject({
  id: idSchema,
  /** The stair the action helps to reach. */
  stair: z.number().int().min(1).max(4).optional(),
  /** Without a stair: where something is unknown, at the top, or for everyone. */
  fits: z.enum(['unknown', 'top', 'everyone']).optional(),
  /** Condition ids the action moves forward. */
  serves: z.array(idSchema).default([]),
  /** Condition ids of which it is known, once the action is done, whether they hold: advice where that is not known yet. */
  finds: z.array(idSchema).default([]),
  /** Answers that show that it is done already. */
  unless: conditionSchema.optional(),
  /** The instrument with which it is begun. */
  opens: idSchema.optional(),
  effort: z.enum(EFFORTS),
  role: idSchema,
  /** Ids of the documents and laws the action rests on. */
  ground: z.array(idSchema).min(1),
});

export const actionCatalogueSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  approved: approvedSchema,
  actions: z.array(actionSchema).min(1),
});

export type Action = z.infer<typeof actionSchema>;

const FEWEST = 3;
const MOST = 5;

/** Where the answers stand, as far as advice depends on it. */
export interface OpenConditions {
  /** Conditions of the next stair that are known not to hold: they hold it down. */
  readonly holding: readonly string[];
  /** Those of which nothing is known. */
  readonly unknown: readonly string[];
  readonly answers: Answers;
  readonly at: 'top' | 'below';
}

/**
 * Picks three to five actions in the order of the catalogue, so that every open condition gets at least one. What is
 * known not to hold is answered first; where only answers are missing, finding out comes first. What the answers show
 * done is left out, and those for everyone fill up.
 */
export function recommend(actions: readonly Action[], open: OpenConditions): string[] {
  const useful = actions.filter(({ unless }) => !unless || !holds(unless, open.answers));
  const everyone = useful.filter(({ fits }) => fits === 'everyone' || (open.at === 'top' && fits === 'top'));
  if (open.at === 'top') return everyone.slice(0, MOST).map(({ id }) => id);
  const direct = useful.flatMap(action => {
    const covers = coveredBy(action, open);
    return covers.length > 0 ? [{ id: action.id, covers, first: isFirst(action, open) }] : [];
  });
  const ordered = [...direct.filter(({ first }) => first), ...direct.filter(({ first }) => !first)];
  const chosen = cover(ordered, [...open.holding, ...open.unknown], MOST);
  const filling = everyone.map(({ id }) => id).slice(0, Math.max(FEWEST - chosen.length, 0));
  return [...chosen, ...filling];
}

function coveredBy({ serves, finds, fits }: Action, { holding, unknown }: OpenConditions): string[] {
  if (fits === 'unknown') return [...unknown];
  return [...holding.filter(id => serves.includes(id)), ...unknown.filter(id => finds.includes(id))];
}

/** Finding out comes first only where nothing is known to be missing. */
function isFirst({ fits }: Action, { holding }: OpenConditions): boolean {
  return fits === 'unknown' ? holding.length === 0 : holding.length > 0;
}

/** The recommended next actions of the maturity model, and which of them to show. */
import { z } from 'zod';
import { idSchema } from './id.ts';

const actionSchema = z.strictObject({
  id: idSchema,
  /** The stair the action helps to reach; left out when it fits everyone. */
  stair: z.number().int().min(1).max(4).optional(),
  /** Condition ids the action moves forward. */
  serves: z.array(idSchema),
  effort: z.enum(['small', 'medium', 'large']),
  role: idSchema,
  /** Ids of the documents and laws the action rests on. */
  ground: z.array(idSchema).min(1),
});

export const actionCatalogueSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  approved: z.strictObject({ role: idSchema, date: z.iso.date() }),
  actions: z.array(actionSchema).min(1),
});

export type Action = z.infer<typeof actionSchema>;

const FEWEST = 3;
const MOST = 5;

/**
 * Picks three to five actions: first those that serve what holds the stair down (the more conditions, the
 * earlier), then others towards the same stair, last the ones that fit everyone.
 */
export function recommend(
  actions: readonly Action[],
  { towards, holding }: { towards: number; holding: readonly string[] },
): string[] {
  const served = (action: Action) => action.serves.filter(id => holding.includes(id)).length;
  const direct = actions.filter(action => served(action) > 0).sort((a, b) => served(b) - served(a));
  const sameStair = actions.filter(action => action.stair === towards);
  const forAll = actions.filter(action => action.stair === undefined);
  const chosen = new Set(direct.slice(0, MOST).map(({ id }) => id));
  for (const { id } of [...sameStair, ...forAll]) if (chosen.size < FEWEST) chosen.add(id);
  return [...chosen];
}

/** Lists of things that are asked about one by one or in a table: areas, the services of areas, sectors, statements. */
import * as z from 'zod';
import { type Value, valueSchema } from './answers.ts';
import { idSchema } from './id.ts';

const itemSchema = z.union([
  idSchema.transform(id => ({ id })),
  z.strictObject({
    id: idSchema,
    /** Class of the national service catalogue (PTV), where one fits. */
    ptv: z
      .string()
      .regex(/^P\d{1,2}(\.\d{1,2})?$/, 'a PTV class reads P1 or P1.2')
      .optional(),
    /** The rung of a ladder that a statement belongs to, from 1. */
    level: z.number().int().positive().optional(),
    /** What its cases are, where they are no cases of an authority: messages by the thousand would hide the permits. */
    cases: z.literal('messages').optional(),
    /** The same solution all over the country: the municipality has no choice of its own. */
    national: z.literal(true).optional(),
    /** Field → the answer that is proposed where there is none: a phase that it does not have. */
    proposed: z.record(idSchema, valueSchema).optional(),
    /** What it helps to raise, and the level it helps to reach there. */
    moves: z.record(idSchema, z.number().int().positive()).optional(),
    /** Items that come before it, where they are chosen as well. */
    after: z.array(idSchema).optional(),
  }),
]);

const own = z.number().int().positive().optional();
/** What the ids of added items begin with, where people add to another list in the same place as well; else `own`. */
const ownIds = idSchema.optional();

export const listSchema = z.union([
  z.strictObject({
    /** None where all are people's own. */
    items: z.array(itemSchema).default([]),
    /** `actions`: its items are actions of the catalogue, and are called as they are there. */
    names: z.literal('actions').optional(),
    /** How many items of their own people can add. */
    own,
    ownIds,
  }),
  z.strictObject({
    /** The list whose items these belong to. */
    of: idSchema,
    items: z.record(idSchema, z.array(itemSchema).min(1)),
    own,
    ownIds,
  }),
]);

export type List = z.infer<typeof listSchema>;

/** An item as it is listed; one that people added has its name among the answers. */
export type ListItem = z.infer<typeof itemSchema> & {
  readonly ptv?: string | undefined;
  readonly level?: number | undefined;
  readonly cases?: 'messages' | undefined;
  readonly national?: true | undefined;
  readonly proposed?: Readonly<Record<string, Value>> | undefined;
  readonly moves?: Readonly<Record<string, number>> | undefined;
  readonly after?: readonly string[] | undefined;
};

/** The listed items: all of a plain list, or those that belong to one item of the list above. */
export function listedItems(list: List, parent: string | undefined): readonly ListItem[] {
  if (!('of' in list)) return list.items;
  return parent !== undefined && Object.hasOwn(list.items, parent) ? (list.items[parent] ?? []) : [];
}

/** Every listed item with the one it belongs to. */
export function allItems(list: List): readonly { parent: string | undefined; item: ListItem }[] {
  if (!('of' in list)) return list.items.map(item => ({ parent: undefined, item }));
  return Object.entries(list.items).flatMap(([parent, items]) => items.map(item => ({ parent, item })));
}

/** Who has approved a piece of content, and when. */
import * as z from 'zod';
import { idSchema } from './id.ts';

/** Until an authority's own person has read the whole of it. */
export const NOBODY_YET = 'nobody-yet';

export const approvedSchema = z.union([
  z.literal(NOBODY_YET),
  z.strictObject({ role: idSchema, date: z.iso.date() }),
]);

/** The role that has read and approved the whole content, with the day; or that nobody has. */
export type Approved = z.infer<typeof approvedSchema>;

/** The text keys of whoever approved. */
export function rolesIn(approved: Approved): string[] {
  return approved === NOBODY_YET ? [] : [approved.role];
}

import * as z from 'zod';

/** Ids double as text keys, export columns and test names, so they stay readable. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, 'an id is lower-case letters, digits and hyphens');

/** A path of ids with points between: the key of a card or an answer. A list shown in parts has the part's number last. */
export const keySchema = z.string().regex(/^[a-z][a-z0-9-]{0,40}(\.[a-z0-9][a-z0-9-]{0,40}){0,5}$/);

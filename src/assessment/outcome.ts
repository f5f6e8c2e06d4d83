/**
 * What an assessment came to, as sections: plain data that is kept, shared, exported and compared. Screens and files
 * draw sections and know no instrument; the words for them are the instrument's own, under the ids used here.
 */
import * as z from 'zod';
import { idSchema } from './id.ts';
import { listOf } from './list-of.ts';
import { type Section, type SectionOf, sectionSchema } from './sections/section.ts';

export const outcomeSchema = z
  .object({ dialog: idSchema, version: z.string(), sections: listOf(sectionSchema) })
  .readonly();
export type Outcome = z.infer<typeof outcomeSchema>;

/** The first section of a kind. */
export function sectionOf<Kind extends Section['kind']>(
  { sections }: Pick<Outcome, 'sections'>,
  kind: Kind,
): SectionOf<Kind> | undefined {
  return sections.find((section): section is SectionOf<Kind> => section.kind === kind);
}

/** What the app package says in each language: `teams/texts/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';

const textsSchema = z.strictObject({
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4000) }),
  /** Name of the tab. */
  tab: z.string().max(128),
  /** By the name of a command, or the id of an instrument. */
  commands: z.record(z.string(), z.strictObject({ title: z.string(), description: z.string() })),
});

export type PackageTexts = z.infer<typeof textsSchema>;

/** Throws what is wrong with the files. */
export function readPackageTexts(root: string): Record<Locale, PackageTexts> {
  const read = (locale: Locale) =>
    textsSchema.parse(parse(readFileSync(join(root, 'teams', 'texts', `${locale}.yaml`), 'utf8')));
  const [fi, sv, en] = LOCALES.map(read);
  if (!fi || !sv || !en) throw new Error('teams/texts: a language is missing');
  return { fi, sv, en };
}

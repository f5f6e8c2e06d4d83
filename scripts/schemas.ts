/**
 * `npm run schemas`: writes the JSON Schemas of `docs/schemas/`, by which editors complete and check content while it is
 * written. They say what shape a file has; whether it makes sense, only `npm run check:content` can tell.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { actionCatalogueSchema } from '../src/assessment/actions.ts';
import { instrumentSchema } from '../src/assessment/instrument.ts';
import { registerSchema } from '../src/assessment/register.ts';
import { itemWordsSchema } from '../src/conversation/naming/item-words.ts';
import { casesSchema } from './content-check/typical-cases.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
export const SCHEMAS_FOLDER = 'docs/schemas';

const KINDS = {
  dialog: { title: 'An instrument: dialogs/ID.yaml', schema: instrumentSchema },
  actions: { title: 'Recommended actions: dialogs/actions.yaml', schema: actionCatalogueSchema },
  register: { title: 'Names with official codes: dialogs/registers/NAME.yaml', schema: registerSchema },
  cases: { title: 'Cases whose advice is known: dialogs/cases/ID.yaml', schema: casesSchema },
  words: { title: 'How people call things: locales/LANGUAGE/ID.words.yaml', schema: itemWordsSchema },
};

/** The file's name → its text. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(KINDS).map(([kind, { title, schema }]) => {
      // What a schema checks by code (a list that may be given as one text, say) has no words here and is let through.
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        reused: 'ref',
        target: 'draft-7',
      });
      return [`${kind}.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(ROOT, SCHEMAS_FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(schemaFiles()))
    writeFileSync(join(ROOT, SCHEMAS_FOLDER, name), text);
}

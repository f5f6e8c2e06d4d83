/** What editors check content by: as it is generated, and such that what is shipped passes and mistakes do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { SCHEMAS_FOLDER, schemaFiles } from '../../scripts/schemas.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const read = (file: string) => readFileSync(file, 'utf8');
const kinds: Readonly<Record<string, ValidateFunction>> = Object.fromEntries(
  Object.entries(schemaFiles()).map(([name, text]) => [
    name.replace('.json', ''),
    ajv.compile(JSON.parse(text)),
  ]),
);

const yamlIn = (folder: string, ending = '.yaml') =>
  readdirSync(folder).flatMap(name => (name.endsWith(ending) ? [`${folder}/${name}`] : []));
const shipped = [
  ...yamlIn('dialogs'),
  ...yamlIn('dialogs/registers'),
  ...yamlIn('dialogs/cases'),
  ...['fi', 'sv', 'en'].flatMap(locale => yamlIn(`locales/${locale}`, '.words.yaml')),
];

it.each(Object.entries(schemaFiles()))('%s is as npm run schemas makes it', (name, text) => {
  expect(read(`${SCHEMAS_FOLDER}/${name}`), 'write it anew: npm run schemas').toBe(text);
});

/** The kind of a file by where it is. */
function kindOf(file: string): string {
  if (file.endsWith('.words.yaml')) return 'words';
  if (file.startsWith('dialogs/registers/')) return 'register';
  if (file.startsWith('dialogs/cases/')) return 'cases';
  return file === 'dialogs/actions.yaml' ? 'actions' : 'dialog';
}

it.each(shipped)('%s passes the schema of its kind, and names it if any', file => {
  const kind = kindOf(file);
  expect([kinds[kind]?.(parse(read(file))), kinds[kind]?.errors]).toEqual([true, null]);
  const [, named] = /^# yaml-language-server: \$schema=(.*)$/m.exec(read(file)) ?? [];
  const wanted = `${'../'.repeat(file.split('/').length - 1)}${SCHEMAS_FOLDER}/${kind}.json`;
  expect(named ?? wanted).toBe(wanted);
});

describe('a mistake is seen while it is made', () => {
  const quickCheck = z.record(z.string(), z.unknown()).parse(parse(read('dialogs/quick-check.yaml')));
  const steps = z.array(z.record(z.string(), z.unknown())).parse(quickCheck.steps);
  it.each([
    ['a key that there is not', { ...quickCheck, colour: 'red' }],
    ['a version of two numbers', { ...quickCheck, version: '3.0' }],
    ['a step of a kind that there is not', { ...quickCheck, steps: [...steps, { id: 'a', type: 'slider' }] }],
    ['an id with a capital', { ...quickCheck, id: 'QuickCheck' }],
    ['a missing header', { id: 'a' }],
  ])('%s', (_what, content) => {
    expect(kinds.dialog?.(content)).toBe(false);
  });
});

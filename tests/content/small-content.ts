import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { actionCatalogueSchema } from '../../src/assessment/actions.ts';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { expectedTexts } from '../../src/content/expected-texts.ts';
import type { InstrumentFile } from '../../src/content/read-dialogs.ts';
import type { Texts, TextTree } from '../../src/content/texts.ts';
import { LOCALES } from '../../src/conversation/locale.ts';

/** An instrument with one of everything, and nothing wrong with it. */
const SMALL = `
id: small
version: 2.0.0
speaker: official
approved: { role: owner, date: 2026-01-31 }
minutes: { min: 1, max: 2 }
scales:
  done: { read: yesno, options: { yes: 1, partly: 0.5, no: 0 } }
steps:
  - { id: first, type: choice, scale: done, source: book }
  - { id: share, type: number, min: 0, max: 100, unit: percent, source: book }
  - { id: more, type: form, inputs: [{ id: second, type: choice, scale: done, source: book }] }
scoring:
  by: stairs
  provisionalBelow: 0.5
  stairs:
    - { requires: { met: 1, started: 1 }, conditions: [first, { id: share, above: 50 }] }
    - { requires: { met: 0.8, started: 1 }, conditions: [second] }
`;

/** The small instrument after replacing pieces of its YAML; a piece that is not there is a mistake in the test. */
export function smallInstrument(...changes: readonly (readonly [from: string, to: string])[]): Instrument {
  const text = changes.reduce((yaml, [from, to]) => {
    if (!yaml.includes(from)) throw new Error(`the small instrument has no ${from}`);
    return yaml.replace(from, to);
  }, SMALL);
  return instrumentSchema.parse(parse(text));
}

export function inForce(instrument: Instrument): InstrumentFile {
  return { file: `dialogs/${instrument.id}.yaml`, instrument, state: 'current' };
}

export function archived(instrument: Instrument): InstrumentFile {
  const { id, version } = instrument;
  return { file: `dialogs/archive/${id}@${version}.yaml`, instrument, state: 'archived' };
}

/** The same texts in the three languages, but for the languages given apart. */
export function textsOf(namespaces: Record<string, TextTree>, others: Partial<Texts> = {}): Texts {
  return { fi: namespaces, sv: namespaces, en: namespaces, ...others };
}

const SMALL_ACTIONS = `
version: 1.0.0
approved: { role: owner, date: 2026-01-31 }
actions:
  - { id: one, stair: 1, serves: [first, share], effort: small, role: owner, ground: [book] }
  - { id: two, stair: 1, serves: [first, share, second], effort: small, role: owner, ground: [book] }
  - { id: three, stair: 2, serves: [second], effort: small, role: owner, ground: [book] }
`;

/** Writes a whole project's content around the small instrument: nothing wrong with it. */
export function writeSmallProject(root: string): void {
  const catalogue = actionCatalogueSchema.parse(parse(SMALL_ACTIONS));
  const needed = expectedTexts({ instruments: [inForce(smallInstrument())], catalogue });
  mkdirSync(join(root, 'dialogs/archive'), { recursive: true });
  writeFileSync(join(root, 'dialogs/small.yaml'), SMALL.trimStart());
  writeFileSync(join(root, 'dialogs/actions.yaml'), SMALL_ACTIONS.trimStart());
  for (const locale of LOCALES) {
    mkdirSync(join(root, 'locales', locale), { recursive: true });
    for (const namespace of ['small', 'actions', 'sources']) {
      const keys = needed.filter(text => text.namespace === namespace).map(({ key }) => key);
      writeFileSync(join(root, 'locales', locale, `${namespace}.yaml`), stringify(nest(keys)));
    }
    const vocabulary = join('locales', locale, 'vocabulary.yaml');
    copyFileSync(join(import.meta.dirname, '../..', vocabulary), join(root, vocabulary));
  }
}

function nest(keys: readonly string[]): TextTree {
  const heads = [...new Set(keys.map(key => key.split('.')[0] ?? ''))];
  return Object.fromEntries(
    heads.map(head => {
      const tails = keys.filter(key => key.startsWith(`${head}.`)).map(key => key.slice(head.length + 1));
      return [head, tails.length > 0 ? nest(tails) : `Text of ${head}.`];
    }),
  );
}

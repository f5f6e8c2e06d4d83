import { parse } from 'yaml';
import { type Definition, definitionSchema } from '../../src/assessment/definition.ts';
import type { DefinitionFile } from '../../src/content/read-dialogs.ts';
import type { Texts, TextTree } from '../../src/content/texts.ts';

/** A definition with one of everything, and nothing wrong with it. */
const SMALL = `
id: small
version: 2.0.0
speaker: official
approved: { role: owner, date: 2026-01-31 }
minutes: { min: 1, max: 2 }
scales:
  done: { yes: 1, partly: 0.5, no: 0 }
steps:
  - { id: first, type: choice, scale: done, source: book }
  - { id: share, type: number, min: 0, max: 100, unit: percent, source: book }
  - { id: more, type: form, inputs: [{ id: second, type: choice, scale: done, source: book }] }
scoring:
  provisionalBelow: 0.5
  stairs:
    - { requires: { met: 1, started: 1 }, conditions: [first, { id: share, above: 50 }] }
    - { requires: { met: 0.8, started: 1 }, conditions: [second] }
`;

/** The small definition after replacing pieces of its YAML; a piece that is not there is a mistake in the test. */
export function smallDefinition(...changes: readonly (readonly [from: string, to: string])[]): Definition {
  const text = changes.reduce((yaml, [from, to]) => {
    if (!yaml.includes(from)) throw new Error(`the small definition has no ${from}`);
    return yaml.replace(from, to);
  }, SMALL);
  return definitionSchema.parse(parse(text));
}

export function inForce(definition: Definition): DefinitionFile {
  return { file: `dialogs/${definition.id}.yaml`, definition, state: 'current' };
}

export function archived(definition: Definition): DefinitionFile {
  const { id, version } = definition;
  return { file: `dialogs/archive/${id}@${version}.yaml`, definition, state: 'archived' };
}

/** The same texts in the three languages, but for the languages given apart. */
export function textsOf(namespaces: Record<string, TextTree>, others: Partial<Texts> = {}): Texts {
  return { fi: namespaces, sv: namespaces, en: namespaces, ...others };
}

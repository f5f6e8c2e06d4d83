import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { actionCatalogueSchema } from '../../src/assessment/actions.ts';
import { instrumentSchema, READINGS } from '../../src/assessment/instrument.ts';
import { WAYS_OF_SCORING } from '../../src/assessment/scoring/scoring.ts';
import { checkActions } from '../../src/content/check-actions.ts';
import { checkInstrument } from '../../src/content/check-instrument.ts';
import { findRoot } from '../../src/content/load-content.ts';
import { content, shipped } from '../support/content.ts';
import { inForce } from './small-content.ts';

const root = findRoot(import.meta.dirname);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const guide = read('docs/writing-dialogs.md');
const blocks = [...guide.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', text = '']) =>
  parse(text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')),
);

const itemsSchema = z.tuple([z.record(z.string(), z.unknown())]);
const listsSchema = z.looseObject({
  steps: z.array(z.unknown()),
  scoring: z.looseObject({ stairs: z.array(z.unknown()) }),
});

/** With the names that its fields ask for. */
const inForceNow = shipped('quick-check');

test('the question that the guide adds fits the quick check', () => {
  const [step, when] = blocks;
  const [added] = itemsSchema.parse(step);
  const quickCheck = listsSchema.parse(inForceNow);
  const stairs = [...quickCheck.scoring.stairs, { requires: { met: 1, started: 1 }, conditions: [added.id] }];
  const steps = [...quickCheck.steps, { ...added, ...z.record(z.string(), z.unknown()).parse(when) }];
  const instrument = instrumentSchema.parse({
    ...quickCheck,
    steps,
    scoring: { ...quickCheck.scoring, stairs },
  });
  expect(checkInstrument(inForce(instrument))).toEqual([]);
});

test('the action that the guide adds fits the catalogue', () => {
  const [added] = itemsSchema.parse(blocks[3]);
  const shipped = actionCatalogueSchema.parse(parse(read('dialogs/actions.yaml')));
  const catalogue = actionCatalogueSchema.parse({ ...shipped, actions: [...shipped.actions, added] });
  expect(checkActions(catalogue, content.instruments.map(inForce))).toEqual([]);
});

test('the change that the guide shows is one', () => {
  const { moved } = instrumentSchema.pick({ moved: true }).parse(blocks[2]);
  expect(moved).toMatchObject([{ came: '2.0.0', values: { status: { none: null } } }]);
});

/** What the guide quotes, from the fifth block on, and the file of the example that it quotes. */
const QUOTED = [
  'dialogs/data-check.yaml',
  'locales/fi/data-check.yaml',
  'locales/fi/data-check.words.yaml',
].map((file, index) => ({ file, block: blocks[index + 4] }));

test.each(QUOTED)('what the guide quotes of $file stands there', ({ file, block }) => {
  expect(parse(read(`tests/fixtures/example/${file}`))).toMatchObject(
    z.record(z.string(), z.unknown()).parse(block),
  );
});

test('the guide tells every kind of step, field, condition, reading and scoring that there is', () => {
  const told = [...TYPES, ...CONDITIONS, ...READINGS, ...WAYS_OF_SCORING].filter(
    one => !guide.includes(`\`${one}\``),
  );
  expect(told).toEqual([]);
});

const TYPES = [
  'choice',
  'number',
  'text',
  'multi',
  'date',
  'form',
  'choose',
  'table',
  'each',
  'climb',
  'show',
];
const CONDITIONS = ['equals', 'anyOf', 'atLeast', 'answered', 'all', 'any', 'not'];

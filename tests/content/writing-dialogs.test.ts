import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { instrumentSchema, READINGS } from '../../src/assessment/instrument.ts';
import { WAYS_OF_SCORING } from '../../src/assessment/scoring/scoring.ts';
import { checkInstrument } from '../../src/content/check-instrument.ts';
import { findRoot } from '../../src/content/load-content.ts';
import { shipped } from '../support/content.ts';
import { block, guide } from './guide.ts';
import { inForce } from './small-content.ts';

const root = findRoot(import.meta.dirname);
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('a question that concerns only some, as the guide adds it, fits the quick check', () => {
  const when = z.record(z.string(), z.unknown()).parse(parse(block('when: { anyOf')));
  const [first, ...others] = shipped('quick-check').steps.toReversed();
  const steps = [...others.toReversed(), { ...first, ...when }];
  const instrument = instrumentSchema.parse({ ...shipped('quick-check'), steps });
  expect(checkInstrument(inForce(instrument))).toEqual([]);
});

test('the change that the guide shows is one', () => {
  const { moved } = instrumentSchema.pick({ moved: true }).parse(parse(block('moved:')));
  expect(moved).toMatchObject([{ came: '2.0.0', values: { status: { none: null } } }]);
});

/** Pieces that the guide quotes, and the file of the example that they are of. */
const QUOTED = [
  { file: 'dialogs/data-check.yaml', quoted: 'id: datasets' },
  { file: 'locales/fi/data-check.yaml', quoted: 'addresses: { name' },
  { file: 'locales/fi/data-check.words.yaml', quoted: 'called:' },
];

test.each(QUOTED)('what the guide quotes of $file stands there', ({ file, quoted }) => {
  expect(parse(read(`tests/fixtures/example/${file}`))).toMatchObject(
    z.record(z.string(), z.unknown()).parse(parse(block(quoted))),
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

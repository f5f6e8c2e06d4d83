/** What one statement tells of a service: which of its fields, and what, and how sure that is. */
import { expect, it } from 'vitest';
import type { RunScene } from '../../../src/conversation/context.ts';
import { asPhrase } from '../../../src/conversation/naming/naming.ts';
import { saidTogether } from '../../../src/conversation/naming/read-choices.ts';
import { readFact } from '../../../src/conversation/naming/read-fact.ts';
import { sayable } from '../../../src/conversation/naming/sayable.ts';
import { realContext, workbook } from '../../support/real-context.ts';
import { sceneOf } from '../small-scene.ts';

const scene: RunScene = { ...sceneOf({}, workbook), context: realContext };
const fields = sayable(workbook, { lists: ['areas', 'services'] });
const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving', 'supervision'];
const all = (value: string, ...but: readonly string[]) =>
  Object.fromEntries(PHASES.filter(phase => !but.includes(phase)).map(phase => [phase, value]));

it.each<[text: string, said: object | undefined, sure?: false]>([
  ['käytössä', { status: 'inuse' }],
  ['suunnitteilla', { status: 'planned' }],
  ['ei ole suunnitteilla', { status: 'none' }],
  // The field that was named takes no such option: the service itself may be meant.
  ['hakemus käytössä', { status: 'inuse' }, false],
  ['hakemus digitaalinen', { application: 'full' }, false],
  ['hakemus ja käsittely käsin', { application: 'manual', handling: 'manual' }],
  ['hakemus digitaalinen käsittely käsin', { application: 'full', handling: 'manual' }, false],
  [
    'hakemus ja käsittely käsin päätös osin',
    { application: 'manual', handling: 'manual', decision: 'partial' },
  ],
  ['ei laskutusta', { invoicing: 'na' }, false],
  ['kaikki vaiheet digitaalisia', all('full')],
  ['kaikki paitsi laskutus digitaalisia', all('full', 'invoicing'), false],
  ['kaikki digitaalisia paitsi laskutus käsin', { ...all('full'), invoicing: 'manual' }, false],
  ['kaikki paitsi laskutus', undefined],
  ['muut käsin', all('manual')],
  ['käyttöaste 80 %', { 'usage-rate': 80 }],
  ['80 %', { 'usage-rate': 80 }],
  ['asioita 100', { cases: 100 }],
  // A month of it is asked about: what is written is cases a year.
  ['asioita 100 kuussa', { cases: 1200 }, false],
  // A share a month is a share all the same.
  ['käyttöaste 80 % kuussa', { 'usage-rate': 80 }],
  ['kaikki asioita 100', { cases: 100 }],
  ['asioita paljon', undefined],
  ['käyttöaste', undefined],
  ['hakemus ei koske meitä', { application: 'na' }],
  ['en tiedä', undefined],
  ['höpö', undefined],
  ['hakemus höpö', undefined],
])('"%s" tells %j', (text, said, sure) => {
  if (!fields) throw new Error('something can be said of a service');
  const fact = readFact(scene, text, fields);
  expect(fact?.said).toEqual(said);
  expect(fact?.sure).toBe(said && sure !== false);
});

it('of two statements the later one counts, and "the others" are those that nothing else is known of', () => {
  const rest = (value: string) => ({
    said: { a: value, b: value, c: value },
    sure: true,
    among: 'rest' as const,
  });
  const one = (field: string, value: string) => ({ said: { [field]: value }, sure: true });
  const told = (facts: Parameters<typeof saidTogether>[0], ...answered: readonly string[]) =>
    Object.fromEntries(saidTogether(facts, field => answered.includes(field)));
  expect(told([one('a', 'full'), one('a', 'manual')])).toEqual({ a: 'manual' });
  expect(told([rest('manual'), one('a', 'full')])).toEqual({ a: 'full', b: 'manual', c: 'manual' });
  expect(told([rest('manual')], 'b')).toEqual({ a: 'manual', c: 'manual' });
  expect(told([rest('manual'), one('a', 'full')], 'c')).toEqual({ a: 'full', b: 'manual' });
  // With nothing said of any, nobody can tell which ones are the others.
  expect(told([rest('manual')])).toEqual({});
});

it.each([
  ['Rakentamisluvat', 'Rakentamisluv*'],
  ['kaavat', 'kaav*'],
  ['tontti', 'tont*'],
  ['kadut', 'kadut'],
  ['Kadut ja katuvalot', 'Kadut ja katuval*'],
])('the name %s is the phrase %s', (name, phrase) => {
  expect(asPhrase(name)).toBe(phrase);
});

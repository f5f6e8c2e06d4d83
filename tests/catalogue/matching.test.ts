import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMatcher, type MatchService } from '../../src/catalogue/match-service.ts';
import type { RegisterService } from '../../src/catalogue/register-service.ts';
import { writtenServiceNames } from '../../src/catalogue/service-names.ts';
import { serviceNamesFile } from '../../src/content/load-content.ts';
import { type Labelled, namesOf, readTable, SEALED, TABLES } from './table.ts';
import { workbookParts } from './workbook-words.ts';

const { words } = workbookParts();
const match = createMatcher(words, ['Esimerkkilä']);

interface Matched extends Labelled {
  readonly found: ReturnType<MatchService>;
}

function matched(table: readonly Labelled[], matching: MatchService): Matched[] {
  return table.map(one => ({ ...one, found: matching(one.service) }));
}

function figuresOf(all: readonly Matched[]) {
  const name = ({ service, found }: Matched) =>
    `${service.names.fi ?? service.names.sv}: ${found ? `${found.surety} ${found.item}` : '–'}`;
  const isRight = ({ labels, found }: Matched) => found !== undefined && labels.includes(found.item);
  const sure = all.filter(({ found }) => found?.surety === 'sure');
  const wrong = sure.filter(one => !isRight(one));
  const belong = all.filter(({ labels }) => !labels.includes('own'));
  const missed = belong.filter(one => !isRight(one));
  return {
    /** Of those matched surely, how many are right. */
    precision: 1 - wrong.length / sure.length,
    /** Of those that belong, how many are found, surely or to be asked. */
    recall: 1 - missed.length / belong.length,
    /** Of those that belong, how many are found surely. */
    sure: (sure.length - wrong.length) / belong.length,
    wrong: wrong.map(name).join('\n'),
    missed: missed.map(name).join('\n'),
  };
}

describe.each(TABLES)('services by names that are known: %s', file => {
  const figures = figuresOf(matched(readTable(file), match));

  it('are right where they are sure', () => {
    expect(figures.precision, figures.wrong).toBeGreaterThanOrEqual(0.98);
  });

  it('are found where they belong', () => {
    expect(figures.recall, figures.missed).toBeGreaterThanOrEqual(0.85);
  });
});

/** Hands whose names no phrase was made by: each is matched by what all other tables taught, as a new town's would be. */
const HANDS = ['third-hand', 'hand-a', 'hand-b', 'hand-c'] as const;
const held = HANDS.map(hand => {
  const names = TABLES.filter(table => table !== hand).flatMap(table => namesOf(readTable(table)));
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const isNew = ({ service }: Labelled) =>
    Object.values(service.names).every(name => !known.has(name.toLowerCase()));
  const all = matched(
    readTable(hand),
    createMatcher({ ...words, names: writtenServiceNames(names) }, ['Esimerkkilä']),
  );
  return { hand, all, fresh: all.filter(isNew) };
});

describe('services by names of a hand that nothing was learnt from', () => {
  const figures = figuresOf(held.flatMap(({ all }) => all));

  it('are right where they are sure', () => {
    expect(figures.precision, figures.wrong).toBeGreaterThanOrEqual(0.98);
  });

  it('are found where they belong, about half of them surely', () => {
    expect(figures.recall, figures.missed).toBeGreaterThanOrEqual(0.88);
    expect(figures.sure).toBeGreaterThanOrEqual(0.5);
  });

  it('are so where no other hand has written the very name', () => {
    const fresh = figuresOf(held.flatMap(one => one.fresh));
    expect(fresh.precision, fresh.wrong).toBeGreaterThanOrEqual(0.98);
    expect(fresh.recall, fresh.missed).toBeGreaterThanOrEqual(0.85);
  });

  it.each(held)('tell more than a third of the workbook, surely and rightly, by $hand', ({ all }) => {
    const right = all.filter(({ labels, found }) => found?.surety === 'sure' && labels.includes(found.item));
    const items = new Set(right.map(({ found }) => found?.item));
    expect(items.size / words.items.length).toBeGreaterThan(1 / 3);
  });

  it.each(held)('are no worse than this by $hand', ({ all }) => {
    const one = figuresOf(all);
    expect(one.precision, one.wrong).toBeGreaterThanOrEqual(0.97);
    expect(one.recall, one.missed).toBeGreaterThanOrEqual(0.8);
  });
});

describe('services by names of a hand that was sealed until the matching was done', () => {
  const figures = figuresOf(matched(readTable(SEALED), match));

  it('are right where they are sure', () => {
    expect(figures.precision, figures.wrong).toBeGreaterThanOrEqual(0.98);
  });

  it('are found where they belong', () => {
    expect(figures.recall, figures.missed).toBeGreaterThanOrEqual(0.85);
  });
});

it('knows the names of all tables', () => {
  const names = TABLES.flatMap(table => namesOf(readTable(table)));
  expect(readFileSync(serviceNamesFile('workbook'), 'utf8'), 'npm run services:learn').toBe(
    writtenServiceNames(names),
  );
});

describe('a service', () => {
  const plain: RegisterService = {
    id: 's',
    names: {},
    also: [],
    classes: [],
    channels: [],
    responsible: [],
    area: 'limited',
    municipalities: [],
  };
  const found = (service: Partial<RegisterService>) => {
    const one = match({ ...plain, ...service });
    return one && `${one.surety} ${one.item} by ${one.why}`;
  };

  it.each<[string, Partial<RegisterService>, string | undefined]>([
    [
      'by its Swedish name alone',
      { names: { sv: 'Parkeringsövervakning' }, classes: ['P16'] },
      'sure environment.parking by name',
    ],
    [
      'by its English name alone',
      { names: { en: 'Parking permits' }, classes: ['P16'] },
      'sure environment.parking by name',
    ],
    [
      'with the municipality in its name',
      { names: { fi: 'Esimerkkilän uimahalli' }, classes: ['P27.1'] },
      'sure culture.swimming-halls by name',
    ],
    ['with no class', { names: { fi: 'Uimahalli' } }, 'sure culture.swimming-halls by name'],
    [
      'with a class of quite another kind is asked',
      { names: { fi: 'Uimahalli' }, classes: ['P11'] },
      'unsure culture.swimming-halls by name',
    ],
    [
      'one of whose classes fits',
      { names: { fi: 'Uimahalli' }, classes: ['P11', 'P27.1'] },
      'sure culture.swimming-halls by name',
    ],
    [
      'by the only item of its class is asked',
      { names: { fi: 'Kultakettu' }, classes: ['P27.3'] },
      'unsure culture.boat-berths by class',
    ],
    [
      'by what else it is called is asked',
      { names: { fi: 'Vesikeidas' }, also: ['Uimahalli'], classes: ['P27.1'] },
      'unsure culture.swimming-halls by alternative',
    ],
    [
      'called otherwise in another language is asked',
      { names: { fi: 'Uimahalli', sv: 'Parkeringsövervakning' }, classes: ['P27.1', 'P16'] },
      'unsure culture.swimming-halls by name',
    ],
    [
      'called nearly as one elsewhere',
      { names: { fi: 'Palvelulinja Kuikka' }, classes: ['P16'] },
      'sure environment.public-transport by alike',
    ],
    ['that is none of the items', { names: { fi: 'Hautausmaat' }, classes: ['P2'] }, undefined],
    ['of which nothing is known', { names: { fi: 'Xyzzy' }, classes: ['P2'] }, undefined],
    ['without any name', { classes: ['P2'] }, undefined],
    [
      'said to be somewhere, not to be that',
      { names: { fi: 'Digineuvonta kirjastossa' }, classes: ['P9.4'] },
      'sure participation.digital-support by name',
    ],
  ])('%s', (_, service, expected) => {
    expect(found(service)).toBe(expected);
  });
});

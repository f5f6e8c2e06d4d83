import { expect, it } from 'vitest';
import { BESIDE, createNameReader } from '../../src/catalogue/read-name.ts';

const read = createNameReader(
  {
    named: [
      ['skating', ['luistelu*']],
      ['library', ['kirjasto*']],
    ],
    beside: ['satamapuisto*', 'kirjastoleima*'],
    others: [],
    organisations: [],
    generic: ['palvelut'],
  },
  ['Esimerkkilä'],
);

it.each([
  ['Luistelu ja satamapuisto', 'skating'],
  ['Satamapuiston luistelu', 'skating'],
])(
  '%s: what is beside the items hides none that is named with it, and makes it no sure one',
  (name, item) => {
    expect(read(name)).toMatchObject({ item });
    expect(read(name)?.rival).toBeGreaterThan(1);
  },
);

it.each(['Satamapuisto', 'Kirjastoleimat'])('%s: nothing but what is beside the items', name => {
  expect(read(name)).toMatchObject({ item: BESIDE, rival: 0 });
});

it('tells how much of a name is a phrase: the last part of a compound says what it is', () => {
  expect(read('Esimerkkilän kirjastopalvelut')?.literal).toBeLessThan(0.8);
  expect(read('Kirjastot')?.literal).toBe(1);
});

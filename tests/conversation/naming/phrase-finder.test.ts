import { describe, expect, it } from 'vitest';
import { createPhraseFinder } from '../../../src/conversation/naming/phrase-finder.ts';

const finder = createPhraseFinder([
  ['permits', ['rakennuslu*', 'luvat']],
  ['advice', ['rakennusneuvo*', 'rakennus neuvonta']],
  ['plots', ['tont*', 'luvat']],
  ['water', ['vesi', 'vesihuol*']],
]);

describe('phrases in a text', () => {
  it.each([
    ['Rakennuslupien jono', ['permits'], 'whatever the ending'],
    ['vesi ja vesihuolto', ['water', 'water'], 'each time it stands there'],
    ['vesijohto', [], 'a whole word is no beginning of another'],
    ['rakennus neuvonta', ['advice'], 'of several words'],
    ['rakennus', [], 'not half of them'],
    ['luvat', ['permits'], 'of two as long the one listed first'],
    ['tontit, rakennusluvat', ['plots', 'permits'], 'in the order of the text'],
  ])('%s: %j, %s', (text, ids) => {
    expect(finder.find(text).map(({ id }) => id)).toEqual(ids);
  });

  it('tell where they stand', () => {
    expect(finder.find('nyt tontit')).toMatchObject([{ from: 4, to: 10, worth: 4 }]);
  });
});

describe('a guess', () => {
  it.each([
    ['rakenuslupa', 'permits', 'a letter left out'],
    ['rakennusnuevonta', undefined, 'as near to two things'],
    ['vesihoulto', 'water', 'in a stem'],
    ['digitaalisuus', undefined, 'nothing is like it'],
    ['tonnit', undefined, 'too short to be guessed'],
  ])('of %s is %s: %s', (text, id, _) => {
    expect(finder.guess(text)?.id).toBe(id);
  });
});

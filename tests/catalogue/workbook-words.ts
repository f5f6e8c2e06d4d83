/** The shipped workbook, as services of the register are matched to it. */
import type { FindingParts } from '../../src/catalogue/found-in-register.ts';
import { matchWords } from '../../src/catalogue/match-words.ts';
import { loadContent } from '../../src/content/load-content.ts';

const content = loadContent();

export function workbookParts(municipality = '091'): FindingParts {
  const instrument = content.current('workbook');
  const municipalities = content.register('municipalities');
  if (!instrument || !municipalities) throw new Error('the workbook or the municipalities are not there');
  const words = matchWords({
    instrument,
    names: content.serviceNames(instrument.id),
    words: locale => content.words(instrument.id, locale),
    text: (locale, key) => content.translate(locale)(`${instrument.id}:${key}`),
  });
  if (!words) throw new Error('the workbook has no classes');
  return { instrument, words, municipalities, municipality, day: '2026-11-28' };
}

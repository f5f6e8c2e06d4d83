import { stairsOf } from '../assessment/scoring/stairs/rules.ts';
import { LOCALES } from '../conversation/locale.ts';
import { problemIn } from './check-texts.ts';
import type { Problem } from './problem.ts';
import type { InstrumentFile } from './read-dialogs.ts';
import { allTexts, type Texts } from './texts.ts';

/** A bound stands in an instrument and again in the words that explain it: they must be the same number. */
export function checkBounds({ file, instrument, state }: InstrumentFile, texts: Texts): Problem[] {
  if (state === 'archived') return [];
  const conditions = stairsOf(instrument).flatMap(stair => stair.conditions);
  const bounds = conditions.flatMap(condition => ('above' in condition ? [condition] : []));
  const own = allTexts(texts).filter(({ namespace }) => namespace === instrument.id);
  return LOCALES.flatMap(locale =>
    bounds.flatMap(({ id, above }) => {
      const why = own.find(text => text.locale === locale && text.key === `inputs.${id}.why`);
      const bound = new Intl.NumberFormat(locale).format(above);
      if (!why || numbersIn(why.text).includes(bound)) return [];
      return [problemIn(why, `does not name the bound ${bound} that ${file} sets`)];
    }),
  );
}

function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)?/g) ?? [];
}

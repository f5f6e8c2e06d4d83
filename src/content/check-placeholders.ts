/** Whether a text's placeholders are filled in where it is shown: one that is not would break the conversation. */
import { cardSteps, type Instrument } from '../assessment/instrument.ts';
import { LOCALES } from '../conversation/locale.ts';
import { filledShort, placeholdersOf, problemIn } from './check-texts.ts';
import type { Problem } from './problem.ts';
import { allTexts, type Text, type Texts } from './texts.ts';

/** What the lines of a way of scoring are filled in with; the others have lines of many kinds. */
const LINES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  levels: { title: [], strongest: ['items'], weakest: ['items'] },
  plain: { title: [], answered: ['answered', 'all'] },
};

/** A card's texts can name the items around it, by their lists; other texts are shown as they stand. */
export function checkPlaceholders(instrument: Instrument, texts: Texts): Problem[] {
  const known = new Map(cardSteps(instrument).map(({ step, lists }) => [step.id, lists]));
  const own = LOCALES.flatMap(locale =>
    allTexts({ fi: {}, sv: {}, en: {}, [locale]: { [instrument.id]: texts[locale][instrument.id] ?? {} } }),
  );
  return own.flatMap(text => {
    const short = filledShort(text);
    if (short.length > 0) return short;
    const allowed = allowedIn(instrument, text, known);
    const strange = allowed ? placeholdersOf(text).filter(name => !allowed.includes(name)) : [];
    return strange.map(name =>
      problemIn(text, `nothing fills {{${name}}} in here: ${wayOut(allowed ?? [])}`),
    );
  });
}

function allowedIn(
  { scoring }: Instrument,
  { key }: Text,
  cards: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const [group = '', id = '', part] = key.split('.');
  if (group === 'inputs' && part === 'noted') return ['answer'];
  if (group === 'outcome') return LINES[scoring.by]?.[id];
  if (group === 'stairs') return undefined;
  return group === 'steps' || group === 'inputs' ? (cards.get(id) ?? []) : [];
}

function wayOut(allowed: readonly string[]): string {
  return allowed.length > 0
    ? `use ${allowed.map(name => `{{${name}}}`).join(' or ')}, or none`
    : 'write the text without it';
}

/**
 * The one reader of numbers that stand alone: in a card's field, in a cell of a spreadsheet, as a whole message. What
 * a sentence says beside its number is the business of `amounts.ts`, which settles figures by the same rules.
 */
import { figureOf, times } from './figures.ts';
import { type Measure, type NumberPlace, type Settled, settle, takes } from './number-field.ts';
import { tidy } from './tokens.ts';

export type NumberRead =
  | Settled
  /** `something-else`: a date, or a number of something else than is asked for: words do not mend it. */
  | { readonly kind: 'problem'; readonly problem: 'not-a-number' | 'something-else' };

/** A number with its unit; a longer text is a sentence, or something worse. */
const LONGEST = 60;

/** Sign and currency in either order, figures, and what stands behind them. */
const SHAPE = /^(-? ?(?:(?:€|eur) ?)?-? ?)([.,]?\d(?:[\d .,']*\d)?) ?(\D*)$/u;
/** "12.3." is the twelfth of March. */
const DATE = /^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.$/;

/** Most of what a card sends: to tidy it and look for units took a twentieth of a turn with a form of figures. */
const FIGURES_ALONE = /^\d{1,9}$/;

/** Reads the whole text as one number. Never guesses: what may be read in two ways comes back as both. */
export function readNumber(text: string, place: NumberPlace): NumberRead {
  if (FIGURES_ALONE.test(text)) return settle({ value: Number(text) }, place);
  const bare =
    text.length > LONGEST
      ? ''
      : tidy(text)
          .toLowerCase()
          .replace(/\s+/g, ' ')
          .replace(/[−–‐‑]/g, '-');
  if (DATE.test(bare)) return SOMETHING_ELSE;
  const [, before = '', digits = '', after = ''] = SHAPE.exec(bare) ?? [];
  const figure = figureOf(digits.replace(/^(?=[.,])/, '0'));
  const unit = unitOf(after.trim());
  const minuses = before.match(/-/g)?.length ?? 0;
  if (!figure || !unit || minuses > 1) return NOT_A_NUMBER;
  const measure = /[€e]/.test(before) ? 'money' : unit.measure;
  if (!takes(place.field, measure) || (before.includes('€') && unit.measure && unit.measure !== 'money'))
    return SOMETHING_ELSE;
  return settle(times(figure, (unit.times ?? 1) * (minuses > 0 ? -1 : 1)), place, measure);
}

const NOT_A_NUMBER = { kind: 'problem', problem: 'not-a-number' } as const;
const SOMETHING_ELSE = { kind: 'problem', problem: 'something-else' } as const;

interface Unit {
  readonly measure?: Measure;
  readonly times?: number;
}

/** Units as they are abbreviated and counted in, in all three languages: files are read without the vocabularies. */
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^[.!]?$/, {}],
  [/^(?:%|prosenttia?|pros\.?|prossaa|procent|percent|per cent|pct)\.?$/, { measure: 'percent' }],
  [/^(?:€|e|eur|euro|euroa|euros|,-|:-)\.?$/, { measure: 'money' }],
  [
    /^(?:t€|teur|k€|ke|keur|(?:tuhatta|tusen|thousand) ?(?:€|euroa?|euros?))\.?$/,
    { measure: 'money', times: 1000 },
  ],
  [/^(?:te|k|tuhat|tuhatta|tuh\.?|tonnia|tusen|thousand)\.?$/, { times: 1000 }],
  [
    /^(?:m€|meur|(?:milj\.?|miljoonaa?|mn|miljon|miljoner|million) ?(?:€|e|euroa?|euros?))\.?$/,
    { measure: 'money', times: 1_000_000 },
  ],
  [/^(?:milj\.?|miljoonaa?|mn|miljon|miljoner|million)\.?$/, { times: 1_000_000 }],
  [/^(?:min|minuuttia?|minut|minuter|minutes?)\.?$/, { measure: 'minutes' }],
  [/^(?:h|t|tuntia?|timmar|timme|hours?|päivää|dagar|days?)\.?$/, { measure: 'time' }],
  [
    /^(?:kpl|kappaletta|st|stycken|pcs|hakemusta|asiaa|tapausta|palvelua|asukasta|asiakasta|henkilöä|ärenden|ansökningar|tjänster|invånare|personer|applications|cases|services|residents|people)\.?$/,
    { measure: 'things' },
  ],
];

function unitOf(text: string): Unit | undefined {
  return UNITS.find(([pattern]) => pattern.test(text))?.[1];
}

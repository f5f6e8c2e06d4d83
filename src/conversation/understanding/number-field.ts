import type { Locale } from '../locale.ts';
import { type Figure, product } from './figures.ts';

export const NUMBER_FIELDS = ['percent', 'share', 'euros', 'count', 'minutes', 'number'] as const;

/**
 * What is asked for in numbers. `share`: a percentage column of a spreadsheet, where 1 may be 100 %. `number`: any,
 * with nothing to tell what a separator means.
 */
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** Where a number is read: what is asked for, and in which language. */
export interface NumberPlace {
  readonly locale: Locale;
  readonly field: NumberField;
}

/** What a unit says is counted. `things`: cases, people; `time`: hours and longer. */
export type Measure = 'percent' | 'money' | 'minutes' | 'time' | 'things';

export type Settled = { readonly kind: 'value'; readonly value: number } | Ambiguous;

/** Both candidates may be meant, the first is more likely. */
export interface Ambiguous {
  readonly kind: 'ambiguous';
  /** `share`: 0,85 or 85 %. `mark`: a point or comma before three figures. */
  readonly doubt: 'share' | 'mark';
  readonly candidates: readonly [number, number];
}

/** What may be counted in each field; a number of anything else is no answer to it. */
const MEASURES: Readonly<Record<NumberField, readonly Measure[]>> = {
  percent: ['percent'],
  share: ['percent'],
  euros: ['money'],
  count: ['things'],
  minutes: ['minutes'],
  number: ['money', 'minutes', 'time', 'things'],
};

/** Whether the field takes a number of this; a number with no unit fits everywhere. */
export function takes(field: NumberField, measure: Measure | undefined): boolean {
  return measure === undefined || MEASURES[field].includes(measure);
}

/** What a figure means in this place. `measure`: what was said of it ("0,85 %" is no share). */
export function settle(figure: Figure, { locale, field }: NumberPlace, measure?: Measure): Settled {
  const { value, grouped } = figure;
  if (isRate(field) && measure === undefined && isShare(value, field))
    return { kind: 'ambiguous', doubt: 'share', candidates: [product(value, 100), value] };
  if (!grouped) return only(value);
  switch (decide(grouped.mark, locale, field)) {
    case 'grouped':
      return only(grouped.value);
    case 'decimal':
      return only(value);
    case 'grouped?':
      return either(grouped.value, value);
    case 'decimal?':
      return either(value, grouped.value);
  }
}

/** What one mark with three figures behind it does. */
function decide(
  mark: ',' | '.',
  locale: Locale,
  field: NumberField,
): 'grouped' | 'decimal' | 'grouped?' | 'decimal?' {
  const english = locale === 'en';
  // Thousands of per cents there are none; but whoever writes English does not write a decimal comma either.
  if (isRate(field)) return mark === ',' && english ? 'decimal?' : 'decimal';
  if (field === 'number') return 'grouped?';
  if (mark === ',') return commaIn(english, field);
  // Cents have two decimals and cases none, so "12.000" of them is twelve thousand in every language.
  if (field === 'euros' || field === 'count') return 'grouped';
  return english ? 'decimal' : 'grouped?';
}

/** "1,200" is twelve hundred in English; elsewhere it is a fraction, which there cannot be of a case. */
function commaIn(english: boolean, field: NumberField): 'grouped' | 'decimal' | 'grouped?' {
  if (english) return 'grouped';
  return field === 'count' ? 'grouped?' : 'decimal';
}

function isRate(field: NumberField): boolean {
  return field === 'percent' || field === 'share';
}

/** "0,8" where per cents are asked may be meant as 80 %. */
function isShare(value: number, field: NumberField): boolean {
  return value > 0 && (value < 1 || (value === 1 && field === 'share'));
}

function only(value: number): Settled {
  return { kind: 'value', value };
}

function either(one: number, other: number): Settled {
  return { kind: 'ambiguous', doubt: 'mark', candidates: [one, other] };
}

/** Asked in per cents, there are none below 0 and above 100. */
export function fits(value: number, { field }: NumberPlace): boolean {
  return (field !== 'percent' && field !== 'share') || (value >= 0 && value <= 100);
}

import type { Instrument } from '../assessment/instrument.ts';
import type { Amount, Line } from '../assessment/line.ts';
import type { NamedItem } from '../assessment/named-item.ts';
import { itemName } from './dialog-texts.ts';
import { formatEuros, formatNumber, formatShare } from './format-number.ts';
import { userWords } from './user-words.ts';
import type { Voice } from './voice.ts';

/** A line of an outcome in the instrument's words, each figure as the language writes it. */
export function lineText(
  voice: Voice,
  instrument: Pick<Instrument, 'id'>,
  { id, amounts = {}, count }: Line,
): string {
  const written = Object.entries(amounts).map(([name, amount]) => [
    name,
    amountText(voice, instrument, amount),
  ]);
  return voice.t(`${instrument.id}:outcome.${id}`, {
    ...Object.fromEntries(written),
    ...(count !== undefined && { count }),
  });
}

function amountText(voice: Voice, instrument: Pick<Instrument, 'id'>, amount: Amount): string {
  const { t, locale } = voice;
  if (amount === 'none') return t('bot:amounts.none');
  if ('share' in amount) return formatShare(locale, amount.share);
  // Euros without cents.
  if ('euros' in amount) return formatEuros(locale, Math.round(amount.euros));
  if ('number' in amount) return formatNumber(locale, amount.number);
  if ('year' in amount) return String(amount.year);
  if ('terms' in amount) return amount.terms.map(term => t(`${instrument.id}:${term}`)).join(', ');
  if ('words' in amount) return userWords(amount.words);
  return itemsText(voice, instrument, amount.items);
}

/** More names than these say little. */
const MOST_NAMES = 8;

function itemsText(voice: Voice, instrument: Pick<Instrument, 'id'>, items: readonly NamedItem[]): string {
  const shown = items.slice(0, MOST_NAMES).map(item => itemName(voice, instrument, item));
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [voice.t('bot:missing.more', { count: more })] : [])].join(', ');
}

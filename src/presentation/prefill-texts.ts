/** What a register of services tells, in words: items, how they are, ways to services, and where it is from. */
import type { Instrument } from '../assessment/instrument.ts';
import { fieldAt, NOBODYS } from '../assessment/places.ts';
import type { Offer, OtherService, WayIn } from '../conversation/prefilling/found.ts';
import { stateOf } from '../conversation/prefilling/offers.ts';
import { itemAt, itemName } from './dialog-texts.ts';
import { formatDate } from './format-date.ts';
import { userWords } from './user-words.ts';
import type { Voice } from './voice.ts';

/** "Palvelutietovaranto, 28.11.2026". */
export function sourceText({ t, locale }: Pick<Voice, 't' | 'locale'>, day: string): string {
  return t('prefill:source', { date: formatDate(locale, day) });
}

/** "38 vastausta on Palvelutietovarannosta, eikä kukaan ole muuttanut niitä. Palvelutietovaranto, 28.11.2026." */
export function sourcedText(voice: Pick<Voice, 't' | 'locale'>, day: string, count: number): string {
  return `${voice.t('prefill:result', { count })} ${sourceText(voice, day)}.`;
}

export function municipalityName({ context, locale }: Voice, code: string): string {
  return context.municipality?.(code, locale) ?? code;
}

/** The name of a listed item by the way to it, `environment.parking`. */
export function offeredItem(voice: Voice, instrument: Instrument, item: string): string {
  const at = fieldAt(instrument, `${item}.status`, NOBODYS)?.at;
  const found = at && itemAt(at, NOBODYS);
  return found ? itemName(voice, instrument, found) : item;
}

/** "Pysäköintitunnukset: käytössä, hakemus täysin digitaalinen (Asukaspysäköintitunnus)". */
export function offerText(voice: Voice, instrument: Instrument, offer: Offer): string {
  const { t } = voice;
  const row = t('prefill:card.row', {
    item: offeredItem(voice, instrument, offer.item),
    answer: t(`prefill:change.${stateOf(offer.entries)}`),
  });
  return t('prefill:card.from', { row, services: servicesText(voice, offer) });
}

/** The services by their names in the register, and who provides them where that is not the municipality itself. */
export function servicesText({ t }: Pick<Voice, 't'>, { services, by }: Offer): string {
  const named = services.map(userWords).join(', ');
  return by === undefined ? named : t('prefill:card.by', { services: named, by: userWords(by) });
}

/** "nimi: pysäköinti". */
export function whyText({ t }: Pick<Voice, 't'>, { why, words }: Offer): string {
  return t(`prefill:why.${why}`, { words: userWords(words) });
}

/** A service of the register that is none of the listed items, and how it is where that is told. */
export function otherText({ t }: Pick<Voice, 't'>, { name, entries }: OtherService): string {
  const state = stateOf(entries);
  return state === ''
    ? t('prefill:card.other-alone', { name: userWords(name) })
    : t('prefill:card.other', { name: userWords(name), answer: t(`prefill:change.${state}`) });
}

/** "sähköinen asiointi, palvelupaikka": in which ways a service is reached. */
export function waysText({ t }: Pick<Voice, 't'>, ways: readonly WayIn[]): string {
  return ways.map(way => t(`prefill:ways.${way}`)).join(', ');
}

/** "Pysäköintitunnukset: uutena sähköinen asiointi", a line for what came and one for what is gone. */
export function newsLines(
  voice: Voice,
  instrument: Instrument,
  one: {
    readonly item: string;
    readonly added: readonly WayIn[];
    readonly removed: readonly WayIn[];
    readonly own: boolean;
  },
): string[] {
  const { t } = voice;
  const item = offeredItem(voice, instrument, one.item);
  const lines = [
    ...(one.added.length > 0 ? [t('prefill:news.added', { item, ways: waysText(voice, one.added) })] : []),
    ...(one.removed.length > 0
      ? [t('prefill:news.removed', { item, ways: waysText(voice, one.removed) })]
      : []),
  ];
  return lines.map(line => (one.own ? t('prefill:news.own', { line }) : line));
}

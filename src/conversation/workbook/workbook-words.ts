/** What is understood of services, areas and phases in free text, compiled once from the word lists and the names. */
import { PHASES, type Phase, type Workbook } from '../../assessment/workbook/workbook-definition.ts';
import { LOCALES, type Locale } from '../locale.ts';
import type { Translate } from '../translate.ts';
import { createPhraseFinder, type PhraseFinder } from './phrase-finder.ts';
import type { ServiceWords, ServiceWordsByLocale } from './service-words.ts';

/** A service wherever it is listed. */
export interface ListedService {
  readonly area: string;
  readonly service: string;
}

export type Mark = 'rate' | 'cases' | 'digital' | 'negation' | 'all' | 'and';

export interface WorkbookWords {
  readonly services: PhraseFinder<ListedService>;
  readonly areas: PhraseFinder<string>;
  readonly phases: PhraseFinder<Phase>;
  readonly marks: PhraseFinder<Mark>;
}

export interface WordsSource {
  readonly workbook: Workbook;
  readonly words: ServiceWordsByLocale;
  readonly translate: (locale: Locale) => Translate;
}

/** The words of every language, each with the official names beside people's own. */
export function createWorkbookWords(source: WordsSource): Readonly<Record<Locale, WorkbookWords>> {
  return { fi: wordsIn(source, 'fi'), sv: wordsIn(source, 'sv'), en: wordsIn(source, 'en') };
}

/** The session's language first; names of services are understood in the other two as well. */
function wordsIn({ workbook, words, translate }: WordsSource, locale: Locale): WorkbookWords {
  const order = [locale, ...LOCALES.filter(other => other !== locale)];
  const inAll = (pick: (own: ServiceWords, t: Translate) => readonly string[]) =>
    order.flatMap(one => pick(words[one], translate(one)));
  const services = workbook.areas.flatMap(area =>
    area.services.map(({ id }) => {
      const names = inAll((own, t) => [
        asPhrase(t(`workbook:services.${id}.name`)),
        ...(own.services[id] ?? []),
      ]);
      return [{ area: area.id, service: id }, names] as const;
    }),
  );
  const areas = workbook.areas.map(({ id }) => {
    const names = inAll((own, t) => [asPhrase(t(`workbook:areas.${id}.name`)), ...(own.areas[id] ?? [])]);
    return [id, names] as const;
  });
  const marks = (['rate', 'cases', 'digital', 'negation', 'all', 'and'] as const).map(
    mark => [mark, inAll(own => own[mark])] as const,
  );
  return {
    services: createPhraseFinder(services),
    areas: createPhraseFinder(areas),
    phases: createPhraseFinder(PHASES.map(phase => [phase, inAll(own => own.phases[phase])] as const)),
    marks: createPhraseFinder(marks),
  };
}

/** Long enough for its last letters to be an ending. */
const ENDS_VARY_FROM = 6;

/** A name as a phrase: the ends of long words may vary ("Rakentamisluvat", "rakentamislupien"). */
export function asPhrase(name: string): string {
  return name.replace(/[\p{L}\p{N}]+/gu, word =>
    word.length >= ENDS_VARY_FROM ? `${word.slice(0, -2)}*` : word,
  );
}

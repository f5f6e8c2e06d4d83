/** Wires the filling of instruments from Palvelutietovaranto: whom to ask, what is matched, and the thread it is read in. */
import type { Instrument } from '../assessment/instrument.ts';
import { memo } from '../assessment/memo.ts';
import { createCatalogueThread } from '../catalogue/catalogue-thread.ts';
import { createLookups, type Fillable, type Lookups } from '../catalogue/lookups.ts';
import { type MatchWords, matchWords } from '../catalogue/match-words.ts';
import { createRegisterClient } from '../catalogue/register-client.ts';
import type { Content } from '../content/load-content.ts';
import { dayOf } from '../conversation/day-of.ts';
import type { PrefillSource } from '../conversation/prefilling/source.ts';
import type { Foundation } from './foundation.ts';

export interface Prefilling {
  readonly lookups: Lookups;
  /** What conversations know of it. */
  readonly source: PrefillSource;
  close(): Promise<void>;
}

/** Undefined where it is off, or nothing can be filled. */
export function createPrefilling({ config, content, store, log, now }: Foundation): Prefilling | undefined {
  const dialogs = fillableDialogs(content);
  const municipalities = content.register('municipalities');
  if (config.register === undefined || dialogs.length === 0 || !municipalities) return undefined;
  const client = createRegisterClient({ address: config.register, now, sleep });
  const thread = createCatalogueThread();
  const lookups = createLookups({
    client,
    store,
    work: thread.work,
    fillable: dialog => fillableOf(content, dialog),
    municipalities,
    now,
    dayOf,
    onProblem: (why, municipality) => log.warn({ why, municipality }, 'Palvelutietovaranto gave nothing'),
  });
  return {
    lookups,
    source: { dialogs, municipalities },
    async close() {
      await client.close();
      await thread.close();
    },
  };
}

/** The instruments whose items have classes of Palvelutietovaranto. */
export function fillableDialogs(content: Content): readonly string[] {
  return content.instruments.map(({ id }) => id).filter(id => fillableOf(content, id) !== undefined);
}

/** The instrument in force with the words of its items; undefined where none of them has a class. */
export function fillableOf(content: Content, dialog: string): Fillable | undefined {
  const instrument = content.current(dialog);
  const { words } = instrument?.files.includes('workbook') ? wordsFor(content)(instrument) : NO_WORDS;
  return instrument && words && { instrument, words };
}

const NO_WORDS: { readonly words?: MatchWords | undefined } = {};

const wordsFor = memo((content: Content) =>
  memo((instrument: Instrument) => ({
    words: matchWords({
      instrument,
      names: content.serviceNames(instrument.id),
      words: locale => content.words(instrument.id, locale),
      text: (locale, key) => {
        const t = content.translate(locale);
        return t.has(`${instrument.id}:${key}`) ? t(`${instrument.id}:${key}`) : undefined;
      },
    }),
  })),
);

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref());
}

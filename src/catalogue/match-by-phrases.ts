/** Which item of the instrument a service is by known phrases: in its names in three languages, and by its classes. */
import { LOCALES } from '../conversation/locale.ts';
import { type ClassFit, classFit } from './classes.ts';
import type { Matchable, MatchWords } from './match-words.ts';
import { BESIDE, createNameReader, type NameSays, type ReadName } from './read-name.ts';
import type { RegisterService } from './register-service.ts';

export interface ByPhrases {
  readonly item: string;
  readonly surety: 'sure' | 'unsure';
  /** `name`: what it is called says so; `alternative`: what else it is called; `class`: nothing but its class. */
  readonly why: 'name' | 'alternative' | 'class';
  /** The words of the name that said it; empty where its class did. */
  readonly words: string;
  /** How much of the name's letters are letters of a phrase, 0–1. */
  readonly literal: number;
}

/** Undefined when it is none of them, or nothing tells. */
export type MatchByPhrases = (service: RegisterService) => ByPhrases | undefined;

/** `places`: names that tell nothing, such as the municipality's own. */
export function createPhraseMatcher(
  { items, words }: Pick<MatchWords, 'items' | 'words'>,
  places: readonly string[],
): MatchByPhrases {
  const readers = LOCALES.map(locale => [locale, createNameReader(words[locale], places)] as const);
  const readName = new Map(readers);
  const classOf = new Map(items.map(({ item, ptv }) => [item, ptv]));
  const only = onlyOfClass(items);
  return service => {
    const said = LOCALES.flatMap(locale => {
      const name = service.names[locale];
      const says = name === undefined ? undefined : readName.get(locale)?.(name);
      return says ? [says] : [];
    });
    const judged = (says: NameSays) => judge(says, classFit(service.classes, classOf.get(says.item)));
    const named = byNames(said.map(judged));
    if (named) return named.item === BESIDE ? undefined : { ...named, why: 'name' };
    const other = byAlternative(service, readers, judged);
    return other ?? byClass(service, only);
  };
}

type Judged = Omit<ByPhrases, 'why'>;

/** The share of a name that has to be said by an item's words. The nearer the class, the less. */
const SURE_FROM: Readonly<Record<ClassFit, number>> = {
  same: 0.34,
  main: 0.4,
  near: 0.55,
  untold: 0.6,
  far: 2,
};
const ASKED_FROM: Readonly<Record<ClassFit, number>> = {
  same: 0.15,
  main: 0.2,
  near: 0.3,
  untold: 0.3,
  far: 0.5,
};
/** Two readings nearer to each other than this are asked about. */
const RIVAL = 0.7;

function judge({ item, share, rival, words, literal }: NameSays, fit: ClassFit): Judged & { worth: number } {
  const surety = share >= SURE_FROM[fit] && rival < RIVAL ? 'sure' : 'unsure';
  return { item, surety, words, literal, worth: item === BESIDE || share >= ASKED_FROM[fit] ? share : 0 };
}

/** The first language that says something counts; another that surely says otherwise makes it a question. */
function byNames(all: readonly (Judged & { worth: number })[]): Judged | undefined {
  const telling = all.filter(({ worth }) => worth > 0);
  const [first, ...others] = telling;
  if (!first) return undefined;
  const agreed = others.find(({ item, surety }) => item === first.item && surety === 'sure');
  const against = others.find(({ item, surety }) => item !== first.item && surety === 'sure');
  const { item, surety, words } = first.surety === 'unsure' && agreed ? agreed : first;
  if (first.item === BESIDE && against && against.item !== BESIDE) return { ...against, surety: 'unsure' };
  const literal = Math.max(...telling.map(one => (one.item === item ? one.literal : 0)));
  return { item, surety: against ? 'unsure' : surety, words, literal };
}

function byAlternative(
  { also }: RegisterService,
  readers: readonly (readonly [string, ReadName])[],
  judged: (says: NameSays) => Judged & { worth: number },
): ByPhrases | undefined {
  for (const name of also) {
    const says = readers.map(([, read]) => read(name)).find(one => one !== undefined);
    const found = says && judged(says);
    if (found && found.item !== BESIDE && found.surety === 'sure')
      return { ...found, surety: 'unsure', why: 'alternative' };
  }
  return undefined;
}

/** Class → the only item of that very class. */
function onlyOfClass(items: readonly Matchable[]): ReadonlyMap<string, string> {
  const only = new Map<string, string | undefined>();
  for (const { item, ptv } of items) if (ptv?.includes('.')) only.set(ptv, only.has(ptv) ? undefined : item);
  return new Map([...only].flatMap(([code, item]) => (item === undefined ? [] : [[code, item] as const])));
}

function byClass({ classes }: RegisterService, only: ReadonlyMap<string, string>): ByPhrases | undefined {
  const items = new Set(classes.flatMap(code => only.get(code) ?? []));
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) return undefined;
  return { item, surety: 'unsure', why: 'class', words: '', literal: 0 };
}

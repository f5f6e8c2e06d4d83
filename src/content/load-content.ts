import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Action } from '../assessment/actions.ts';
import { NOBODY_YET } from '../assessment/approved.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { memo } from '../assessment/memo.ts';
import type { Register } from '../assessment/register.ts';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { ItemWords } from '../conversation/naming/item-words.ts';
import { createNaming, type Naming } from '../conversation/naming/naming.ts';
import type { Translate } from '../conversation/translate.ts';
import type { CalledDialog, Vocabularies } from '../conversation/understanding/vocabulary.ts';
import { checkedByBuild } from './checked-by-build.ts';
import { knownTexts } from './known-texts.ts';
import { loadVocabularies } from './load-vocabularies.ts';
import { makeTranslate } from './make-translate.ts';
import { NO_OWN, type OwnInstruments, withOwnContent } from './own-content.ts';
import { ContentError, type Problem } from './problem.ts';
import { type RawContent, readContent } from './read-content.ts';
import type { ActionCatalogue, InstrumentFile } from './read-dialogs.ts';
import { wordsOf } from './read-words.ts';

/** What is asked and said, read and checked: it does not change while the server runs. */
export interface Content {
  /** The instruments in force, in the order they are offered. */
  readonly instruments: readonly Instrument[];
  /** The instrument in force of a dialog. */
  readonly current: (dialog: string) => Instrument | undefined;
  /** An instrument in force or archived. */
  readonly instrument: (dialog: string, version: string) => Instrument | undefined;
  readonly actions: readonly Action[];
  /** Which version of the actions was approved, by which role and when. */
  readonly actionsVersion: Pick<ActionCatalogue, 'version' | 'approved'>;
  readonly translate: (locale: Locale) => Translate;
  /** How people name an instrument's items and fields in a language. */
  readonly naming: (instrument: Instrument, locale: Locale) => Naming;
  /** Names with official codes, such as the municipalities. */
  readonly register: (name: string) => Register | undefined;
  /** The words in which a language names an instrument's items; undefined where it lists none. */
  readonly words: (dialog: string, locale: Locale) => ItemWords | undefined;
  /** What services that an instrument lists are called elsewhere: the text of `dialogs/names/`, empty where there is none. */
  readonly serviceNames: (dialog: string) => string;
  /** What stood earlier in the place of a text of an instrument, `dialog:key`, in any language. */
  readonly earlier: (key: string) => readonly string[];
  /** The languages in which words may be a label on a card, or begin with one. */
  readonly labelLanguages: (words: string) => readonly Locale[];
  /** What each language calls the dialogs in force. */
  readonly called: (locale: Locale) => readonly CalledDialog[];
  /** The words that are understood in each language. */
  readonly vocabularies: () => Vocabularies;
  /** What was wrong with instruments of a municipality's own: they were left out, all else is there. */
  readonly leftOut: readonly Problem[];
  /** Which of a municipality's own were taken, and which were not. */
  readonly own: OwnInstruments;
}

/** Whether somebody has approved all that is in force. */
export function isApproved({ instruments, actionsVersion }: Content): boolean {
  return [...instruments, actionsVersion].every(({ approved }) => approved !== NOBODY_YET);
}

export interface ContentPlace {
  /** Where `dialogs/` and `locales/` are; the project this file belongs to, unless given. */
  readonly root?: string;
  /** A folder of the same shape with instruments of a municipality's own. */
  readonly own?: string | undefined;
}

/** Reads and checks all content. Throws a ContentError listing every problem when anything of the project is unusable. */
export function loadContent({ root = findRoot(import.meta.dirname), own }: ContentPlace = {}): Content {
  const checked = checkedByBuild(root);
  const shipped = checked?.raw ?? soundContent(root);
  const found =
    own === undefined ? { content: shipped, leftOut: [], own: NO_OWN } : withOwnContent(shipped, own);
  return {
    ...contentOf(found.content),
    leftOut: found.leftOut,
    own: found.own,
    vocabularies: lazily(() => checked?.vocabularies ?? loadVocabularies(join(root, 'locales'))),
    serviceNames: dialog => readServiceNames(root, dialog),
  };
}

function soundContent(root: string): RawContent {
  const { value, problems } = readContent(root);
  if (problems.length > 0) throw new ContentError(problems);
  return value;
}

type Unnamed = Omit<Content, 'vocabularies' | 'serviceNames' | 'leftOut' | 'own'>;

function contentOf({ dialogs, texts, words }: RawContent): Unnamed {
  const { instruments, catalogue } = dialogs;
  if (!catalogue) throw new ContentError([]);
  const current = inForce(instruments);
  const all = instruments.map(({ instrument }) => instrument);
  const translate = makeTranslate(texts);
  const namings = memo((instrument: Instrument) =>
    Object.fromEntries(LOCALES.map(locale => [locale, lazily(() => namingOf(instrument, locale))])),
  );
  const namingOf = (instrument: Instrument, locale: Locale): Naming =>
    createNaming(
      {
        instrument,
        words: one => wordsOf(words, instrument.id, one),
        text: (one, key) => {
          const full = `${instrument.id}:${key}`;
          return translate(one).has(full) ? translate(one)(full) : undefined;
        },
      },
      locale,
    );
  return {
    instruments: current,
    current: dialog => current.find(({ id }) => id === dialog),
    instrument: (dialog, version) => all.find(one => one.id === dialog && one.version === version),
    actions: catalogue.actions,
    actionsVersion: { version: catalogue.version, approved: catalogue.approved },
    translate,
    naming: (instrument, locale) => namings(instrument)[locale]?.() ?? namingOf(instrument, locale),
    register: name => dialogs.registers?.[name],
    words: (dialog, locale) => wordsOf(words, dialog, locale),
    earlier: key => earlierTexts(words, key),
    labelLanguages: knownTexts(texts),
    called: locale =>
      current.map(({ id }) => ({ dialog: id, phrases: words.get(id)?.[locale]?.called ?? [] })),
  };
}

function earlierTexts(words: RawContent['words'], key: string): string[] {
  const [dialog = '', path = ''] = key.split(':', 2);
  const listed = words.get(dialog);
  return LOCALES.flatMap(locale => listed?.[locale]?.earlier[path] ?? []);
}

/** The instruments in force, in the order they are offered. */
function inForce(instruments: readonly InstrumentFile[]): Instrument[] {
  return instruments
    .filter(({ state }) => state === 'current')
    .map(({ instrument }) => instrument)
    .sort((one, other) => one.order - other.order);
}

/** Compiled when it is first needed: done beforehand, it would take up a good part of every start. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The nearest folder upwards that holds `dialogs/`: the same from the sources and from a build. */
export function findRoot(from: string): string {
  if (existsSync(join(from, 'dialogs')) && existsSync(join(from, 'locales'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('dialogs/ and locales/ were not found in this folder or any above it');
  return findRoot(parent);
}

/** What services are called elsewhere, with the items that they are: written by `npm run services:learn`. */
export function serviceNamesFile(dialog: string): string {
  return `dialogs/names/${dialog}.tsv`;
}

function readServiceNames(root: string, dialog: string): string {
  const file = join(root, serviceNamesFile(dialog));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

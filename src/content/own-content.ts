/** A municipality's own instruments, beside ours or in place of one: each is taken or left out by itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import { checkInstrument, hasClearIds } from './check-instrument.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { missingTexts } from './check-texts.ts';
import { expectedTexts } from './expected-texts.ts';
import { type Problem, withoutEchoes } from './problem.ts';
import { checkNext, type RawContent } from './read-content.ts';
import { type InstrumentFile, readInstruments } from './read-dialogs.ts';
import { readWords } from './read-words.ts';
import { isWordList, readTextFile, type Texts, type TextTree, textFile } from './texts.ts';

/** Texts that an own folder can add to: who approves, and where questions come from. */
export const SHARED_TEXTS: readonly string[] = ['actions', 'sources'];

const NO_FOLDER: Problem = {
  file: '',
  path: '',
  problem: 'there is no such folder: make it, or name another one',
};

const NOTHING: Problem = {
  file: 'dialogs',
  path: '',
  problem: 'no instrument is here: put one into dialogs/ID.yaml, and its texts into locales/LANGUAGE/ID.yaml',
};

/** What became of the instruments of a folder. */
export interface OwnInstruments {
  /** As `data-check 1.0.0`. */
  readonly taken: readonly string[];
  /** By their files, as `dialogs/data-check.yaml`. */
  readonly leftOut: readonly string[];
}

export const NO_OWN: OwnInstruments = { taken: [], leftOut: [] };

interface Tried {
  readonly content: RawContent;
  readonly problems: readonly Problem[];
}

/**
 * The content with the instruments of a folder in it, and what was wrong with those that were left out: each problem
 * with the path of its file, which begins with the folder's.
 */
export function withOwnContent(
  content: RawContent,
  folder: string,
): { readonly content: RawContent; readonly leftOut: readonly Problem[]; readonly own: OwnInstruments } {
  const {
    content: grown,
    problems,
    own,
  } = existsSync(folder) ? withFolder(content, folder) : { content, problems: [NO_FOLDER], own: NO_OWN };
  return {
    content: grown,
    own,
    leftOut: withoutEchoes(problems).map(problem => ({ ...problem, file: join(folder, problem.file) })),
  };
}

function withFolder(content: RawContent, folder: string): Tried & { readonly own: OwnInstruments } {
  const { value: found, problems } = readInstruments(folder, content.dialogs.registers ?? {});
  if (found.length + problems.length === 0) return { content, problems: [NOTHING], own: NO_OWN };
  const wrong = new Set(problems.map(({ file }) => file));
  const sound = found.filter(({ file }) => !wrong.has(file));
  const shared = SHARED_TEXTS.map(namespace => ({ namespace, problems: brokenTexts(folder, namespace) }));
  const texts = shared.reduce((all, { namespace }) => withTexts(all, folder, namespace), content.texts);
  const tried = withInstruments({ ...content, texts }, folder, sound);
  const inUse = new Set(tried.content.dialogs.instruments.map(({ instrument }) => instrument));
  const taken = sound.filter(({ instrument }) => inUse.has(instrument));
  const files = new Set([...found.map(({ file }) => file), ...wrong]);
  return {
    ...tried,
    problems: [...problems, ...shared.flatMap(one => one.problems), ...tried.problems],
    own: {
      taken: taken.map(({ instrument: { id, version } }) => `${id} ${version}`),
      leftOut: [...files].filter(file => !taken.some(one => one.file === file)),
    },
  };
}

/** Once more without those that go on to an instrument which has been left out itself. */
function withInstruments(content: RawContent, folder: string, files: readonly InstrumentFile[]): Tried {
  let grown = content;
  const problems: Problem[] = [];
  const taken: InstrumentFile[] = [];
  for (const file of files) {
    const tried = withInstrument(grown, folder, file);
    problems.push(...tried.problems);
    if (tried.problems.length > 0) continue;
    grown = tried.content;
    taken.push(file);
  }
  const { instruments } = grown.dialogs;
  const lost = taken.flatMap(file => checkNext(file, instruments));
  if (lost.length === 0) return { content: grown, problems };
  const kept = taken.filter(({ file }) => !lost.some(problem => problem.file === file));
  const again = withInstruments(content, folder, kept);
  return { ...again, problems: [...problems, ...lost, ...again.problems] };
}

function withInstrument(content: RawContent, folder: string, file: InstrumentFile): Tried {
  const { id } = file.instrument;
  const misplaced = checkName(content, file);
  if (misplaced.length > 0) return { content, problems: misplaced };
  const words = readWords(folder, [id]);
  const unreadable = [...missingFiles(content, folder, id), ...brokenTexts(folder, id), ...words.problems];
  const texts = withTexts(content.texts, folder, id);
  const alone = { instruments: [file], catalogue: undefined };
  // Of a file that cannot be read every text would be missing.
  const meaning =
    unreadable.length > 0 || !hasClearIds(file.instrument)
      ? []
      : [...missingTexts(texts, expectedTexts(alone)), ...checkPlaceholders(file.instrument, texts)];
  const others = content.dialogs.instruments.map(other =>
    file.state === 'current' && other.instrument.id === id ? { ...other, state: 'archived' as const } : other,
  );
  const dialogs = { ...content.dialogs, instruments: [...others, file] };
  return {
    content: { dialogs, texts, words: new Map([...content.words, ...words.value]) },
    problems: [...unreadable, ...checkInstrument(file), ...meaning],
  };
}

/** Names that are taken: those of our own texts that belong to no instrument, and a version that is there already. */
function checkName({ texts, dialogs }: RawContent, { file, instrument }: InstrumentFile): Problem[] {
  const { id, version } = instrument;
  const same = dialogs.instruments.filter(other => other.instrument.id === id);
  if (same.length === 0 && (Object.hasOwn(texts.fi, id) || isWordList(id)))
    return [{ file, path: 'id', problem: `${id} is the name of texts of the bot's own: choose another` }];
  return same.some(other => other.instrument.version === version)
    ? [
        {
          file,
          path: 'version',
          problem: `there is a ${id} ${version} already, which results stand on: give yours another version`,
        },
      ]
    : [];
}

/** One that takes the place of ours can leave its texts as they are. */
function missingFiles({ texts }: RawContent, folder: string, id: string): Problem[] {
  return LOCALES.filter(locale => !existsSync(join(folder, textFile(locale, id))))
    .filter(locale => texts[locale][id] === undefined)
    .map(locale => ({
      file: textFile(locale, id),
      path: '',
      problem: 'the file is missing: every instrument speaks three languages, add its texts in this one',
    }));
}

function brokenTexts(folder: string, namespace: string): Problem[] {
  return LOCALES.flatMap(locale =>
    existsSync(join(folder, textFile(locale, namespace)))
      ? readTextFile(folder, locale, namespace).problems
      : [],
  );
}

/** The texts with those of a folder's file over them. */
export function withTexts(texts: Texts, folder: string, namespace: string): Texts {
  const merged = (locale: Locale) => {
    if (!existsSync(join(folder, textFile(locale, namespace)))) return texts[locale];
    const { value = {} } = readTextFile(folder, locale, namespace);
    return { ...texts[locale], [namespace]: mergeTrees(texts[locale][namespace] ?? {}, value) };
  };
  return { fi: merged('fi'), sv: merged('sv'), en: merged('en') };
}

function mergeTrees(one: TextTree, other: TextTree): TextTree {
  const merged: Record<string, string | TextTree> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = merged[key];
    merged[key] = typeof known === 'object' && typeof value === 'object' ? mergeTrees(known, value) : value;
  }
  return merged;
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasReadableRules } from '../../src/assessment/scoring/scoring.ts';
import { hasClearIds } from '../../src/content/check-instrument.ts';
import { checkSentences } from '../../src/content/check-sentences.ts';
import { checkStairCount } from '../../src/content/check-stair-count.ts';
import { checkTexts, unevenTexts } from '../../src/content/check-texts.ts';
import { checkWords } from '../../src/content/check-words.ts';
import { expectedTexts } from '../../src/content/expected-texts.ts';
import { SHARED_TEXTS, withOwnContent, withTexts } from '../../src/content/own-content.ts';
import { type Problem, withoutEchoes } from '../../src/content/problem.ts';
import type { RawContent } from '../../src/content/read-content.ts';
import { ACTIONS_FILE, readInstruments } from '../../src/content/read-dialogs.ts';
import { readWords } from '../../src/content/read-words.ts';
import { allTexts, readTextFile, type Texts, type TextTree, textFile } from '../../src/content/texts.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';

/** A folder of instruments of a municipality's own, looked through. */
interface OwnContent {
  readonly problems: readonly Problem[];
  /** Ids of its instruments that a server would take. */
  readonly taken: readonly string[];
  /** How many texts it has. */
  readonly texts: number;
}

/** Everything that is wrong in a folder: what a server would leave out, and what only a reader would notice. */
export function reviewOwnContent(base: RawContent, folder: string): OwnContent {
  const { content, leftOut } = withOwnContent(base, folder);
  const { value: found, problems } = readInstruments(folder, base.dialogs.registers ?? {});
  const isRead =
    problems.length === 0 &&
    found.every(({ instrument }) => hasReadableRules(instrument) && hasClearIds(instrument));
  const namespaces = [...new Set([...idsIn(folder), ...SHARED_TEXTS])];
  const texts = ownTexts(folder, namespaces);
  // One that takes the place of ours can leave texts of ours as they are.
  const together = namespaces.reduce((all, namespace) => withTexts(all, folder, namespace), base.texts);
  // Of those left out the texts are looked through as well.
  const instruments = [...content.dialogs.instruments, ...found];
  const expected = expectedTexts({ ...content.dialogs, instruments });
  const noticed = [
    // What uses a source or a text is not known before every instrument can be read.
    ...(!isRead ? [] : [...checkTexts(texts, expected), ...unevenTexts(together, expected)]),
    ...checkWords(
      instruments.map(({ instrument }) => instrument),
      readWords(folder, namespaces).value,
    ),
    ...found.flatMap(checkStairCount),
    ...checkSentences(texts),
    ...unreadFiles(folder, namespaces),
  ].map(problem => ({ ...problem, file: join(folder, problem.file) }));
  const told = unique(withoutEchoes([...leftOut, ...noticed]));
  return { problems: told, taken: takenFrom(content, base), texts: allTexts(texts).length };
}

/** Of the instruments that cannot be read, too. */
function idsIn(folder: string): string[] {
  const files = [...namesIn(folder, 'dialogs'), ...namesIn(folder, 'dialogs/archive')];
  return files
    .filter(name => `dialogs/${name}` !== ACTIONS_FILE)
    .map(name => name.replace(/(@.*)?\.\w+$/, ''));
}

function takenFrom({ dialogs }: RawContent, base: RawContent): string[] {
  const ours = new Set(base.dialogs.instruments.map(({ instrument }) => instrument));
  return dialogs.instruments
    .filter(({ instrument, state }) => state === 'current' && !ours.has(instrument))
    .map(({ instrument }) => instrument.id);
}

function ownTexts(folder: string, namespaces: readonly string[]): Texts {
  const read = (locale: Locale): Record<string, TextTree> =>
    Object.fromEntries(
      namespaces
        .filter(namespace => existsSync(join(folder, textFile(locale, namespace))))
        .map(namespace => [namespace, readTextFile(folder, locale, namespace).value ?? {}]),
    );
  return { fi: read('fi'), sv: read('sv'), en: read('en') };
}

/** Files that nothing reads: their writer thinks otherwise. */
function unreadFiles(folder: string, namespaces: readonly string[]): Problem[] {
  const texts = LOCALES.flatMap(locale => {
    const read = namespaces.flatMap(one => [`${one}.yaml`, `${one}.words.yaml`]);
    return namesIn(folder, `locales/${locale}`)
      .filter(name => !read.includes(name))
      .map(name => ({
        file: `locales/${locale}/${name}`,
        path: '',
        problem: `nothing reads this file: name it ID.yaml or ID.words.yaml after an instrument's id`,
      }));
  });
  const dialogs = ['dialogs', 'dialogs/archive'].flatMap(where =>
    namesIn(folder, where)
      .filter(name => name.endsWith('.yml') || name.endsWith('.json'))
      .map(name => ({
        file: `${where}/${name}`,
        path: '',
        problem: 'nothing reads this file: write it in YAML and end its name with .yaml',
      })),
  );
  return [...texts, ...dialogs, ...unreadActions(folder)];
}

function unreadActions(folder: string): Problem[] {
  if (!existsSync(join(folder, ACTIONS_FILE))) return [];
  const problem = "recommended actions are the project's own: take this file out of the folder";
  return [{ file: ACTIONS_FILE, path: '', problem }];
}

function namesIn(folder: string, where: string): string[] {
  const path = join(folder, where);
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap(entry => (entry.isFile() ? [entry.name] : [])).sort();
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(one => [JSON.stringify(one), one])).values()];
}

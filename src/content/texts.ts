import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { Read } from './problem.ts';
import { readYaml } from './read-yaml.ts';

/** The texts of one file, nested as written. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** Locale → namespace (the file's name) → its texts. */
export type Texts = Readonly<Record<Locale, Readonly<Record<string, TextTree>>>>;

/** Word lists for understanding are no translations: `load-vocabularies.ts` and `read-words.ts` read them. */
export function isWordList(namespace: string): boolean {
  return namespace === 'vocabulary' || namespace.endsWith('.words');
}

/** A walk of our own: schemas of schemas would take longer over thousands of texts than all else at a start. */
const treeSchema = z.custom<TextTree>(isGroup, 'must be a group of texts').superRefine((tree, context) => {
  for (const path of notTexts(tree)) context.addIssue({ code: 'custom', path, message: 'must be a text' });
});

/** Reads every text of `locales/`, in every language. */
export function readTexts(root: string): Read<Texts> {
  const [fi, sv, en] = [readLocale(root, 'fi'), readLocale(root, 'sv'), readLocale(root, 'en')];
  return {
    value: { fi: fi.value, sv: sv.value, en: en.value },
    problems: [fi, sv, en].flatMap(({ problems }) => problems),
  };
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths of what is neither a text nor a group of texts. */
function notTexts(group: object, path: readonly string[] = []): string[][] {
  return Object.entries(group).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [];
    return isGroup(value) ? notTexts(value, [...path, key]) : [[...path, key]];
  });
}

function readLocale(root: string, locale: Locale): Read<Record<string, TextTree>> {
  const namespaces = namespacesIn(join(root, 'locales', locale));
  const read = namespaces.map(namespace => ({ namespace, ...readTextFile(root, locale, namespace) }));
  return {
    value: Object.fromEntries(read.flatMap(({ namespace, value }) => (value ? [[namespace, value]] : []))),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** One file of texts; undefined when anything in it is wrong. */
export function readTextFile(root: string, locale: Locale, namespace: string): Read<TextTree | undefined> {
  return readYaml(root, textFile(locale, namespace), treeSchema);
}

function namespacesIn(folder: string): string[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  return files.map(name => name.slice(0, -'.yaml'.length)).filter(name => !isWordList(name));
}

export function textFile(locale: Locale, namespace: string): string {
  return `locales/${locale}/${namespace}.yaml`;
}

/** The text at a key path; undefined when nothing is there, or a group of texts. */
export function textAt(tree: TextTree | undefined, key: string): string | undefined {
  const part = key
    .split('.')
    .reduce<string | TextTree | undefined>(
      (group, name) => (typeof group === 'object' && Object.hasOwn(group, name) ? group[name] : undefined),
      tree,
    );
  return typeof part === 'string' ? part : undefined;
}

/** One text with its place. */
export interface Text {
  readonly locale: Locale;
  readonly namespace: string;
  /** The key path inside the file. */
  readonly key: string;
  readonly text: string;
}

/** Every text, flat. */
export function allTexts(texts: Texts): Text[] {
  return LOCALES.flatMap(locale =>
    Object.entries(texts[locale]).flatMap(([namespace, tree]) =>
      flatten(tree).map(([key, text]) => ({ locale, namespace, key, text })),
    ),
  );
}

function flatten(tree: TextTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

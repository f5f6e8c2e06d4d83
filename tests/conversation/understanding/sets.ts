/** Lines of many writers, labelled by two others: a set is split by writer, so that no hand is in two of its parts. */
import { readdirSync, readFileSync } from 'node:fs';
import { LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import { type Case, parseCase } from './cases.ts';

/** `build` makes the rules, `look` tells how they do on lines they were not made with, `final` is opened last. */
export const PARTS = ['build', 'look', 'final'] as const;
export type Part = (typeof PARTS)[number];

export interface WrittenCase extends Case {
  readonly locale: Locale;
  readonly writer: string;
}

const FOLDER = new URL('sets/', import.meta.url);

/** Files are named `LANGUAGE-WRITER.tsv`. */
export function casesIn(part: Part): WrittenCase[] {
  return readdirSync(new URL(`${part}/`, FOLDER)).flatMap(name => {
    const locale = LOCALES.find(one => name.startsWith(`${one}-`));
    if (!locale) throw new Error(`${part}/${name}: the name does not begin with a language`);
    const lines = readFileSync(new URL(`${part}/${name}`, FOLDER), 'utf8').split('\n');
    const writer = name.replace(/\.tsv$/, '');
    return lines
      .filter(line => line !== '')
      .map(line => ({ ...asCommanded(parseCase(line, name)), locale, writer }));
  });
}

/** On the labellers' sheet `/human` was a wish to speak to somebody, which here is `/contact`: how to reach one. */
function asCommanded(one: Case): Case {
  return { ...one, expected: one.expected.map(label => label.replace(/\/human$/, '/contact')) };
}

/** The regular expressions of source files, as they are written there. */
import { readFileSync } from 'node:fs';
import { type CallExpression, type NewExpression, parseSync, Visitor } from 'oxc-parser';
import * as z from 'zod';

/** One that is written out: `/pattern/flags`. */
export interface Pattern {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

export interface Patterns {
  readonly written: readonly Pattern[];
  /** Files, each once, that put patterns together while they run; what those are is not to be read off the source. */
  readonly making: readonly string[];
}

export function patternsIn(files: readonly string[]): Patterns {
  const found = files.map(file => patternsOf(file, readFileSync(file, 'utf8')));
  return {
    written: found.flatMap(({ written }) => written),
    making: found.flatMap(({ making }) => making),
  };
}

const MAKERS = new Set(['RegExp', 'globalThis.RegExp']);
/** These make a pattern of a text they are given. */
const MATCHING = new Set(['match', 'matchAll', 'search']);

export function patternsOf(file: string, text: string): Patterns {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const written: Pattern[] = [];
  const making = new Set<string>();
  const makes = ({ callee }: CallExpression | NewExpression) => {
    if (MAKERS.has(text.slice(callee.start, callee.end))) making.add(file);
  };
  new Visitor({
    Literal: node => {
      if ('regex' in node) written.push({ file, pattern: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: makes,
    CallExpression: node => {
      makes(node);
      const { callee, arguments: given } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const [first] = given;
      const isText =
        first?.type === 'TemplateLiteral' || (first?.type === 'Literal' && typeof first.value === 'string');
      if (isText && MATCHING.has(callee.property.name)) making.add(file);
    },
  }).visit(program);
  return { written, making: [...making] };
}

export const PROVEN = 'tests/support/proven-patterns.json';
const provenSchema = z.array(z.string());

/** Those that were proved linear, as `/pattern/flags`. `npm run prove:regex` writes the list. */
export function provenPatterns(): readonly string[] {
  return provenSchema.parse(JSON.parse(readFileSync(PROVEN, 'utf8')));
}

export function asWritten({ pattern, flags }: Pick<Pattern, 'pattern' | 'flags'>): string {
  return `/${pattern}/${flags}`;
}

/** What keeps the written ones from being proved: a line for each that is not, and for each proof that nobody needs. */
export function gapsBetween(written: readonly Pattern[], proven: readonly string[]): string[] {
  const used = new Set(written.map(asWritten));
  const proved = new Set(proven);
  return [
    ...written
      .filter(one => !proved.has(asWritten(one)))
      .map(one => `${one.file}: ${asWritten(one)} is not proved`),
    ...proven.filter(one => !used.has(one)).map(one => `${one} is nowhere any more`),
  ];
}

import type { ErrorCode, YAMLError } from 'yaml';

/** What is wrong with a YAML text, for the person who writes it: where, and what to do. */
export interface YamlMistake {
  readonly line: number;
  readonly problem: string;
}

interface Source {
  readonly text: string;
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
}

/** A parser's error in words for writers of content, at the line to look at; the parser's own words stand behind it. */
export function yamlMistake(
  { code, message, pos: [start] }: Pick<YAMLError, 'code' | 'message' | 'pos'>,
  { text, lineOf }: Source,
): YamlMistake {
  const line = lineOf(start);
  const [rest = ''] = text.slice(start).split('\n', 1);
  const nested = code === 'BLOCK_AS_IMPLICIT_KEY' && message.startsWith('Nested');
  // The parser begins to wonder at the value above: what is wrong is the line that goes on below it.
  if (nested && !hasColon(rest))
    return { line: line + 1 + blanksBelow(text, start), problem: said(INDENT, message) };
  return { line, problem: said(nested ? COLON : adviceFor(code, message), message) };
}

function said(advice: string, message: string): string {
  return `${advice} (YAML: ${message})`;
}

function hasColon(text: string): boolean {
  return text.includes(': ') || text.trimEnd().endsWith(':');
}

function blanksBelow(text: string, start: number): number {
  const below = text.slice(start).split('\n').slice(1);
  return Math.max(
    0,
    below.findIndex(line => line.trim() !== ''),
  );
}

const INDENT =
  'look at the indent: what belongs together begins in the same column, under what it belongs to; a text with a colon stands in quotes';
const COLON = 'put the text in quotes ("…"): a colon in it is read as a key';
const QUOTES =
  'put the text in quotes ("…"): it begins with, or has after a closing quote or bracket, what YAML reads as a sign of its own';
const CLOSING = 'a quote or bracket is opened and not closed: look at this line and those above it';

function adviceFor(code: ErrorCode, message: string): string {
  if (code === 'MISSING_CHAR' && !message.startsWith('Missing closing')) return INDENT;
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return CLOSING;
  return ADVICE[code] ?? 'look at the indent, the quotes and the brackets of this line and the one above it';
}

const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: INDENT,
  BLOCK_AS_IMPLICIT_KEY: INDENT,
  BAD_ALIAS: QUOTES,
  BAD_DQ_ESCAPE:
    'a backslash in a text in double quotes is a sign of its own: write it twice, or take it out',
  BAD_SCALAR_START: QUOTES,
  BLOCK_IN_FLOW: CLOSING,
  DUPLICATE_KEY: 'this key is given twice: take one out, or give it another name',
  MISSING_CHAR: CLOSING,
  MULTILINE_IMPLICIT_KEY: 'a key needs a colon and a space behind it ("key: text"), and stands on one line',
  MULTIPLE_DOCS: 'a line of --- begins another document: take it out',
  TAB_AS_INDENT: 'indent with spaces: a tab stands here',
  TAG_RESOLVE_FAILED: QUOTES,
  UNEXPECTED_TOKEN: QUOTES,
};

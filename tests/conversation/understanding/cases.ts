import { readdirSync, readFileSync } from 'node:fs';
import {
  ASKED,
  type Asked,
  type Understanding,
} from '../../../src/conversation/understanding/understanding.ts';

/** A message, and what it may be understood as: any of the readings is right. */
export interface Case {
  readonly asked: Asked;
  readonly text: string;
  readonly expected: readonly string[];
}

const FOLDER = new URL('cases/', import.meta.url);

/** All case files of one language: `fi.tsv`, `held-out-fi.tsv`, … */
export function casesOf(locale: string): Case[] {
  const files = readdirSync(FOLDER).filter(name => new RegExp(`(^|-)${locale}\\.tsv$`).test(name));
  return files.flatMap(name => linesOf(name).map(line => parseCase(line, name)));
}

/** How a reading is written in the case files: `yes`, `81.5`, `/back`, `/language:sv`, `?`, `?yes`. */
export function written(understanding: Understanding): string {
  if (understanding.kind === 'answer') return String(understanding.value);
  if (understanding.kind === 'command')
    return `/${understanding.name}${understanding.locale ? `:${understanding.locale}` : ''}`;
  return `?${understanding.suggestion ? written(understanding.suggestion) : ''}`;
}

/** `?` accepts every way of asking back, with or without a suggestion. */
export function isRight(reading: string, { expected }: Case): boolean {
  return expected.some(one => one === reading || (one === '?' && reading.startsWith('?')));
}

function linesOf(name: string): string[] {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  return lines.filter(line => line !== '' && !line.startsWith('#'));
}

/** A line of a case file: kind, text, and what it may be understood as, tabs between. */
export function parseCase(line: string, file: string): Case {
  const [asked, text, expected] = line.split('\t');
  const known = ASKED.find(kind => kind === asked);
  if (!known || !text || !expected) throw new Error(`${file}: not a case: ${line}`);
  return { asked: known, text, expected: expected.split('|') };
}

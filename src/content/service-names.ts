/**
 * What services are called elsewhere, with the items of an instrument that they are: `dialogs/names/<instrument>.tsv`,
 * with the columns items (by |; `own` for none), classes (by ,) and name. Written by `npm run services:learn`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ServiceName {
  readonly items: readonly string[];
  readonly classes: readonly string[];
  readonly name: string;
}

export function serviceNamesFile(dialog: string): string {
  return `dialogs/names/${dialog}.tsv`;
}

/** None where the project at `root` lists none: services are matched by phrases alone then. */
export function readServiceNames(root: string, dialog: string): ServiceName[] {
  const file = join(root, serviceNamesFile(dialog));
  return existsSync(file) ? serviceNamesIn(readFileSync(file, 'utf8')) : [];
}

function serviceNamesIn(text: string): ServiceName[] {
  return lines(text).map(line => {
    const [items = '', classes = '', name = ''] = line.split('\t');
    return { items: items.split('|'), classes: classes === '' ? [] : classes.split(','), name };
  });
}

export function writtenServiceNames(names: readonly ServiceName[]): string {
  const written = names.map(({ items, classes, name }) =>
    [items.join('|'), classes.join(','), name].join('\t'),
  );
  return [...new Set(written)]
    .sort()
    .map(line => `${line}\n`)
    .join('');
}

function lines(text: string): string[] {
  return text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

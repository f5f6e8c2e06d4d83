/** Labelled names of services: what each is in the workbook. */
import { readFileSync } from 'node:fs';
import type { RegisterService } from '../../src/catalogue/register-service.ts';
import type { ServiceName } from '../../src/catalogue/service-names.ts';

export interface Labelled {
  /** Items that are right; `own`: none of them has to be found. */
  readonly labels: readonly string[];
  readonly service: RegisterService;
}

/**
 * `labelled`: what the words were tuned on; `held-out`: written before them by the same author, and left out;
 * `second-hand`, `public-topics`, `third-hand`: names that others gave. `hand-a`, `hand-b`, `hand-c`: by three more hands,
 * none of which had seen the words or other names.
 */
export const TABLES = [
  'labelled',
  'held-out',
  'second-hand',
  'public-topics',
  'third-hand',
  'hand-a',
  'hand-b',
  'hand-c',
] as const;

/** By a hand that was sealed while the matching was made: no name or figure of the matching comes from it. */
export const SEALED = 'fourth-hand';

export type TableName = (typeof TABLES)[number] | typeof SEALED;

/** Names in all languages, as they are learnt from. */
export function namesOf(table: readonly Labelled[]): ServiceName[] {
  return table.flatMap(({ labels, service: { names, classes } }) =>
    Object.values(names).map(name => ({ items: labels, classes, name })),
  );
}

export function readTable(file: TableName): Labelled[] {
  const text = readFileSync(new URL(`../fixtures/ptv/${file}.tsv`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return lines.map((line, index) => {
    const [labels = '', classes = '', fi = '', sv = '', en = ''] = line.split('\t');
    return {
      labels: labels.split('|'),
      service: {
        id: `${file}-${index}`,
        names: { ...(fi && { fi }), ...(sv && { sv }), ...(en && { en }) },
        also: [],
        classes: classes === '' ? [] : classes.split(','),
        channels: [],
        responsible: ['Esimerkkilän kunta'],
        area: 'limited',
        municipalities: [],
      },
    };
  });
}

/** Labelled names of services: what each is in the workbook. */
import { readFileSync } from 'node:fs';
import type { RegisterService } from '../../src/catalogue/register-service.ts';

export interface Labelled {
  /** Items that are right; `own`: none of them has to be found. */
  readonly labels: readonly string[];
  readonly service: RegisterService;
}

/**
 * `labelled`: what the words were tuned on; `held-out`: written before them by the same author, and left out;
 * `second-hand`, `public-topics`: names that others gave. Both showed what was missing, and are tuned on by now.
 * `third-hand`: names that no word was mended by.
 */
export type TableName = 'held-out' | 'labelled' | 'public-topics' | 'second-hand' | 'third-hand';

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

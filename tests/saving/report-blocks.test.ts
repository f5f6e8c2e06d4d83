/** Rows of a message as a table of a document. */
import { expect, it } from 'vitest';
import type { Row, RowAnswer } from '../../src/presentation/view.ts';
import { reportBlocks } from '../../src/saving/report/report-blocks.ts';
import { content } from '../support/content.ts';

const given = (label: string, value: string): RowAnswer => ({ label, value, state: 'given' });

function row(title: string, ...answers: readonly RowAnswer[]): Row {
  return { title, answers, remarks: [], words: [] };
}

function cellsOf(rows: readonly Row[]): unknown {
  const [block] = reportBlocks(content.translate('fi'), [{ block: 'rows', title: 'Palvelut', rows }]);
  return block?.block === 'table' ? block.table.rows : undefined;
}

it('loses no answer of a row: two things that people named alike stand in one cell', () => {
  const rows = [
    row('Satamat', given('Venepaikka', 'käytössä'), given('Venepaikka', 'suunnitteilla')),
    row('Liikenne', given('Pysäköinti', 'käytössä')),
  ];
  expect(cellsOf(rows)).toEqual([
    ['Satamat', 'käytössä; suunnitteilla', '–'],
    ['Liikenne', '–', 'käytössä'],
  ]);
});

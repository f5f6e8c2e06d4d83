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

it('puts a row of many answers into a table of its own, line by line, with what is said beside it below', () => {
  const services = ['Lainaus', 'Varaukset', 'Maksut', 'Kaukolainat', 'Musiikki', 'Palaute'];
  const many = {
    ...row('Verkossa', ...services.map(name => given(name, 'osittain'))),
    remarks: ['Kysytään kollegalta'],
    words: [{ label: 'Muistiinpano', words: 'sivu 4' }],
  };
  const few = row('Käynnit', { value: '35 000', state: 'given' });
  const blocks = reportBlocks(content.translate('fi'), [
    { block: 'rows', title: 'Palvelut', rows: [many, few] },
  ]);
  expect(blocks).toEqual([
    {
      block: 'table',
      table: { caption: 'Palvelut', head: ['Kohta', 'Tieto'], rows: [['Käynnit', '35 000']] },
    },
    {
      block: 'table',
      table: {
        caption: 'Palvelut – Verkossa',
        head: ['Kohta', 'Tieto'],
        rows: services.map(name => [name, 'osittain']),
      },
    },
    { block: 'text', text: 'Kysytään kollegalta', tone: 'quiet' },
    { block: 'words', label: 'Muistiinpano', words: 'sivu 4' },
  ]);
});

import type { Translate } from '../../conversation/translate.ts';
import type { Block, Link, Row } from '../../presentation/view.ts';
import type { ReportBlock, Table } from '../../reports/result/report.ts';

/**
 * What a message shows, as a document shows it: nothing to press, rows in a table. A picture is left out, since it is a
 * link: what it shows is told beside it, and a document has its own (`figureOf`).
 */
export function reportBlocks(t: Translate, blocks: readonly Block[]): ReportBlock[] {
  return blocks.flatMap((block): ReportBlock[] => {
    switch (block.block) {
      case 'heading':
        return [{ block: 'text', text: block.text, tone: 'strong' }];
      case 'text':
        return [{ block: 'text', text: block.text, ...(block.tone && { tone: block.tone }) }];
      case 'progress':
        return [{ block: 'text', text: `${block.text}.` }];
      case 'list':
        return [{ block: 'list', items: block.items }];
      case 'item':
        return [
          { block: 'text', text: block.title, tone: 'strong' },
          { block: 'text', text: block.text },
          { block: 'text', text: block.facts, tone: 'quiet' },
        ];
      case 'words':
        return [{ block: 'words', label: block.label, words: block.words }];
      case 'links':
        return [{ block: 'list', items: block.links.map(linkText) }];
      case 'rows':
        return rowsBlocks(t, block);
      default:
        return [];
    }
  });
}

/** A chat's "Tavoitteet ja matka niihin:" leads on to what follows; a heading stands by itself. */
export function asHeading(text: string): string {
  return text.endsWith(':') ? text.slice(0, -1) : text;
}

function linkText({ label, text, url }: Link): string {
  const said = url?.startsWith('http') && url !== text ? `${text} (${url})` : text;
  return label === '' ? said : `${label}: ${said}`;
}

/** The same rows in one line: "Perusta on kunnossa: Tarve: Kyllä; Suunnitelma: Osittain. Muistiinpano: sivu 4". */
export function rowsInLine({ title, rows }: Block & { block: 'rows' }): string {
  const told = rows.map(row => {
    const { remarks, words } = row;
    const beside = remarks.length + words.length > 0 ? `. ${remarksOf(row)}` : '';
    const only = row.answers.every(({ label }) => label === undefined);
    return `${only ? `${row.title}: ` : ''}${answersOf(row)}${beside}`;
  });
  return `${title}: ${told.join('; ')}`;
}

/** More columns than these are too narrow to read: the few answers of a row then stand one after the other in one. */
const MOST_COLUMNS = 5;

type Rows = Block & { block: 'rows' };

/** Rows in one table. One of too many answers for a line (a list of twenty services) has a table of its own below. */
function rowsBlocks(t: Translate, block: Rows): ReportBlock[] {
  if (labelsOf(block).length <= MOST_COLUMNS) return [{ block: 'table', table: tableOf(t, block) }];
  const short = block.rows.filter(({ answers }) => answers.length <= MOST_COLUMNS);
  const long = block.rows.filter(row => !short.includes(row));
  return [
    ...(short.length > 0 ? [{ block: 'table', table: tableOf(t, { ...block, rows: short }) } as const] : []),
    ...long.flatMap(row => ownTable(t, asHeading(block.title), row)),
  ];
}

/** One row as a table: its answers line by line, and below it what is said beside them. */
function ownTable(t: Translate, group: string, { title, answers, remarks, words }: Row): ReportBlock[] {
  const table: Table = {
    caption: title === group ? title : `${group} – ${title}`,
    head: [t('report:columns.item'), t('report:columns.answer')],
    rows: answers.map(({ label, value }) => [label ?? title, value]),
  };
  return [
    { block: 'table', table },
    ...remarks.map(text => ({ block: 'text', text, tone: 'quiet' }) as const),
    ...words.map(one => ({ block: 'words', label: one.label, words: one.words }) as const),
  ];
}

function labelsOf({ rows }: Rows): (string | undefined)[] {
  return [...new Set(rows.flatMap(({ answers }) => answers.map(({ label }) => label)))];
}

/** A column for each name that answers have, and one for what is said beside them. */
function tableOf(t: Translate, block: Rows): Table {
  const { title, rows } = block;
  const labels = labelsOf(block);
  const apart = labels.length <= MOST_COLUMNS;
  const remarked = rows.some(({ remarks, words }) => remarks.length + words.length > 0);
  const answer = t('report:columns.answer');
  return {
    caption: asHeading(title),
    head: [
      t('report:columns.item'),
      ...(apart ? labels.map(label => label ?? answer) : [answer]),
      ...(remarked ? [t('report:columns.remarks')] : []),
    ],
    rows: rows.map(row => [
      row.title,
      ...(apart ? labels.map(label => answerUnder(row, label)) : [answersOf(row)]),
      ...(remarked ? [remarksOf(row)] : []),
    ]),
  };
}

function answerUnder({ answers }: Row, label: string | undefined): string {
  const values = answers.flatMap(answer => (answer.label === label ? [answer.value] : []));
  return values.join('; ') || '–';
}

function answersOf({ answers }: Row): string {
  return answers.map(({ label, value }) => (label === undefined ? value : `${label}: ${value}`)).join('; ');
}

function remarksOf({ remarks, words }: Row): string {
  return [...remarks, ...words.map(one => `${one.label}: ${one.words}`)].join(' ') || '–';
}

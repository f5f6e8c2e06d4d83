import {
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { LANGUAGE_TAGS } from '../../conversation/locale.ts';
import { columnWidths } from './column-widths.ts';
import type { Cell, Figure, Report, ReportBlock, ReportPart, Table as ReportTable } from './report.ts';

/** Draws SVG as PNG, for word processors that know none. */
export type ToPng = (svg: string) => Promise<Uint8Array>;

/**
 * The page for a council as a document to write on in a word processor: headings, tables with their first row as
 * heading, pictures with alternative text, and the language. What is blank is there to be filled in.
 */
export async function reportDocx(report: Report, toPng: ToPng): Promise<Uint8Array> {
  const parts = report.parts.filter(part => part.in === 'brief');
  const pictures = await picturesOf(parts, toPng);
  const { title, result, facts, notices, author, locale, made } = report;
  const document = new Document({
    title: `${title} – ${result}`,
    creator: author,
    lastModifiedBy: author,
    description: result,
    styles: stylesIn(LANGUAGE_TAGS[locale]),
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          paragraph(result, { bold: true, size: 26 }),
          ...facts.map(({ label, value }) => labelled(label, value)),
          paragraph(notices.join(' '), { color: QUIET }),
          ...parts.flatMap(part => partOf(part, pictures)),
          paragraph(made, { color: QUIET, size: 16 }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 720, bottom: 720, left: 850, right: 850 };
const TEXT_WIDTH = A4.width - MARGIN.left - MARGIN.right;
const QUIET = '44586B';
const HEAD = 'EAF1F6';

function stylesIn(language: string) {
  const heading = (size: number) => ({
    run: { size, bold: true, color: '1A1F2B' },
    paragraph: { spacing: { before: 140, after: 60 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 20, language: { value: language } },
        paragraph: { spacing: { after: 50 } },
      },
      heading1: heading(32),
      heading2: heading(25),
      heading3: heading(22),
    },
  };
}

type Pictures = ReadonlyMap<Figure, Uint8Array>;

async function picturesOf(parts: readonly ReportPart[], toPng: ToPng): Promise<Pictures> {
  const figures = parts.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.block === 'figure' ? [block.figure] : [])),
  );
  return new Map(await Promise.all(figures.map(async figure => [figure, await toPng(figure.svg)] as const)));
}

function partOf({ heading, level, blocks }: ReportPart, pictures: Pictures): (Paragraph | Table)[] {
  const named = level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  return [
    ...(heading === undefined ? [] : [new Paragraph({ text: heading, heading: named })]),
    ...blocks.flatMap(block => blockOf(block, heading, pictures)),
  ];
}

function blockOf(block: ReportBlock, heading: string | undefined, pictures: Pictures): (Paragraph | Table)[] {
  switch (block.block) {
    case 'text':
      return [
        paragraph(block.text, {
          ...(block.tone === 'strong' && { bold: true }),
          ...(block.tone === 'quiet' && { color: QUIET }),
        }),
      ];
    case 'words':
      return [labelled(block.label, block.words)];
    case 'list':
      return block.items.map(text => new Paragraph({ text, bullet: { level: 0 } }));
    case 'table':
      return tableOf(block.table, heading);
    case 'figure':
      return [pictureOf(block.figure, pictures), ...tableOf(block.figure.table, heading)];
  }
}

function paragraph(text: string, look: { bold?: boolean; size?: number; color?: string } = {}): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, ...look })] });
}

function labelled(label: string, text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun({ text })],
  });
}

/** Pixels, at 96 to the inch. */
const WIDE = { narrow: 230, half: 280, wide: 400 };

function pictureOf(figure: Figure, pictures: Pictures): Paragraph {
  const data = pictures.get(figure) ?? new Uint8Array();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  // A PNG says first how wide and how high it is.
  const ratio = view.getUint32(20) / view.getUint32(16);
  const width = WIDE[figure.width];
  const image = new ImageRun({
    type: 'png',
    data,
    transformation: { width, height: Math.round(width * ratio) },
    altText: { name: figure.table.caption, description: figure.alt },
  });
  return new Paragraph({ children: [image] });
}

/** Under a heading that says the same, it has no title. */
function tableOf({ caption, head, rows }: ReportTable, heading: string | undefined): (Paragraph | Table)[] {
  const shares = columnWidths({ head, rows });
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map(share => Math.floor((share / all) * TEXT_WIDTH));
  const cell = (text: Cell, at: number, look: { bold?: boolean; fill?: string }) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 30, bottom: 30, left: 70, right: 70 },
      ...(look.fill && { shading: { fill: look.fill } }),
      children: [paragraph(text ?? '', { size: 18, ...(look.bold && { bold: true }) })],
    });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, at) => cell(text, at, { bold: true, fill: HEAD })),
      }),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, { bold: at === 0 })),
          }),
      ),
    ],
  });
  return [
    ...(caption === heading ? [] : [paragraph(caption, { bold: true })]),
    table,
    paragraph('', { size: 8 }),
  ];
}

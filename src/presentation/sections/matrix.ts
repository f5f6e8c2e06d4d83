import type { Instrument } from '../../assessment/instrument.ts';
import { type MatrixSides, matrixSides } from '../../assessment/scoring/matrix/matrix-rules.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName, lower } from '../dialog-texts.ts';
import { MOST_SPOTS, matrixPicturePath } from '../picture/matrix-picture-path.ts';
import { matrixSvg } from '../picture/matrix-svg.ts';
import { labelOf, type MatrixTexts, matrixTexts } from '../picture/matrix-texts.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';
import type { SectionFigure } from './section-figure.ts';

type Matrix = DrawnSection<SectionOf<'matrix'>>;
type Row = SectionOf<'matrix'>['rows'][number];

/** The picture with the numbers, and below it what they are: the highest with their ratings, the others in a line. */
export function matrixBlocks(voice: Voice, { instrument, section }: Matrix): Block[] {
  const { t, context, locale } = voice;
  const drawn = drawnRows(voice, { instrument, section });
  if (!drawn) return [];
  const { spots, texts } = drawn;
  const top = section.rows.slice(0, section.top);
  const rest = section.rows.slice(section.top).map(({ item }) => itemName(voice, instrument, item));
  return [
    {
      block: 'picture',
      url: `${context.publicUrl}${matrixPicturePath({ dialog: instrument.id, spots, locale })}`,
      alt: texts.alt,
    },
    { block: 'heading', text: t('bot:matrix.top'), opens: 'section' },
    { block: 'list', items: top.map(row => rowText(voice, instrument, { row, texts })), numbered: true },
    ...(rest.length > 0
      ? [{ block: 'text', text: t('bot:matrix.rest', { items: rest.join('; ') }) } as const]
      : []),
  ];
}

/** SVG that needs nothing else, and every row as a table: its first column names the rows. */
export function matrixFigure(voice: Voice, { instrument, section }: Matrix): SectionFigure | undefined {
  const { t } = voice;
  const drawn = drawnRows(voice, { instrument, section });
  if (!drawn) return undefined;
  const { spots, texts } = drawn;
  const head = [
    t('bot:matrix.item'),
    t('bot:matrix.number'),
    texts.impact.title,
    texts.urgency.title,
    t('bot:matrix.points'),
  ];
  const rows = section.rows.map((row, at) => [
    itemName(voice, instrument, row.item),
    String(at + 1),
    labelOf(texts.impact, row.impact),
    labelOf(texts.urgency, row.urgency),
    String(row.points),
  ]);
  return {
    svg: matrixSvg(spots, texts),
    alt: texts.alt,
    width: 'wide',
    table: { caption: t('bot:matrix.figure'), head, rows },
  };
}

/** What the picture shows. Its address holds only where each number stands, and no word that anybody wrote. */
function drawnRows({ t }: Voice, { instrument, section }: Matrix) {
  const sides: MatrixSides | undefined = matrixSides(instrument);
  if (!sides) return undefined;
  const spots = section.rows.slice(0, MOST_SPOTS).map(({ impact, urgency }) => ({ impact, urgency }));
  return { spots, texts: matrixTexts(t, sides, spots) };
}

function rowText(
  voice: Voice,
  instrument: Instrument,
  { row, texts }: { row: Row; texts: MatrixTexts },
): string {
  return voice.t('bot:matrix.row', {
    item: itemName(voice, instrument, row.item),
    impact: lower(labelOf(texts.impact, row.impact)),
    urgency: lower(labelOf(texts.urgency, row.urgency)),
    count: row.points,
  });
}

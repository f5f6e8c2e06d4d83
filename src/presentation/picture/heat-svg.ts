import { escapeXml } from './escape-xml.ts';
import { INK, NOT_YET, REACHED } from './palette.ts';
import { panelSvg } from './panel-svg.ts';
import { tenths } from './tenths.ts';
import { wrapWords } from './wrap-words.ts';

/** A cell as it is drawn: how dark, and what is written in it. */
export interface HeatCell {
  /** 0–1; null where there is nothing to count. */
  readonly share: number | null;
  readonly text: string;
}

export interface DrawnHeat {
  /** The whole picture in words. */
  readonly alt: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
}

const WIDTH = 640;
const MARGIN = 24;
const NAMES = 206;
/** The slanted name of the last column reaches beyond it. */
const RIGHT = 78;
/** Where the rows begin, below the slanted names. */
const TOP = 138;
const ROW = 38;
/** The font size at which "100 %" fits into a cell of seven columns, with room on both sides. */
const FIGURE_SIZE = 12;
/** Letters of a name on one line. */
const LETTERS = 27;

/** From nothing to all: each darker than the one before it, so that they are told apart in print without colours. */
const SHADES = [
  { fill: '#ffffff', ink: INK.strong },
  { fill: '#d6eaf0', ink: INK.strong },
  { fill: '#a9d0da', ink: INK.strong },
  { fill: REACHED.fills[0], ink: REACHED.ink },
  { fill: REACHED.fills[3], ink: REACHED.ink },
] as const;

/**
 * A row for each name, a column for each field, the darker the greater the share. Every cell bears its figure, so that no
 * shade has to be read; where there is nothing to count it is crossed out.
 */
export function heatSvg({ alt, title, columns, rows }: DrawnHeat): string {
  const width = (WIDTH - MARGIN - NAMES - RIGHT) / columns.length;
  const left = MARGIN + NAMES;
  return panelSvg({ width: WIDTH, height: TOP + rows.length * ROW + MARGIN, alt }, [
    `<text x="${MARGIN}" y="40" font-size="20" font-weight="700" fill="${INK.strong}">${escapeXml(title)}</text>`,
    ...columns.map((name, at) => {
      const x = tenths(left + (at + 0.5) * width);
      return `<text transform="translate(${x} ${TOP - 8}) rotate(-35)" font-size="14" font-weight="600" fill="${INK.strong}">${escapeXml(name)}</text>`;
    }),
    ...rows.flatMap(({ name, cells }, row) => {
      const y = TOP + row * ROW;
      return [
        ...named(name, y),
        ...cells.map((cell, at) =>
          cellShape(cell, { x: tenths(left + at * width), y, width: tenths(width) }),
        ),
      ];
    }),
  ]);
}

/** In the middle of the row, on as many lines as it takes: one or two. */
function named(name: string, y: number): string[] {
  const lines = wrapWords(name, LETTERS);
  const first = y + ROW / 2 + 5 - (lines.length - 1) * 8;
  return lines.map(
    (line, at) =>
      `<text x="${MARGIN}" y="${first + at * 16}" font-size="14" fill="${INK.strong}">${escapeXml(line)}</text>`,
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function cellShape({ share, text }: HeatCell, { x, y, width }: Box): string {
  const box = `x="${x + 1}" y="${y + 1}" width="${tenths(width - 2)}" height="${ROW - 2}" rx="6"`;
  if (share === null)
    return `<rect ${box} fill="${NOT_YET.fill}" stroke="${NOT_YET.edge}" stroke-dasharray="4 3"/><path d="M${tenths(x + width / 2 - 7)} ${y + ROW / 2} h14" stroke="${NOT_YET.edge}" stroke-width="2"/>`;
  const { fill, ink } = shadeOf(share);
  return `<rect ${box} fill="${fill}" stroke="${INK.line}"/><text x="${tenths(x + width / 2)}" y="${y + ROW / 2 + 4}" text-anchor="middle" font-size="${FIGURE_SIZE}" font-weight="600" fill="${ink}">${escapeXml(text)}</text>`;
}

/** Nothing and all have shades of their own. */
function shadeOf(share: number): (typeof SHADES)[number] {
  const at = share <= 0 ? 0 : share >= 1 ? SHADES.length - 1 : 1 + Math.floor(share * (SHADES.length - 2));
  return SHADES[at] ?? SHADES[0];
}

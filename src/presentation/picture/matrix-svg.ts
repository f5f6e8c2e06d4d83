import { escapeXml } from './escape-xml.ts';
import type { MatrixSpot } from './matrix-picture-path.ts';
import type { MatrixTexts } from './matrix-texts.ts';
import { INK, PANEL } from './palette.ts';
import { panelSvg } from './panel-svg.ts';
import { tenths } from './tenths.ts';

const WIDTH = 400;
const LEFT = 66;
const TOP = 62;
const SIDE = { width: 308, height: 264 };

/** From the least points to the most, apart in print without colours too; the numbers on them are dark on every one. */
const SHADES = ['#ffffff', '#dbebf1', '#b4d6df', '#86bccb'];

/** Numbers in one cell; of more the last place says how many. */
const MOST_IN_A_CELL = 6;

/**
 * Cells by impact, the greatest on top, and urgency, the most urgent on the right. Each thing stands in its cell by the
 * number that it has in the list beside the picture. Legible at 360 px.
 */
export function matrixSvg(spots: readonly MatrixSpot[], texts: MatrixTexts): string {
  const [rows, columns] = [texts.impact.options.length, texts.urgency.options.length];
  const bottom = TOP + SIDE.height;
  const height = bottom + 54 + texts.scales.length * 22 + 10;
  return panelSvg({ width: WIDTH, height, alt: texts.alt }, [
    `<text x="24" y="38" font-size="20" font-weight="700" fill="${INK.strong}">${escapeXml(texts.title)}</text>`,
    ...cells({ rows, columns }, spots),
    ...ticks({ rows, columns }),
    `<text transform="translate(30 ${TOP + SIDE.height / 2}) rotate(-90)" text-anchor="middle" font-size="16" font-weight="600" fill="${INK.strong}">${escapeXml(texts.impact.title)} →</text>`,
    `<text x="${LEFT + SIDE.width / 2}" y="${bottom + 40}" text-anchor="middle" font-size="16" font-weight="600" fill="${INK.strong}">${escapeXml(texts.urgency.title)} →</text>`,
    ...texts.scales.map(
      (line, at) =>
        `<text x="24" y="${bottom + 70 + at * 22}" font-size="15" fill="${INK.quiet}">${escapeXml(line)}</text>`,
    ),
  ]);
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

function cells({ rows, columns }: Size, spots: readonly MatrixSpot[]): string[] {
  return Array.from({ length: rows * columns }, (_, index) => {
    const impact = rows - Math.floor(index / columns);
    const urgency = (index % columns) + 1;
    const numbers = spots.flatMap((spot, at) =>
      spot.impact === impact && spot.urgency === urgency ? [at + 1] : [],
    );
    const width = SIDE.width / columns;
    const height = SIDE.height / rows;
    const [x, y] = [LEFT + (urgency - 1) * width, TOP + (rows - impact) * height];
    const shade = SHADES[Math.ceil(((impact * urgency) / (rows * columns)) * SHADES.length) - 1] ?? SHADES[0];
    return [
      `<rect x="${tenths(x + 1)}" y="${tenths(y + 1)}" width="${tenths(width - 2)}" height="${tenths(height - 2)}" rx="7" fill="${shade}" stroke="${INK.line}" stroke-width="1"/>`,
      ...badges(numbers, { x: x + width / 2, y: y + height / 2 }),
    ].join('');
  });
}

/** Three in a line, two lines. */
function badges(numbers: readonly number[], { x, y }: { x: number; y: number }): string[] {
  const tooMany = numbers.length > MOST_IN_A_CELL;
  const shown = tooMany ? numbers.slice(0, MOST_IN_A_CELL - 1) : numbers;
  const texts = [...shown.map(String), ...(tooMany ? [`+${numbers.length - shown.length}`] : [])];
  const lines = Math.ceil(texts.length / 3);
  return texts.map((text, at) => {
    const line = Math.floor(at / 3);
    const onLine = Math.min(3, texts.length - line * 3);
    const cx = tenths(x + ((at % 3) - (onLine - 1) / 2) * 25);
    const cy = tenths(y + (line - (lines - 1) / 2) * 26);
    return `<circle cx="${cx}" cy="${cy}" r="11.5" fill="${INK.strong}"/><text x="${cx}" y="${tenths(cy + 5)}" text-anchor="middle" font-size="14" font-weight="700" fill="${PANEL.fill}">${text}</text>`;
  });
}

function ticks({ rows, columns }: Size): string[] {
  const tick = (x: number, y: number, step: number) =>
    `<text x="${tenths(x)}" y="${tenths(y)}" text-anchor="middle" font-size="15" font-weight="600" fill="${INK.quiet}">${step}</text>`;
  return [
    ...Array.from({ length: rows }, (_, at) =>
      tick(LEFT - 14, TOP + SIDE.height - (at + 0.5) * (SIDE.height / rows) + 5, at + 1),
    ),
    ...Array.from({ length: columns }, (_, at) =>
      tick(LEFT + (at + 0.5) * (SIDE.width / columns), TOP + SIDE.height + 18, at + 1),
    ),
  ];
}

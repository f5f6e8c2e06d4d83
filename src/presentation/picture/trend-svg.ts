import { escapeXml } from './escape-xml.ts';
import { INK, PANEL, POSSIBLE, REACHED } from './palette.ts';
import { hatching, panelSvg } from './panel-svg.ts';
import type { TrendPicture, TrendPoint } from './trend-picture-path.ts';
import type { TrendTexts } from './trend-texts.ts';

const WIDTH = 400;
const HEIGHT = 300;
const TOP = 74;
const GROUND = 236;
const LEFT = 58;
const RIGHT = 368;

/**
 * Results from left to right, the stair growing upwards: a dark dot where the answers surely lead, a hatched bar with a
 * dashed edge as far as unknown ones leave open. Each dot bears its number, so that neither colour nor height alone tells it.
 */
export function trendSvg({ of, points }: Omit<TrendPicture, 'locale'>, texts: TrendTexts): string {
  const places = points.map((point, index) => placeOf(point, { index, count: points.length, of }));
  const line = places.map(({ x, low }) => `${x},${low}`).join(' ');
  return panelSvg({ width: WIDTH, height: HEIGHT, alt: texts.alt }, [
    hatching('open'),
    `<text x="24" y="44" font-size="24" font-weight="700" fill="${INK.strong}">${escapeXml(texts.title)}</text>`,
    ...(points.some(({ low, high }) => low < high) ? [legend(texts.possible)] : []),
    ...levels(of),
    `<polyline points="${line}" fill="none" stroke="${REACHED.fills[1]}" stroke-width="3" stroke-linejoin="round"/>`,
    ...places.map(shapeOf),
    ...texts.months.map((month, index) => monthBelow(month, { index, places })),
  ]);
}

interface PlacedPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly stair: number;
}

function placeOf(
  { low, high }: TrendPoint,
  { index, count, of }: { readonly index: number; readonly count: number; readonly of: number },
): PlacedPoint {
  const x = Math.round(LEFT + 18 + (index * (RIGHT - LEFT - 36)) / Math.max(count - 1, 1));
  return { x, low: heightOf(low, of), high: heightOf(high, of), stair: low };
}

function heightOf(stair: number, of: number): number {
  return Math.round(GROUND - ((GROUND - TOP) * stair) / of);
}

function legend(possible: string): string {
  return `<rect x="232" y="31" width="16" height="16" rx="4" fill="url(#open)" stroke="${POSSIBLE.edge}" stroke-width="2" stroke-dasharray="4 3"/><text x="256" y="44" font-size="14" fill="${INK.quiet}">${escapeXml(possible)}</text>`;
}

/** A line for every stair, with its number. */
function levels(of: number): string[] {
  return Array.from({ length: of + 1 }, (_, stair) => {
    const y = heightOf(stair, of);
    return `<line x1="${LEFT}" y1="${y}" x2="${RIGHT}" y2="${y}" stroke="${PANEL.edge}" stroke-width="1"/><text x="${LEFT - 14}" y="${y + 5}" font-size="15" text-anchor="end" fill="${INK.quiet}">${stair}</text>`;
  });
}

function shapeOf({ x, low, high, stair }: PlacedPoint): string {
  const open =
    high === low
      ? ''
      : `<rect x="${x - 8}" y="${high}" width="16" height="${low - high}" rx="4" fill="url(#open)" stroke="${POSSIBLE.edge}" stroke-width="2" stroke-dasharray="4 3"/>`;
  return `${open}<circle cx="${x}" cy="${low}" r="12" fill="${REACHED.fills[2]}"/><text x="${x}" y="${low + 5}" font-size="14" font-weight="700" text-anchor="middle" fill="${REACHED.ink}">${stair}</text>`;
}

/** In two rows where they would run into each other. */
function monthBelow(
  month: string,
  { index, places }: { readonly index: number; readonly places: readonly PlacedPoint[] },
): string {
  const row = places.length > 5 && index % 2 === 1 ? 20 : 0;
  return `<text x="${places[index]?.x ?? LEFT}" y="${GROUND + 30 + row}" font-size="14" text-anchor="middle" fill="${INK.strong}">${escapeXml(month)}</text>`;
}

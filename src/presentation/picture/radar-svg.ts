import { escapeXml } from './escape-xml.ts';
import { INK, PANEL, POSSIBLE, REACHED } from './palette.ts';
import { hatching, panelSvg } from './panel-svg.ts';
import type { NamedAxis, RadarTexts } from './radar-texts.ts';
import { tenths } from './tenths.ts';
import { wrapWords } from './wrap-words.ts';

const WIDTH = 400;
const CENTRE = { x: 200, y: 204 };
const RADIUS = 118;
/** How far from the middle the numbers of the spokes stand: a mark on the highest level keeps clear of them. */
const BADGES = RADIUS + 25;
const LIST = 400;
const ROW = 25;

interface Drawn {
  /** How many levels there are. */
  readonly of: number;
  readonly axes: readonly NamedAxis[];
}

/**
 * A spoke for each axis, numbered, with its level from the middle outwards. In a chat the names stand below it with their
 * levels, so that neither colour nor a small letter has to be read; on a page they stand under the same numbers in the
 * table at its side. What unknown answers leave open is hatched up to its dashed edge; what is aimed at is marked with
 * squares. Legible at 360 px.
 */
export function radarSvg({ of, axes }: Drawn, texts: RadarTexts, where: 'chat' | 'page'): string {
  const open = axes.some(({ low, high }) => low < high);
  const aimed = axes.some(({ target }) => target !== undefined);
  const names =
    where === 'page' ? [] : axes.flatMap((axis, at) => nameLines(axis.name, texts.levels[at] ?? '', at));
  const height = LIST + (names.length === 0 ? 0 : names.length * ROW + 12);
  return panelSvg({ width: WIDTH, height, alt: texts.alt }, [
    hatching('open'),
    `<text x="24" y="38" font-size="20" font-weight="700" fill="${INK.strong}">${escapeXml(texts.title)}</text>`,
    ...web(of, axes.length),
    open
      ? `<polygon points="${outline(of, axes, ({ high }) => high)}" fill="url(#open)" stroke="${POSSIBLE.edge}" stroke-width="2" stroke-dasharray="6 4"/>`
      : '',
    `<polygon points="${outline(of, axes, ({ low }) => low)}" fill="${REACHED.fills[1]}" fill-opacity="0.82" stroke="${REACHED.fills[3]}" stroke-width="2.5" stroke-linejoin="round"/>`,
    ...rings(of),
    ...axes.map(({ low }, at) => dot(point(of, { at, count: axes.length, level: low }))),
    ...(aimed ? aims(of, axes) : []),
    ...axes.map((_, at) => badge(at, point(of, { at, count: axes.length, level: (of * BADGES) / RADIUS }))),
    ...legend([
      { look: 'reached', text: texts.reached },
      ...(open ? [{ look: 'possible', text: texts.possible } as const] : []),
      ...(aimed ? [{ look: 'target', text: texts.target } as const] : []),
    ]),
    ...names.map((line, row) => listed(line, LIST + 20 + row * ROW)),
  ]);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a level stands on a spoke: the first one points up, the others follow clockwise. */
function point(of: number, { at, count, level }: { at: number; count: number; level: number }): Spot {
  const angle = (2 * Math.PI * at) / count - Math.PI / 2;
  const length = (RADIUS * level) / of;
  return { x: tenths(CENTRE.x + length * Math.cos(angle)), y: tenths(CENTRE.y + length * Math.sin(angle)) };
}

function outline(of: number, axes: readonly NamedAxis[], level: (axis: NamedAxis) => number): string {
  return axes
    .map((axis, at) => point(of, { at, count: axes.length, level: level(axis) }))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
}

function web(of: number, count: number): string[] {
  const spokes = Array.from({ length: count }, (_, at) => point(of, { at, count, level: of }));
  const levels = Array.from({ length: of }, (_, index) => index + 1);
  return [
    ...levels.map(level => {
      const corners = spokes.map((_, at) => point(of, { at, count, level }));
      return `<polygon points="${corners.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="${INK.line}" stroke-width="${level === of ? 1.6 : 0.9}"/>`;
    }),
    ...spokes.map(
      ({ x, y }) =>
        `<line x1="${CENTRE.x}" y1="${CENTRE.y}" x2="${x}" y2="${y}" stroke="${INK.line}" stroke-width="0.9"/>`,
    ),
  ];
}

/** The levels' numbers, beside the spoke that points up. */
function rings(of: number): string[] {
  return Array.from({ length: of }, (_, index) => {
    const y = tenths(CENTRE.y - (RADIUS * (index + 1)) / of);
    return `<rect x="${CENTRE.x + 5}" y="${y - 8}" width="14" height="16" rx="4" fill="${PANEL.fill}" fill-opacity="0.9"/><text x="${CENTRE.x + 12}" y="${y + 5}" text-anchor="middle" font-size="13" font-weight="600" fill="${INK.quiet}">${index + 1}</text>`;
  });
}

function dot({ x, y }: Spot): string {
  return `<circle cx="${x}" cy="${y}" r="4.5" fill="${REACHED.ink}" stroke="${REACHED.fills[3]}" stroke-width="2.5"/>`;
}

function aims(of: number, axes: readonly NamedAxis[]): string[] {
  const spots = axes.flatMap(({ target }, at) =>
    target === undefined ? [] : [point(of, { at, count: axes.length, level: target })],
  );
  return spots.map(square);
}

function square({ x, y }: Spot): string {
  return `<rect x="${x - 6}" y="${y - 6}" width="12" height="12" fill="${INK.flag}" stroke="${INK.strong}" stroke-width="2" transform="rotate(45 ${x} ${y})"/>`;
}

function badge(at: number, { x, y }: Spot): string {
  return `<circle cx="${x}" cy="${y}" r="12" fill="${INK.strong}"/><text x="${x}" y="${y + 5}" text-anchor="middle" font-size="15" font-weight="700" fill="${PANEL.fill}">${at + 1}</text>`;
}

interface Entry {
  readonly look: 'reached' | 'possible' | 'target';
  readonly text: string;
}

function legend(entries: readonly Entry[]): string[] {
  return entries.map(({ look, text }, index) => {
    const x = 24 + index * 122;
    const y = LIST - 18;
    const sample =
      look === 'target'
        ? square({ x: x + 9, y: y - 5 })
        : `<rect x="${x}" y="${y - 14}" width="18" height="18" rx="4" ${look === 'reached' ? `fill="${REACHED.fills[1]}"` : `fill="url(#open)" stroke="${POSSIBLE.edge}" stroke-width="2" stroke-dasharray="6 4"`}/>`;
    return `${sample}<text x="${x + 25}" y="${y}" font-size="15" fill="${INK.strong}">${escapeXml(text)}</text>`;
  });
}

interface NameLine {
  /** The number of the spoke, on the first line of its name. */
  readonly at?: number;
  readonly text: string;
  readonly level?: string;
}

/** Letters of a name and a level of one digit, on one line at the size of the list. */
const LETTERS = 34;

/** The level stands on the first line, and leaves less room for the name the longer it is: "2, tavoite 4". */
function nameLines(name: string, level: string, at: number): NameLine[] {
  const [first = '', ...more] = wrapWords(name, LETTERS - Math.max(0, level.length - 3));
  return [{ at, text: first, level }, ...more.map(text => ({ text }))];
}

function listed({ at, text, level }: NameLine, y: number): string {
  const name = `<text x="52" y="${y}" font-size="16" fill="${INK.strong}">${escapeXml(text)}</text>`;
  if (at === undefined || level === undefined) return name;
  const value = `<text x="${WIDTH - 24}" y="${y}" text-anchor="end" font-size="16" font-weight="700" fill="${INK.strong}">${escapeXml(level)}</text>`;
  return `${badge(at, { x: 34, y: y - 5 })}${name}${value}`;
}

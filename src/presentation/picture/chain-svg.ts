import type { LinkStanding } from '../../assessment/sections/told.ts';
import { escapeXml } from './escape-xml.ts';
import { INK, NOT_YET, POSSIBLE, REACHED } from './palette.ts';
import { panelSvg } from './panel-svg.ts';
import { wrapWords } from './wrap-words.ts';

/** A link as it is drawn: its name, what it consists of and how it is measured, a line each. */
export interface DrawnLink {
  readonly name: string;
  readonly standing: LinkStanding;
  readonly lines: readonly string[];
  /** Said below, apart. */
  readonly measure: string;
}

export interface DrawnChain {
  /** The whole picture in words. */
  readonly alt: string;
  readonly title: string;
  readonly links: readonly DrawnLink[];
}

/**
 * In the picture's own units. In a chat it is small and seen on a phone, in the bundled font; on a page of A4 more is
 * written into it, and it is drawn in whatever font the reader has. `letter`: room for one at a font size of 1.
 */
const PLACES = {
  chat: { width: 400, pad: 8, arrow: 20, letter: 0.5 },
  page: { width: 640, pad: 16, arrow: 26, letter: 0.62 },
};
type Drawing = (typeof PLACES)[keyof typeof PLACES];

const MARGIN = 24;
const INSET = 20;
const LINE = 23;
const SIZES = { title: 22, name: 19, line: 17 };

/**
 * The links one below the other, each leading to the next: dark where there is a measure, light where there is none,
 * dashed where nothing was named. What each holds is written in it, so that colour alone says nothing. In a chat the
 * letters are legible on a phone, on A4 they are as large as those of the text around.
 */
export function chainSvg({ alt, title, links }: DrawnChain, where: keyof typeof PLACES): string {
  const place = PLACES[where];
  const { width } = place;
  const heading = wrapWords(title, lettersIn(width - 2 * MARGIN, SIZES.title, place));
  const boxes: { top: number; box: Box }[] = [];
  let top = 12 + heading.length * 28 + 14;
  for (const link of links) {
    const box = boxOf(link, place);
    boxes.push({ top, box });
    top += box.height + place.arrow;
  }
  const height = top - place.arrow + MARGIN;
  return panelSvg({ width, height, alt }, [
    ...heading.map(
      (line, row) =>
        `<text x="${MARGIN}" y="${36 + row * 28}" font-size="${SIZES.title}" font-weight="700" fill="${INK.strong}">${escapeXml(line)}</text>`,
    ),
    ...boxes.flatMap(({ top: at, box }, index) => [
      ...(index === 0 ? [] : [arrow(place, at)]),
      boxShape(box, place, at),
    ]),
  ]);
}

interface Box {
  readonly standing: LinkStanding;
  readonly height: number;
  readonly lines: readonly { readonly text: string; readonly look: string }[];
}

function boxOf({ name, standing, lines, measure }: DrawnLink, place: Drawing): Box {
  const room = place.width - 2 * (MARGIN + INSET);
  const set = (text: string, size: number, weight: number) =>
    wrapWords(text, lettersIn(room, size, place)).map(line => ({
      text: line,
      look: `font-size="${size}" font-weight="${weight}"`,
    }));
  const all = [
    ...set(name, SIZES.name, 700),
    ...lines.flatMap(line => set(line, SIZES.line, 400)),
    ...set(measure, SIZES.line, 600),
  ];
  return { standing, lines: all, height: place.pad * 2 + LINE * all.length };
}

function boxShape({ standing, height, lines }: Box, { width, pad }: Drawing, top: number): string {
  const { paint, ink } = LOOKS[standing];
  return [
    `<rect x="${MARGIN}" y="${top}" width="${width - 2 * MARGIN}" height="${height}" rx="10" ${paint}/>`,
    ...lines.map(
      ({ text, look }, row) =>
        `<text x="${MARGIN + INSET}" y="${top + pad + 17 + row * LINE}" fill="${ink}" ${look}>${escapeXml(text)}</text>`,
    ),
  ].join('');
}

const LOOKS = {
  measured: { paint: `fill="${REACHED.fills[1]}"`, ink: REACHED.ink },
  named: { paint: `fill="${POSSIBLE.fill}" stroke="${POSSIBLE.edge}" stroke-width="2"`, ink: POSSIBLE.ink },
  empty: {
    paint: `fill="${NOT_YET.fill}" stroke="${NOT_YET.edge}" stroke-width="2" stroke-dasharray="7 5"`,
    ink: NOT_YET.ink,
  },
} as const;

/** From the link above, down to the one that begins here. */
function arrow({ width, arrow: gap }: Drawing, top: number): string {
  const x = width / 2;
  return `<path d="M${x} ${top - gap + 2} v${gap - 7} m-8 -8 l8 8 l8 -8" fill="none" stroke="${INK.quiet}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** How many letters of a font size there is room for. */
function lettersIn(room: number, size: number, { letter }: Drawing): number {
  return Math.floor(room / (size * letter));
}

import { escapeXml } from './escape-xml.ts';
import { PANEL, POSSIBLE } from './palette.ts';

interface Panel {
  /** In the picture's own units. */
  readonly width: number;
  readonly height: number;
  /** The whole picture in words. */
  readonly alt: string;
}

/** A picture with what all of them have: its size, its words for screen readers, and the panel that it stands on. */
export function panelSvg({ width, height, alt }: Panel, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="'Source Sans 3', 'Source Sans Pro', sans-serif">`,
    `<title>${escapeXml(alt)}</title>`,
    `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="18" fill="${PANEL.fill}" stroke="${PANEL.edge}" stroke-width="2"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** What unknown answers leave open: a fill of stripes, used as `url(#id)`. */
export function hatching(id: string): string {
  return `<defs><pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="${POSSIBLE.fill}"/><rect width="3" height="8" fill="${POSSIBLE.stripe}"/></pattern></defs>`;
}

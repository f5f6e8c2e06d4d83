import { LRUCache } from 'lru-cache';
import type { RadarAxes } from '../../assessment/scoring/radar-axes.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { type RadarPicture, radarPicturePath } from './radar-picture-path.ts';
import { radarSvg } from './radar-svg.ts';
import { radarTexts } from './radar-texts.ts';
import { toPng } from './to-png.ts';

/** Draws a picture as PNG, 960 px wide; undefined where the instrument gives no such levels. */
export type RadarPictures = (picture: RadarPicture) => Promise<Buffer> | undefined;

/** Those asked for last, some 60 KB each. */
const KEPT = 100;

export function radarPictures(
  translate: (locale: Locale) => Translate,
  radarOf: (dialog: string) => RadarAxes | undefined,
): RadarPictures {
  const drawn = new LRUCache<string, Promise<Buffer>>({ max: KEPT });
  return picture => {
    const found = radarOf(picture.dialog);
    if (!found || !fits(picture, found)) return undefined;
    const path = radarPicturePath(picture);
    const known = drawn.get(path);
    if (known) return known;
    const t = translate(picture.locale);
    const axes = picture.axes.map((axis, at) => ({ ...axis, name: t(found.names[at] ?? '') }));
    const drawing = toPng(radarSvg({ of: found.of, axes }, radarTexts(t, axes)));
    drawn.set(path, drawing);
    // One that could not be drawn is tried again for the next person.
    drawing.catch(() => drawn.delete(path));
    return drawing;
  };
}

function fits({ axes }: RadarPicture, { names, of }: RadarAxes): boolean {
  return axes.length === names.length && axes.every(({ high, target = 0 }) => high <= of && target <= of);
}

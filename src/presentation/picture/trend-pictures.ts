import { LRUCache } from 'lru-cache';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { toPng } from './to-png.ts';
import { type TrendPicture, trendPicturePath } from './trend-picture-path.ts';
import { trendSvg } from './trend-svg.ts';
import { trendTexts } from './trend-texts.ts';

/** Draws a picture as PNG, 960 × 720 px. */
export type TrendPictures = (picture: TrendPicture) => Promise<Buffer>;

/** Those asked for last, some 40 KB each. */
const KEPT = 100;

export function trendPictures(translate: (locale: Locale) => Translate): TrendPictures {
  const drawn = new LRUCache<string, Promise<Buffer>>({ max: KEPT });
  return picture => {
    const path = trendPicturePath(picture);
    const known = drawn.get(path);
    if (known) return known;
    const { locale, points } = picture;
    const drawing = toPng(trendSvg(picture, trendTexts(translate(locale), locale, points)));
    drawn.set(path, drawing);
    // One that could not be drawn is tried again for the next person.
    drawing.catch(() => drawn.delete(path));
    return drawing;
  };
}

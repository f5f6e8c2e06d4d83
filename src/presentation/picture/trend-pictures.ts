import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { createPngCache } from './png-cache.ts';
import { type TrendPicture, trendPicturePath } from './trend-picture-path.ts';
import { trendSvg } from './trend-svg.ts';
import { trendTexts } from './trend-texts.ts';

/** Draws a picture as PNG, 960 × 720 px. */
export type TrendPictures = (picture: TrendPicture) => Promise<Buffer>;

export function trendPictures(translate: (locale: Locale) => Translate): TrendPictures {
  const drawn = createPngCache();
  return picture => {
    return drawn(trendPicturePath(picture), () => {
      const { locale, points } = picture;
      return trendSvg(picture, trendTexts(translate(locale), locale, points));
    });
  };
}

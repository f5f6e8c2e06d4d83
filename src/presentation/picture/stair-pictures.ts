import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { createPngCache } from './png-cache.ts';
import { type StairPicture, stairPicturePath } from './stair-picture-path.ts';
import { stairSvg } from './stair-svg.ts';
import { stairTexts } from './stair-texts.ts';

/** Draws a picture as PNG, 960 × 720 px. */
export type StairPictures = (picture: StairPicture) => Promise<Buffer>;

export function stairPictures(translate: (locale: Locale) => Translate): StairPictures {
  const drawn = createPngCache();
  return picture => {
    return drawn(stairPicturePath(picture), () =>
      stairSvg(picture, stairTexts(translate(picture.locale), picture)),
    );
  };
}

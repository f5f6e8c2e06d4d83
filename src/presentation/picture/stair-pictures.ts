import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { type StairPicture, stairPicturePath } from './stair-picture-path.ts';
import { stairSvg } from './stair-svg.ts';
import { stairTexts } from './stair-texts.ts';
import { toPng } from './to-png.ts';

/** Draws a picture as PNG, 960 × 720 px. */
export type StairPictures = (picture: StairPicture) => Promise<Buffer>;

/** There are 90 pictures in all: each is drawn when first asked for and kept. */
export function stairPictures(translate: (locale: Locale) => Translate): StairPictures {
  const drawn = new Map<string, Promise<Buffer>>();
  return picture => {
    const path = stairPicturePath(picture);
    const known = drawn.get(path);
    if (known) return known;
    const drawing = toPng(stairSvg(picture, stairTexts(translate(picture.locale), picture)));
    drawn.set(path, drawing);
    // One that could not be drawn is tried again for the next person.
    drawing.catch(() => drawn.delete(path));
    return drawing;
  };
}

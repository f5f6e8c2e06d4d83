import { createRequire } from 'node:module';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { type StairPicture, stairPicturePath } from './stair-picture-path.ts';
import { stairSvg } from './stair-svg.ts';
import { stairTexts } from './stair-texts.ts';

/** Draws a picture as PNG, 960 × 720 px. */
export type StairPictures = (picture: StairPicture) => Promise<Buffer>;

const PIXELS_WIDE = 960;

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

/** Drawn in a thread of the library's; only the packing of the pixels, 7 ms once a picture, is done between turns. */
async function toPng(svg: string): Promise<Buffer> {
  // Native, and not small: loaded with the first picture.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: PIXELS_WIDE },
    // The same letters on every machine, also where no font is installed.
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}

const FONTS = ['400Regular', '600SemiBold', '700Bold'].map(weight =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`,
  ),
);

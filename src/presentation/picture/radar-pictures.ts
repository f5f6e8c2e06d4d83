import type { RadarAxes } from '../../assessment/scoring/radar-axes.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { createPngCache } from './png-cache.ts';
import { type RadarPicture, radarPicturePath } from './radar-picture-path.ts';
import { radarSvg } from './radar-svg.ts';
import { radarTexts } from './radar-texts.ts';

/** Draws a picture as PNG, 960 px wide; undefined where the instrument gives no such levels. */
export type RadarPictures = (picture: RadarPicture) => Promise<Buffer> | undefined;

/** `radarOf` names the axes of an instrument by their text keys, and how many levels there are; undefined where it has none. */
export function radarPictures(
  translate: (locale: Locale) => Translate,
  radarOf: (dialog: string) => RadarAxes | undefined,
): RadarPictures {
  const drawn = createPngCache();
  return picture => {
    const found = radarOf(picture.dialog);
    if (!found || !fits(picture, found)) return undefined;
    return drawn(radarPicturePath(picture), () => {
      const t = translate(picture.locale);
      const axes = picture.axes.map((axis, at) => ({ ...axis, name: t(found.names[at] ?? '') }));
      return radarSvg({ of: found.of, axes }, radarTexts(t, picture.dialog, axes), 'chat');
    });
  };
}

function fits({ axes }: RadarPicture, { names, of }: RadarAxes): boolean {
  return axes.length === names.length && axes.every(({ high, target = 0 }) => high <= of && target <= of);
}

import type { MatrixSides } from '../../assessment/scoring/matrix/matrix-rules.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { type MatrixPicture, matrixPicturePath } from './matrix-picture-path.ts';
import { matrixSvg } from './matrix-svg.ts';
import { matrixTexts } from './matrix-texts.ts';
import { createPngCache } from './png-cache.ts';

/** Draws a picture as PNG, 960 px wide; undefined where the instrument has no such matrix. */
export type MatrixPictures = (picture: MatrixPicture) => Promise<Buffer> | undefined;

/** `sidesOf` names both sides of an instrument's matrix by their text keys; undefined where it has none. */
export function matrixPictures(
  translate: (locale: Locale) => Translate,
  sidesOf: (dialog: string) => MatrixSides | undefined,
): MatrixPictures {
  const drawn = createPngCache();
  return picture => {
    const { dialog, spots, locale } = picture;
    const sides = sidesOf(dialog);
    if (!sides || !spots.every(spot => fits(spot, sides))) return undefined;
    return drawn(matrixPicturePath(picture), () =>
      matrixSvg(spots, matrixTexts(translate(locale), sides, spots)),
    );
  };
}

function fits({ impact, urgency }: MatrixPicture['spots'][number], sides: MatrixSides): boolean {
  return impact <= sides.impact.options.length && urgency <= sides.urgency.options.length;
}

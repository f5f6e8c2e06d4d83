import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { type ChainPicture, chainPicturePath } from './chain-picture-path.ts';
import { chainSvg } from './chain-svg.ts';
import { chainTexts } from './chain-texts.ts';
import { createPngCache } from './png-cache.ts';

/** Draws a picture as PNG, 960 px wide; undefined where the instrument has no such chain. */
export type ChainPictures = (picture: ChainPicture) => Promise<Buffer> | undefined;

/** `linksOf` names the links of an instrument's chain by their text keys; undefined where it has none. */
export function chainPictures(
  translate: (locale: Locale) => Translate,
  linksOf: (dialog: string) => readonly string[] | undefined,
): ChainPictures {
  const drawn = createPngCache();
  return picture => {
    const names = linksOf(picture.dialog);
    if (names?.length !== picture.links.length) return undefined;
    return drawn(chainPicturePath(picture), () => {
      const t = translate(picture.locale);
      const links = picture.links.map((standing, index) => ({ name: t(names[index] ?? ''), standing }));
      return chainSvg(chainTexts(t, links), 'chat');
    });
  };
}

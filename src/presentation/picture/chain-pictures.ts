import { LRUCache } from 'lru-cache';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { type ChainPicture, chainPicturePath } from './chain-picture-path.ts';
import { chainSvg } from './chain-svg.ts';
import { chainTexts } from './chain-texts.ts';
import { toPng } from './to-png.ts';

/** Draws a picture as PNG, 960 px wide; undefined where the instrument has no such chain. */
export type ChainPictures = (picture: ChainPicture) => Promise<Buffer> | undefined;

/** Of some hundreds for each instrument and language those asked for last are kept, some 40 KB each. */
const KEPT = 100;

/** `linksOf` names the links of an instrument's chain by their text keys; undefined where it has none. */
export function chainPictures(
  translate: (locale: Locale) => Translate,
  linksOf: (dialog: string) => readonly string[] | undefined,
): ChainPictures {
  const drawn = new LRUCache<string, Promise<Buffer>>({ max: KEPT });
  return picture => {
    const names = linksOf(picture.dialog);
    if (names?.length !== picture.links.length) return undefined;
    const path = chainPicturePath(picture);
    const known = drawn.get(path);
    if (known) return known;
    const t = translate(picture.locale);
    const links = picture.links.map((standing, index) => ({ name: t(names[index] ?? ''), standing }));
    const drawing = toPng(chainSvg(chainTexts(t, links), 'chat'));
    drawn.set(path, drawing);
    // One that could not be drawn is tried again for the next person.
    drawing.catch(() => drawn.delete(path));
    return drawing;
  };
}

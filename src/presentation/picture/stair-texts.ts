import type { Translate } from '../../conversation/translate.ts';
import { stairLabel } from '../stair-title.ts';
import { stairAlt } from './stair-alt.ts';
import type { StairShown } from './stair-picture-path.ts';

/** The words of the picture, in one language. */
export interface StairTexts {
  readonly title: string;
  /** The result in a few words: "Porras 2". */
  readonly headline: string;
  readonly reached: string;
  readonly possible: string;
  readonly notYet: string;
  /** The whole picture in words. */
  readonly alt: string;
}

/** The words of one picture. */
export function stairTexts(t: Translate, stair: StairShown): StairTexts {
  return {
    title: t('bot:picture.title'),
    headline: stair.provisional ? t('bot:stair.provisional') : stairLabel(t, stair),
    reached: t('bot:picture.reached'),
    possible: t('bot:picture.possible'),
    notYet: t('bot:picture.not-yet'),
    alt: stairAlt(t, stair),
  };
}

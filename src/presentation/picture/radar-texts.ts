import type { Translate } from '../../conversation/translate.ts';
import { levelsText } from '../levels-text.ts';
import { levelsWords } from '../levels-words.ts';
import type { RadarAxis } from './radar-picture-path.ts';

/** A spoke with its name. */
export interface NamedAxis extends RadarAxis {
  readonly name: string;
}

/** The words of the picture, in one language. */
export interface RadarTexts {
  readonly title: string;
  readonly reached: string;
  readonly possible: string;
  readonly target: string;
  /** How each spoke stands: "3", "2–4", "2, tavoite 4". */
  readonly levels: readonly string[];
  /** The whole picture in words. */
  readonly alt: string;
}

/** The words of one picture. */
export function radarTexts(t: Translate, dialog: string, axes: readonly NamedAxis[]): RadarTexts {
  const levels = axes.map(({ target, ...interval }) => {
    const level = levelsText(interval);
    return target === undefined ? level : t('bot:profile.with-target', { level, target });
  });
  const named = axes.map(({ name }, at) => `${name} ${levels[at] ?? ''}`);
  return {
    title: t(levelsWords(t, dialog, 'picture')),
    reached: t('bot:profile.reached'),
    possible: t('bot:profile.possible'),
    target: t('bot:profile.target'),
    levels,
    alt: radarAlt(t, dialog, named),
  };
}

function radarAlt(t: Translate, dialog: string, told: readonly string[]): string {
  return t(levelsWords(t, dialog, 'alt'), { number: told.length, axes: told.join('; ') });
}

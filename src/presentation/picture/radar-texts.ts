import type { Translate } from '../../conversation/translate.ts';
import { levelsText } from '../levels-text.ts';
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
export function radarTexts(t: Translate, axes: readonly NamedAxis[]): RadarTexts {
  const levels = axes.map(({ target, ...interval }) => {
    const level = levelsText(interval);
    return target === undefined ? level : t('bot:profile.with-target', { level, target });
  });
  return {
    title: t('bot:profile.picture'),
    reached: t('bot:profile.reached'),
    possible: t('bot:profile.possible'),
    target: t('bot:profile.target'),
    levels,
    alt: radarAlt(t, axes, levels),
  };
}

function radarAlt(t: Translate, axes: readonly NamedAxis[], levels: readonly string[]): string {
  const told = axes.map(({ name }, at) => `${name} ${levels[at] ?? ''}`);
  return t('bot:profile.alt', { number: axes.length, axes: told.join('; ') });
}

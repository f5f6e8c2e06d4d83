import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { lower } from '../dialog-texts.ts';
import { formatDate } from '../format-date.ts';
import { stairLabel } from '../stair-title.ts';
import type { TrendPoint } from './trend-picture-path.ts';

/** The words of a trend's picture. */
export interface TrendTexts {
  readonly title: string;
  /** Month and year below each result: "11/2026". */
  readonly months: readonly string[];
  /** What the hatched part of a result says. */
  readonly possible: string;
  /** The whole picture in words. */
  readonly alt: string;
}

export function trendTexts(t: Translate, locale: Locale, points: readonly TrendPoint[]): TrendTexts {
  const told = points.map(point => `${formatDate(locale, point.day)} ${lower(stairLabel(t, point))}`);
  return {
    title: t('bot:trend.title'),
    months: points.map(({ day }) => `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`),
    possible: t('bot:picture.possible'),
    alt: t('bot:trend.alt', { points: told.join('; ') }),
  };
}

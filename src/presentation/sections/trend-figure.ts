import type { SectionOf } from '../../assessment/sections/section.ts';
import { dayOf } from '../../conversation/day-of.ts';
import { formatDate } from '../format-date.ts';
import { trendSvg } from '../picture/trend-svg.ts';
import { trendTexts } from '../picture/trend-texts.ts';
import { stairLabel } from '../stair-title.ts';
import type { Voice } from '../voice.ts';
import type { SectionFigure } from './section-figure.ts';
import { shownPoints } from './trend.ts';

/** The way of the results with the days, stairs and versions beside it; undefined where it has no picture. */
export function trendFigure(voice: Voice, section: SectionOf<'trend'>): SectionFigure | undefined {
  const { t, locale } = voice;
  const points = shownPoints(section);
  if (!points) return undefined;
  const texts = trendTexts(t, locale, points);
  return {
    svg: trendSvg({ of: section.of, points }, texts),
    alt: texts.alt,
    width: 'narrow',
    table: {
      caption: t('bot:trend.rows'),
      head: [t('bot:trend.day'), t('bot:trend.result'), t('bot:trend.by')],
      rows: section.points.map(({ at, version, stair }) => [
        formatDate(locale, dayOf(at)),
        stair ? stairLabel(t, stair) : '–',
        version,
      ]),
    },
  };
}

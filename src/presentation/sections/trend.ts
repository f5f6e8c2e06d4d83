import { CATALOGUE_UNKNOWN } from '../../assessment/catalogue-version.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { dayOf } from '../../conversation/day-of.ts';
import { itemName } from '../dialog-texts.ts';
import { formatDate } from '../format-date.ts';
import { levelsText } from '../levels-text.ts';
import { type TrendPoint, trendPicturePath } from '../picture/trend-picture-path.ts';
import { trendTexts } from '../picture/trend-texts.ts';
import { stairLabel } from '../stair-title.ts';
import type { Block, Row } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Drawn = DrawnSection<SectionOf<'trend'>>;

/** Where results stood, one after the other: as a picture where all have a stair, and row by row. */
export function trendBlocks(voice: Voice, { instrument, section }: Drawn): Block[] {
  const { t, locale } = voice;
  const rows = section.points.map((point): Row => {
    const { at, version, stair, axes } = point;
    const date = formatDate(locale, dayOf(at));
    return {
      title: date,
      answers: [
        ...(stair ? [{ value: stairLabel(t, stair), state: 'given' } as const] : []),
        ...axes.map(
          ({ item, level }) =>
            ({ label: itemName(voice, instrument, item), value: levelsText(level), state: 'given' }) as const,
        ),
      ],
      remarks: [t('bot:trend.version', { version }), ...catalogueRemark(voice, point)],
      words: [],
    };
  });
  return [
    { block: 'heading', text: t('bot:trend.title'), opens: 'section' },
    ...picture(voice, section),
    { block: 'rows', title: t('bot:trend.rows'), rows },
  ];
}

function picture({ t, locale, context }: Voice, section: SectionOf<'trend'>): Block[] {
  const points = shownPoints(section);
  if (!points) return [];
  const { alt } = trendTexts(t, locale, points);
  const url = `${context.publicUrl}${trendPicturePath({ of: section.of, points, locale })}`;
  return [{ block: 'picture', url, alt }];
}

/** Of one that advised nothing, or was kept before this was noted, there is nothing to tell. */
function catalogueRemark({ t }: Voice, { catalogue }: SectionOf<'trend'>['points'][number]): string[] {
  if (catalogue === undefined || catalogue === CATALOGUE_UNKNOWN) return [];
  return [t('bot:trend.catalogue', { version: catalogue })];
}

/** What a picture shows: two results at least, each on a stair. */
export function shownPoints({ points }: SectionOf<'trend'>): readonly TrendPoint[] | undefined {
  const shown = points.flatMap(({ at, stair }) => (stair ? [{ day: dayOf(at), ...stair }] : []));
  return shown.length < points.length || shown.length < 2 ? undefined : shown;
}

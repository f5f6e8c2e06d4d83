import type { NamedItem } from '../../assessment/named-item.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { dayOf } from '../../conversation/day-of.ts';
import { itemName } from '../../presentation/dialog-texts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { levelsText } from '../../presentation/levels-text.ts';
import { levelsWords } from '../../presentation/levels-words.ts';
import type { DrawnSection } from '../../presentation/sections/drawn-section.ts';
import type { Voice } from '../../presentation/voice.ts';
import type { Table } from '../../reports/result/report.ts';

/**
 * Levels day by day: an axis a row, a result a column, and last the versions of what was asked. Undefined where results
 * have no levels. There are never more results than fit on a page side by side (`MOST_POINTS`).
 */
export function trendTable(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<'trend'>>,
): Table | undefined {
  const { t, locale } = voice;
  const { points } = section;
  const items = itemsIn(points);
  if (items.length === 0) return undefined;
  return {
    caption: t('bot:trend.title'),
    head: [
      t(levelsWords(t, instrument.id, 'axis')),
      ...points.map(({ at }) => formatDate(locale, dayOf(at))),
    ],
    rows: [
      ...items.map(item => [
        itemName(voice, instrument, item),
        ...points.map(({ axes }) => {
          const found = axes.find(axis => isSame(axis.item, item));
          return found ? levelsText(found.level) : '–';
        }),
      ]),
      [t('bot:trend.by'), ...points.map(({ version }) => version)],
    ],
  };
}

/** Every axis that any of the results has, those of the latest first: an earlier version may have asked about others. */
function itemsIn(points: SectionOf<'trend'>['points']): readonly NamedItem[] {
  const all = points.toReversed().flatMap(({ axes }) => axes.map(({ item }) => item));
  return all.filter((item, at) => all.findIndex(other => isSame(other, item)) === at);
}

function isSame(one: NamedItem, other: NamedItem): boolean {
  return one.list === other.list && one.id === other.id;
}

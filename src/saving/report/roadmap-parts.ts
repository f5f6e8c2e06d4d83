import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf, inputShort, itemName } from '../../presentation/dialog-texts.ts';
import type { DrawnSection } from '../../presentation/sections/drawn-section.ts';
import { spearheadTitle } from '../../presentation/sections/roadmap.ts';
import { valueLabel } from '../../presentation/value-label.ts';
import type { Voice } from '../../presentation/voice.ts';
import type { Cell, ReportPart, Table } from '../../reports/result/report.ts';

type Roadmap = DrawnSection<SectionOf<'roadmap'>>;
type Measure = SectionOf<'roadmap'>['groups'][number]['rows'][number];

const FIELDS = ['owner', 'deadline', 'state'] as const;

/**
 * The roadmap as a council follows it: an action a row, with whom it rests, by when and in what state, under its
 * spearhead. What is not agreed yet is left blank to be filled in. What each moves forward and how much work it is
 * stands in the whole report.
 */
export function roadmapParts(voice: Voice, drawn: Roadmap): Omit<ReportPart, 'level'>[] {
  const { groups } = drawn.section;
  if (groups.length === 0) return [];
  const tables = groups.map(({ name, rows }) =>
    actionsTable(voice, drawn, { caption: spearheadTitle(voice, groups, name), rows }),
  );
  const why = effectTable(voice, drawn);
  return [
    {
      in: 'brief',
      heading: voice.t('bot:roadmap.title'),
      blocks: tables.map(table => ({ block: 'table', table })),
    },
    ...(why ? [{ in: 'full', heading: why.caption, blocks: [{ block: 'table', table: why }] } as const] : []),
  ];
}

function actionsTable(
  voice: Voice,
  { instrument }: Roadmap,
  { caption, rows }: { caption: string; rows: readonly Measure[] },
): Table {
  return {
    caption,
    head: [voice.t('bot:roadmap.action'), ...FIELDS.map(field => inputShort(voice, instrument, field))],
    rows: rows.map(({ item, entries }): Cell[] => [
      itemName(voice, instrument, item),
      ...FIELDS.map(field => {
        const value = entries.find(({ key }) => key === field)?.value;
        return value === undefined
          ? null
          : valueLabel(voice, instrument, { input: inputOf(instrument, field), value });
      }),
    ]),
  };
}

function effectTable(voice: Voice, { instrument, section }: Roadmap): Table | undefined {
  const { t } = voice;
  const rows = section.groups.flatMap(group =>
    group.rows
      .filter(({ moves, effort }) => moves.length > 0 || effort !== undefined)
      .map(({ item, moves, effort }) => [
        itemName(voice, instrument, item),
        moves
          .map(({ goal, level }) => t('bot:roadmap.move', { goal: itemName(voice, instrument, goal), level }))
          .join('; ') || '–',
        effort ? t(`bot:effort.${effort}`) : '–',
      ]),
  );
  if (rows.length === 0) return undefined;
  const head = [t('bot:roadmap.action'), t('bot:roadmap.moves-head'), t('bot:roadmap.effort-head')];
  return { caption: t('report:effects'), head, rows };
}

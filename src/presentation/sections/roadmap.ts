import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf, inputShort, itemName } from '../dialog-texts.ts';
import { userWords } from '../user-words.ts';
import { valueLabel } from '../value-label.ts';
import type { Block, Row, RowAnswer } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Roadmap = DrawnSection<SectionOf<'roadmap'>>;
type Measure = SectionOf<'roadmap'>['groups'][number]['rows'][number];

/** Actions in the order in which to take them, each with its owner, deadline and state, under their spearheads. */
export function roadmapBlocks(voice: Voice, { instrument, section }: Roadmap): Block[] {
  const { t } = voice;
  return [
    { block: 'heading', text: t('bot:roadmap.title'), opens: 'section' },
    ...section.groups.map(
      ({ name, rows }): Block => ({
        block: 'rows',
        title: spearheadTitle(voice, section.groups, name),
        rows: rows.map(row => rowOf(voice, { instrument, section }, row)),
      }),
    ),
  ];
}

/** What a group is called; the only one without a spearhead is no rest of anything. */
export function spearheadTitle(
  { t }: Voice,
  groups: SectionOf<'roadmap'>['groups'],
  name: string | undefined,
): string {
  if (name !== undefined) return t('bot:roadmap.spearhead', { name: userWords(name) });
  return t(groups.length > 1 ? 'bot:roadmap.rest' : 'bot:roadmap.actions');
}

function rowOf(voice: Voice, { instrument }: Roadmap, { item, moves, effort, entries }: Measure): Row {
  const { t } = voice;
  const answers = entries.map(
    ({ key, value }): RowAnswer => ({
      label: inputShort(voice, instrument, key),
      value: valueLabel(voice, instrument, { input: inputOf(instrument, key), value }),
      state: 'given',
    }),
  );
  const goals = moves.map(({ goal, level }) =>
    t('bot:roadmap.move', { goal: itemName(voice, instrument, goal), level }),
  );
  const open: RowAnswer = { value: t('bot:roadmap.open'), state: 'open' };
  return {
    title: itemName(voice, instrument, item),
    answers: answers.length > 0 ? answers : [open],
    remarks: [
      ...(goals.length > 0 ? [t('bot:roadmap.moves', { goals: goals.join('; ') })] : []),
      ...(effort ? [t('bot:roadmap.effort', { effort: t(`bot:effort.${effort}`) })] : []),
    ],
    words: [],
  };
}

import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf, inputShort, itemName, valueLabel } from '../dialog-texts.ts';
import { userWords } from '../user-words.ts';
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
    ...section.groups.map(({ name, rows }): Block => {
      const title = section.groups.length > 1 || name !== undefined ? groupTitle(voice, name) : '';
      return {
        block: 'rows',
        title: title === '' ? t('bot:roadmap.actions') : title,
        rows: rows.map(row => rowOf(voice, { instrument, section }, row)),
      };
    }),
  ];
}

function groupTitle({ t }: Voice, name: string | undefined): string {
  return name === undefined ? t('bot:roadmap.rest') : t('bot:roadmap.spearhead', { name: userWords(name) });
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

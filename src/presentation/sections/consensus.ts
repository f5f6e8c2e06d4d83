import { cardAsking } from '../../assessment/find-card.ts';
import { fieldAt, NOBODYS } from '../../assessment/places.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { lower } from '../dialog-texts.ts';
import { valueLabel } from '../value-label.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import { countsText, questionShort } from '../workshop-texts.ts';
import type { DrawnSection } from './drawn-section.ts';

/** That the answers are a group's, of how many, and what views parted on before they talked. */
export function consensusBlocks(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<'consensus'>>,
): Block[] {
  const { t } = voice;
  const { members, questions, parted, changed = 0 } = section;
  const rows = parted?.flatMap(({ answer: { key, value }, counts }) => {
    const found = fieldAt(instrument, key, NOBODYS);
    const card = cardAsking(instrument, NOBODYS, key);
    if (!found || !card) return [];
    const last = found.at.at(-1);
    const item = found.at.length > card.at.length ? last?.item : undefined;
    const field = { key, input: found.input, ...(item !== undefined && { item }) };
    const asked = { card, field };
    return [
      t('workshop:consensus.row', {
        question: questionShort(voice, instrument, asked),
        counts: countsText(voice, instrument, { asked, counts }),
        answer: lower(valueLabel(voice, instrument, { input: found.input, value })),
      }),
    ];
  });
  return [
    { block: 'text', text: t('workshop:consensus.title', { count: members }), tone: 'strong' },
    { block: 'text', text: t('workshop:consensus.questions', { count: questions }) },
    ...(rows === undefined
      ? []
      : rows.length > 0
        ? [
            { block: 'text', text: t('workshop:consensus.parted'), tone: 'strong' } as const,
            { block: 'list', items: rows } as const,
          ]
        : [{ block: 'text', text: t('workshop:consensus.alike') } as const]),
    ...(changed > 0
      ? [{ block: 'text', text: t('workshop:consensus.changed', { count: changed }), tone: 'quiet' } as const]
      : []),
  ];
}

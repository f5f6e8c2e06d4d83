import type { QuickCheckBeside } from '../../conversation/workbook/workbook-reply.ts';
import { definitionOf, inputOf, inputShort, valueLabel } from '../dialog-texts.ts';
import { stairLabel } from '../stair-title.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Where the quick check's own estimates and the workbook's figures part ways: the figures are the stronger ground. */
export function besideQuickCheck(voice: Voice, beside: QuickCheckBeside): Block[] {
  const { t } = voice;
  const { own, withEvidence, differences } = beside;
  const stairs = t('workbook-chat:beside.stairs', {
    own: stairLabel(t, own),
    evidence: stairLabel(t, withEvidence),
  });
  const title: Block = { block: 'heading', text: t('workbook-chat:beside.title'), opens: 'section' };
  if (differences.length === 0) {
    return [title, { block: 'text', text: t('workbook-chat:beside.same') }, { block: 'text', text: stairs }];
  }
  const definition = definitionOf(voice, beside);
  const items = differences.map(({ input: id, selfEstimate, evidence }) => {
    const input = inputOf(definition, id);
    return t('workbook-chat:beside.difference', {
      question: inputShort(voice, definition, id),
      own: valueLabel(voice, definition, { input, value: selfEstimate }),
      evidence: valueLabel(voice, definition, { input, value: evidence }),
    });
  });
  return [
    title,
    { block: 'text', text: t('workbook-chat:beside.differ') },
    { block: 'list', items },
    { block: 'text', text: stairs },
  ];
}

import { type Definition, type Input, inputsOf, type Step } from '../../assessment/definition.ts';
import { inputText, stepText, valueLabel } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import type { Row, RowAnswer } from '../view.ts';
import type { Voice } from '../voice.ts';

type Listed = { step: Step; reply: ReplyOf<'summary'> };

/** One step of the summary: its answers, the reasons and notes given, and a button to change it. */
export function summaryRow(voice: Voice, definition: Definition, { step, reply }: Listed): Row {
  const { t, screen } = voice;
  const title = stepText(voice, definition, { step, part: 'short' });
  return {
    title,
    answers: inputsOf(step).map(input => answerOf(voice, definition, { input, step, reply })),
    remarks: reply.colleague.includes(step.id) ? [t('bot:summary.colleague')] : [],
    words: [...reasons(voice, definition, { step, reply }), ...note(voice, { step, reply })],
    ...(screen !== 'teams' && {
      change: {
        label: t('bot:summary.change'),
        name: t('bot:summary.change-what', { question: title }),
        press: { do: 'edit', step: step.id },
      },
    }),
  };
}

function answerOf(voice: Voice, definition: Definition, asked: Listed & { input: Input }): RowAnswer {
  const { input, step, reply } = asked;
  const value = reply.answers[input.id];
  const label = step.type === 'form' && { label: inputText(voice, definition, { input, part: 'short' }) };
  if (value !== undefined)
    return { ...label, value: valueLabel(voice, definition, { input, value }), state: 'given' };
  const open = reply.skipped.includes(step.id) ? 'skipped' : 'unanswered';
  return { ...label, value: voice.t(`bot:summary.${open}`), state: 'open' };
}

function reasons(voice: Voice, definition: Definition, { step, reply }: Listed): Row['words'] {
  return inputsOf(step).flatMap(input => {
    const reason = reply.reasons[input.id];
    if (!reason) return [];
    const short = inputText(voice, definition, { input, part: 'short' });
    const label = step.type === 'form' ? short : voice.t('bot:reason.label');
    return [{ label, words: userWords(reason) }];
  });
}

function note({ t }: Voice, { step, reply }: Listed): Row['words'] {
  const note = reply.notes[step.id];
  return note ? [{ label: t('bot:note.label'), words: userWords(note) }] : [];
}

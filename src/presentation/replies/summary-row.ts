import type { Card, CardField } from '../../assessment/card.ts';
import { fieldsOf } from '../../assessment/fields-of.ts';
import { type Instrument, isFrame } from '../../assessment/instrument.ts';
import { cardLabel } from '../card-label.ts';
import { cardSources } from '../card-sources.ts';
import { fieldLabel } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import { valueLabel } from '../value-label.ts';
import type { Row, RowAnswer } from '../view.ts';
import type { Voice } from '../voice.ts';
import { changeOfRow } from './change-of-row.ts';

type Listed = { card: Card; reply: ReplyOf<'summary'> };

/** One card of the summary: its answers, the reasons and notes given, and a button to change it. */
export function summaryRow(voice: Voice, instrument: Instrument, { card, reply }: Listed): Row {
  const { t } = voice;
  const title = cardLabel(voice, instrument, { card, names: reply.answers });
  const fields = fieldsOf(instrument, card, reply.answers);
  return {
    title,
    answers: fields.map(field => answerOf(voice, instrument, { field, card, reply })),
    remarks: [
      ...(reply.colleague.includes(card.key) ? [t('bot:summary.colleague')] : []),
      ...[...new Set(fields.flatMap(({ key }) => reply.by?.[key] ?? []))].map(role =>
        t('bot:part.by', { role: userWords(role) }),
      ),
      ...cardSources(voice, instrument, { card, names: reply.answers, sources: reply.sources ?? {} }),
    ],
    words: [...reasons(voice, instrument, { card, reply }), ...note(voice, { card, reply })],
    ...changeOfRow(voice, { title, card: card.key }),
  };
}

function isAlone({ step }: Card): boolean {
  return !('inputs' in step) && step.type !== 'climb';
}

function answerOf(voice: Voice, instrument: Instrument, asked: Listed & { field: CardField }): RowAnswer {
  const { field, card, reply } = asked;
  const value = reply.answers[field.key];
  const label = !isAlone(card) && {
    label: fieldLabel(voice, instrument, { card, field, names: reply.answers }),
  };
  if (value !== undefined) {
    const text = valueLabel(voice, instrument, { input: field.input, value, names: reply.answers });
    return { value: text, state: 'given', ...label };
  }
  const open = isSkipped(asked) ? 'skipped' : 'unanswered';
  const text = voice.t(isFrame(card.step) ? 'bot:question.not-told' : `bot:summary.${open}`);
  return { value: text, state: 'open', ...label };
}

/** A card that can be sent in with nothing on it, or with something left open, was not skipped for that. */
function isSkipped({ card, field: { input }, reply }: Listed & { field: CardField }): boolean {
  return reply.skipped.includes(card.key) && (input.type === 'choose' || input.blank === 'unknown');
}

function reasons(voice: Voice, instrument: Instrument, { card, reply }: Listed): Row['words'] {
  return fieldsOf(instrument, card, reply.answers).flatMap(field => {
    const reason = reply.reasons[field.key];
    if (!reason) return [];
    const label = isAlone(card)
      ? voice.t('bot:reason.label')
      : fieldLabel(voice, instrument, { card, field, names: reply.answers });
    return [{ label, words: userWords(reason) }];
  });
}

function note({ t }: Voice, { card, reply }: Listed): Row['words'] {
  const note = reply.notes[card.key];
  return note ? [{ label: t('bot:note.label'), words: userWords(note) }] : [];
}

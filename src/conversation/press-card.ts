import type { Entry } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { isFrame, optionsOf } from '../assessment/instrument.ts';
import type { RunScene, Turn } from './context.ts';
import { readText } from './intent.ts';
import { cardAt } from './place.ts';
import type { Press } from './press.ts';
import { readValue } from './read-value.ts';
import { reject } from './refuse.ts';
import type { Rejection } from './rejection.ts';
import { takeSentCard } from './sent-card.ts';
import { noticeThenOpen } from './show.ts';
import { keepReason, keepWords } from './side-questions.ts';
import { takeCard } from './take.ts';
import { suggestAnswer, takeAnswer } from './take-answer.ts';
import { takeFrame } from './take-frame.ts';

type CardPress = Extract<Press, { do: 'answer' | 'form' | 'reason' | 'note' }>;

/** A button's value, a form, a reason or a note, for a card of the run. */
export function pressedOnCard(run: RunScene, press: CardPress): Turn {
  const card = cardAt(run, press.step);
  if (!card) return noticeThenOpen(run, run, 'unreadable');
  switch (press.do) {
    case 'answer':
      return pressedAnswer(run, card, press.value);
    case 'form':
      return takeSentCard(run, card, press);
    case 'reason':
      return keepReason(run, card, press.value);
    case 'note':
      return keepWords(run, press.value ?? '');
  }
}

/** A button's value, or what was put into the only field of a card. */
function pressedAnswer(run: RunScene, card: Card, value: string | number): Turn {
  const fields = fieldsOf(run.instrument, card, run.run.answers);
  const [field, ...more] = fields;
  const name = isFrame(card.step) ? nameAmong(run, fields, String(value)) : undefined;
  if (name) return takeFrame(run, card, { entries: [name] });
  if (!field || more.length > 0) return noticeThenOpen(run, run, 'unreadable');
  const read = readValue(run, field, String(value));
  if (read.kind === 'problem') return typedIntoCard(run, String(value), read.rejection);
  if (read.kind === 'empty') return reject(run, { problem: 'missing' });
  return takeCard(run, card, { entries: [{ key: field.key, value: read.value }] });
}

/** A name that was offered where another had been typed. */
function nameAmong(run: RunScene, fields: readonly CardField[], code: string): Entry | undefined {
  const field = fields.find(
    ({ input }) => input.type === 'register' && optionsOf(run.instrument, input).includes(code),
  );
  return field && { key: field.key, value: code };
}

/** What is no value as it stands may be words: they are read like any. */
function typedIntoCard(run: RunScene, text: string, rejection: Rejection): Turn {
  const intent = readText(run, run, text);
  if (intent.kind === 'answer') return takeAnswer(run, intent);
  return intent.kind === 'suggest' ? suggestAnswer(run, intent.value) : reject(run, rejection);
}

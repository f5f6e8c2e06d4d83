import { asksBack, type Clause, clausesOf, headOf, remarkIn } from './clauses.ts';
import type { Message } from './message.ts';
import type { AnswerReading } from './reading.ts';
import type { ClauseReading, Scale } from './scales.ts';
import type { Item } from './tag.ts';

/** Reads an answer to a question with named options: each clause by itself, negation first, then all together. */
export function readChoice(message: Message, scale: Scale): AnswerReading | undefined {
  const { items, reason } = headOf(message, isSignal);
  const clauses = clausesOf(items);
  if (opensWithQuestion(clauses)) return undefined;
  const readings = clauses.map(clause => readClause(clause, scale));
  const said = readings.filter(reading => reading !== undefined);
  const whole = said.length > 0 ? scale.settle(said) : undefined;
  if (!whole) return undefined;
  const note = reason ?? remarkAfter(message, clauses, readings);
  const doubted = asksBack(message) || items.some(({ tag }) => tag.is === 'doubt');
  return { kind: 'answer', value: whole.value, sure: whole.sure && !doubted, ...(note && { note }) };
}

function isSignal({ tag }: Item): boolean {
  return tag.is === 'value' || tag.is === 'no' || tag.is === 'part' || tag.is === 'whole';
}

function opensWithQuestion(clauses: readonly Clause[]): boolean {
  const meaningful = clauses.flatMap(({ items }) => items).find(({ tag }) => tag.is !== 'particle' && tag.is !== 'command');
  return meaningful?.tag.is === 'question';
}

/** Words a clear answer may stand among without losing its meaning, and those a mere hint may. */
const STRANGERS = { sure: 2, likely: 4 };

function readClause({ items, joint }: Clause, scale: Scale): ClauseReading | undefined {
  const verdict = scale.judge(items);
  if (!verdict) return undefined;
  const strangers = items.filter(({ tag }) => tag.is === 'unknown').length;
  const allowed = verdict.stated ? 0 : STRANGERS.sure;
  if (strangers > STRANGERS.likely || (strangers > 0 && verdict.stated && strangers >= items.length - strangers))
    return undefined;
  return { value: verdict.value, sure: verdict.sure && strangers <= allowed, joint };
}

/** What follows the answer in clauses of its own is kept as its note. */
function remarkAfter(
  message: Message,
  clauses: readonly Clause[],
  readings: readonly (ClauseReading | undefined)[],
): string | undefined {
  const answer = readings.findIndex(reading => reading !== undefined);
  return remarkIn(message, clauses.slice(answer + 1).flatMap(({ items }) => items));
}

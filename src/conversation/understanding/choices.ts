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
  const last = conclusionOf(clauses, readings);
  const conclusion = last && scale.settle([last]);
  const whole = conclusion ?? (said.length > 0 ? scale.settle(said) : undefined);
  if (!whole) return undefined;
  const note = reason ?? remarkAfter(message, clauses, readings);
  // A correction that leads nowhere leaves what stood before it in doubt.
  const told = conclusion ? (clauses.at(-1)?.items ?? []) : items;
  const open = asksBack(message) || breaksOff(items) || told.some(({ tag }) => tag.is === 'doubt');
  const doubted = open || told.some(({ tag }) => tag.is === 'instead');
  const weak = said.every(({ sure, stated }) => stated || !sure);
  const limited =
    !conclusion &&
    whole.value === scale.best &&
    clauses.some(({ joint }, at) => joint === 'but' && !readings[at]?.sure);
  const sure = whole.sure && !doubted && !limited;
  return { kind: 'answer', value: whole.value, sure, weak, open, ...(note && { note }) };
}

/** "Yes but…": dots behind it, for the words between two names may end in "but" as well. */
function breaksOff(items: readonly Item[]): boolean {
  if (items.at(-1)?.tag.is !== 'break') return false;
  return items.findLast(({ tag }) => tag.is !== 'break')?.tag.is === 'but';
}

/** Items that take nothing away from a conclusion. */
const LIGHT = new Set<Item['tag']['is']>(['value', 'no', 'part', 'whole', 'particle', 'topic', 'around']);

/**
 * A last clause that is nothing but an answer, behind a longer story: "we had four meetings about it, so no". It
 * counts over all that was said on the way to it.
 */
function conclusionOf(
  clauses: readonly Clause[],
  readings: readonly (ClauseReading | undefined)[],
): ClauseReading | undefined {
  const last = clauses.at(-1);
  const reading = readings.at(-1);
  const bare =
    last?.items.every(({ tag }) => LIGHT.has(tag.is)) && last.items.some(({ tag }) => tag.is !== 'topic');
  if (!last || !reading?.sure || !bare || clauses.length < 2) return undefined;
  const before = clauses.slice(0, -1);
  const story = last.joint === 'so' || before.some(({ items }) => items.filter(isStrange).length > 1);
  return story && last.joint !== 'or' && last.joint !== 'and' ? reading : undefined;
}

function isSignal({ tag }: Item): boolean {
  return tag.is === 'value' || tag.is === 'no' || tag.is === 'part' || tag.is === 'whole';
}

function opensWithQuestion(clauses: readonly Clause[]): boolean {
  const tag = clauses.flatMap(({ items }) => items).find(item => item.tag.is !== 'particle')?.tag;
  return tag?.is === 'question' || (tag?.is === 'command' && tag.name === 'why');
}

/** Strange words a clear answer may be followed by, and those that leave it a hint at best. */
const STRANGERS = { after: 2, atAll: 4 };

function readClause({ items, joint }: Clause, scale: Scale): ClauseReading | undefined {
  const verdict = scale.judge(items);
  if (!verdict) return undefined;
  const strangers = items.filter(isStrange).length;
  const { strict = false } = verdict;
  const guessed = items.some(({ tag }) => tag.is === 'doubt');
  const stated = verdict.stated === true && !guessed;
  if (strangers > STRANGERS.atAll || (stated && strangers * 2 > items.length)) return undefined;
  const led = items.findIndex(isStrange) > items.findIndex(isSignal);
  const bare = !items.some(({ tag }) => tag.is === 'aside');
  const clear = strangers === 0 || (bare && !strict && led && strangers <= STRANGERS.after);
  return { value: verdict.value, sure: verdict.sure && clear, stated, joint };
}

function isStrange({ tag }: Item): boolean {
  return tag.is === 'unknown' || tag.is === 'elsewhere' || tag.is === 'aside';
}

/** What follows the answer in clauses of its own is kept as its note. */
function remarkAfter(
  message: Message,
  clauses: readonly Clause[],
  readings: readonly (ClauseReading | undefined)[],
): string | undefined {
  const answer = readings.findIndex(reading => reading !== undefined);
  return remarkIn(
    message,
    clauses.slice(answer + 1).flatMap(({ items }) => items),
  );
}

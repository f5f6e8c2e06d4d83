/** Whether what is asked stays open when a run moves to another version of its instrument. */
import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { findCard } from '../assessment/find-card.ts';
import { outsOf } from '../assessment/instrument.ts';
import { optionsAt } from '../assessment/options-at.ts';
import type { RunScene } from './context.ts';
import type { Pending } from './session.ts';

type Asking = Pick<RunScene, 'run' | 'instrument'>;

/**
 * What is asked stays open where its card takes the same answers in both versions. Somebody who presses or types an
 * answer to the question before them is then answering the very question that the new version asks. Where the card has
 * changed a press is stale: it could mean another thing now. A note or a reason is about the card, whatever it offers.
 */
export function openStill(pending: Pending | undefined, was: Asking, now: Asking): Pending | undefined {
  // What was offered of items as they were is looked for anew.
  if (pending === undefined || pending.kind === 'prefill') return undefined;
  const beneath =
    'beneath' in pending &&
    pending.beneath &&
    'step' in pending.beneath &&
    staysOpen(pending.beneath, was, now);
  const kept = beneath ? pending : { ...pending, ...('beneath' in pending && { beneath: undefined }) };
  if (pending.kind === 'reading') return beneath ? pending : undefined;
  if (!('step' in pending)) return kept;
  return staysOpen(pending, was, now) ? kept : undefined;
}

function staysOpen({ kind, step }: Extract<Pending, { step: string }>, was: Asking, now: Asking): boolean {
  const earlier = cardOf(was, step);
  const card = cardOf(now, step);
  if (!earlier || !card) return false;
  const fields = fieldsIn(now, card);
  if (kind === 'reason') return fields.some(({ key }) => now.run.answers[key] === 'na');
  if (kind !== 'step') return true;
  const shown = fieldsIn(was, earlier);
  return shown.length === fields.length && fields.every((field, index) => takesTheSame(shown[index], field));
}

function cardOf({ instrument, run }: Asking, key: string): Card | undefined {
  return findCard(instrument, run.answers, key);
}

interface Shape {
  readonly key: string;
  readonly limits: string;
  readonly options: readonly string[];
}

/** What each field of a card takes. */
function fieldsIn({ instrument, run: { answers } }: Asking, card: Card): readonly Shape[] {
  return fieldsOf(instrument, card, answers).map(({ key, input }) => ({
    key,
    limits: JSON.stringify('min' in input ? [input.type, input.min, input.max, input.unit] : [input.type]),
    options: [...optionsAt(instrument, { input, at: card.at }, answers), ...outsOf(instrument, input)],
  }));
}

/** Options may have come or gone at the end: "2" still means the second, and one that is gone is refused. */
function takesTheSame(was: Shape | undefined, now: Shape): boolean {
  return (
    was?.key === now.key &&
    was.limits === now.limits &&
    now.options.every((option, index) => option === (was.options[index] ?? option))
  );
}

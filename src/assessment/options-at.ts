import { type Answers, keyOf } from './answers.ts';
import { valueIn } from './condition.ts';
import { isInGap } from './in-gap.ts';
import { type Input, type Instrument, optionsOf } from './instrument.ts';
import { itemsIn, itemsOf, type Place } from './places.ts';

/** The options of a field where it stands: of a choice from a list that hangs on another, the items there. */
export function optionsAt(
  instrument: Instrument,
  { input, at }: { input: Input; at: readonly Place[] },
  answers: Answers,
): readonly string[] {
  return input.type === 'choose'
    ? itemsOf(instrument, input.list, { at, answers }).map(({ id }) => id)
    : optionsOf(instrument, input);
}

/** Those of them that are offered: in this order they are drawn and numbered. */
export function offeredAt(
  instrument: Instrument,
  { input, at }: { input: Input; at: readonly Place[] },
  answers: Answers,
): readonly string[] {
  const all = optionsAt(instrument, { input, at }, answers);
  if (input.type === 'choose') return inGaps(instrument, answers, { input, all });
  if (input.type === 'choice') {
    const named = instrument.scales[input.scale]?.named;
    return named ? all.filter(option => !named[option] || answers[named[option]] !== undefined) : all;
  }
  if (input.type !== 'multi' || !input.offers) return all;
  const { by, options } = input.offers;
  const answer = valueIn(answers, itemsIn(at).join('.'), by);
  const offered = typeof answer === 'string' && Object.hasOwn(options, answer) ? options[answer] : undefined;
  return offered ?? all;
}

/** What helps to close a gap; all where no gap is known, or nothing helps. */
function inGaps(
  instrument: Instrument,
  answers: Answers,
  { input, all }: { input: Input & { type: 'choose' }; all: readonly string[] },
): readonly string[] {
  const { gaps, list } = input;
  if (!gaps) return all;
  const found = instrument.lists[list];
  const items = found && !('of' in found) ? found.items : [];
  const helps = (moves: Readonly<Record<string, number>>) =>
    Object.entries(moves).some(([goal, level]) =>
      isInGap(level, { now: answers[keyOf([goal], gaps.now)], target: answers[keyOf([goal], gaps.target)] }),
    );
  const offered = items.flatMap(item =>
    'moves' in item && item.moves && helps(item.moves) ? [item.id] : [],
  );
  return offered.length > 0 ? offered : all;
}

/** Where a person is, derived from the answers each time: no step number is ever stored. */
import { type Answers, keyOf } from './answers.ts';
import type { Card, CardKey } from './card.ts';
import { cardsOf } from './cards-of.ts';
import { chosenOf } from './chosen-of.ts';
import { holds } from './condition.ts';
import { isAnswered } from './fields-of.ts';
import type { EachStep, Instrument, Step } from './instrument.ts';
import { memo, memoPair } from './memo.ts';
import { memoBelow } from './memo-below.ts';
import { itemsIn, itemsOf, type Place } from './places.ts';

export interface Walk {
  /** The cards that these answers lead through, in order. */
  readonly path: readonly Card[];
  /** The cards on the path that still need an answer. */
  readonly open: readonly Card[];
  /** The first of these; undefined at the end. */
  readonly next: Card | undefined;
  /** How many cards of the path are answered or passed. */
  readonly done: number;
}

/** Walks the instrument from the start. `passed`: cards sent in or skipped, which are not asked again by themselves. */
export function walk(instrument: Instrument, answers: Answers, passed: readonly CardKey[] = NONE): Walk {
  const known = walks(instrument, answers);
  const found = known.get(passed) ?? walkAnew(instrument, answers, passed);
  known.set(passed, found);
  return found;
}

const NONE: readonly CardKey[] = [];

/** A turn asks many times where the person is. */
const walks = memoPair((_instrument: Instrument, _answers: Answers) => new WeakMap<typeof NONE, Walk>());

function walkAnew(instrument: Instrument, answers: Answers, passed: readonly CardKey[]): Walk {
  const path = pathOf(instrument, answers);
  const gone = new Set(passed);
  const open = path.filter(card => !gone.has(card.key) && !isAnswered(instrument, card, answers));
  return { path, open, next: open[0], done: path.length - open.length };
}

const paths = memo((_instrument: Instrument) => new WeakMap<Answers, readonly Card[]>());

function pathOf(instrument: Instrument, answers: Answers): readonly Card[] {
  const known = paths(instrument);
  const path = known.get(answers) ?? cardsIn(instrument, answers, { steps: instrument.steps, at: [] });
  known.set(answers, path);
  return path;
}

/** Tells that these answers differ from those before in nothing that steers: they lead through the same cards. */
export function leadsAsBefore(instrument: Instrument, before: Answers, answers: Answers): void {
  paths(instrument).set(answers, pathOf(instrument, before));
}

interface StepsWithin {
  readonly steps: readonly Step[];
  readonly at: readonly Place[];
}

function cardsIn(instrument: Instrument, answers: Answers, { steps, at }: StepsWithin): readonly Card[] {
  const scope = itemsIn(at).join('.');
  return steps.flatMap(step => {
    if (step.aside || (step.when && !holds(step.when, answers, scope))) return [];
    if (step.type !== 'each') return cardsOf(instrument, answers, { step, at });
    const within = (item: string) =>
      cardsIn(instrument, answers, { steps: step.steps, at: [...at, { list: step.list, item }] });
    return eachItems(instrument, answers, { step, at }).flatMap(item =>
      at.length > 0 ? within(item) : cardsBelow(step, answers, { path: item, work: () => within(item) }),
    );
  });
}

/** A condition is looked up in its own item and outwards, never below another one. */
const cardsBelow = memoBelow<EachStep, readonly Card[]>();

/** The items an `each` goes through, in the list's order. */
function eachItems(
  instrument: Instrument,
  answers: Answers,
  { step, at }: { step: EachStep; at: readonly Place[] },
): string[] {
  const ids = itemsOf(instrument, step.list, { at, answers }).map(({ id }) => id);
  if (step.items === 'all') return ids;
  if (step.items === 'chosen') {
    const chosen = chosenOf(instrument, step.list, answers);
    return ids.filter(id => chosen.includes(id));
  }
  const { items } = step;
  const above = itemsIn(at);
  return ids.filter(id => holds(items, answers, keyOf(above, id)));
}

/** Where a person is, derived from the answers each time: no step number is ever stored. */
import { type Answers, keyOf } from './answers.ts';
import type { Card, CardKey } from './card.ts';
import { cardsOf } from './cards-of.ts';
import { chosenOf } from './chosen-of.ts';
import { holds } from './condition.ts';
import { isAnswered } from './fields-of.ts';
import type { EachStep, Instrument, Step } from './instrument.ts';
import { memo } from './memo.ts';
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
  const way = wayOf(instrument, answers);
  if (way.walked?.passed !== passed)
    way.walked = { passed, walk: walkAlong(way.path, { instrument, answers, passed }) };
  return way.walked.walk;
}

const NONE: readonly CardKey[] = [];

interface Way {
  readonly path: readonly Card[];
  /** A turn asks many times where the person is. */
  walked?: { readonly passed: readonly CardKey[]; readonly walk: Walk };
}

const ways = memo((_instrument: Instrument) => new WeakMap<Answers, Way>());

function wayOf(instrument: Instrument, answers: Answers): Way {
  const known = ways(instrument).get(answers);
  if (known) return known;
  const way = { path: cardsIn(instrument, answers, { steps: instrument.steps, at: [] }) };
  ways(instrument).set(answers, way);
  return way;
}

/** Tells that these answers differ from those before in nothing that steers: they lead through the same cards. */
export function leadsAsBefore(instrument: Instrument, before: Answers, answers: Answers): void {
  ways(instrument).set(answers, { path: wayOf(instrument, before).path });
}

interface Walker {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly passed: readonly CardKey[];
}

function walkAlong(path: readonly Card[], { instrument, answers, passed }: Walker): Walk {
  const gone = new Set(passed);
  const open = path.filter(card => !gone.has(card.key) && !isAnswered(instrument, card, answers));
  return { path, open, next: open[0], done: path.length - open.length };
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

/** The cards below one item. Conditions there look at that item's answers and outwards, never at those of another item. */
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

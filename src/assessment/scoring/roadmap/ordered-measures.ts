/** The actions that were chosen, in the order in which to take them. */
import { type Action, EFFORTS } from '../../actions.ts';
import { type Answers, keyOf, textAt } from '../../answers.ts';
import { chosenOf } from '../../chosen-of.ts';
import { isInGap } from '../../in-gap.ts';
import type { Instrument } from '../../instrument.ts';
import type { ListItem } from '../../list.ts';
import type { NamedItem } from '../../named-item.ts';
import { namedItemAt } from '../../named-item-at.ts';
import { itemsOf } from '../../places.ts';
import { type Goal, goalsOf } from './goals.ts';
import { roadmapRules } from './roadmap-rules.ts';

export interface Measure {
  readonly item: NamedItem;
  /** The goals with a gap that it helps to close, and the level it helps to reach. */
  readonly moves: readonly { readonly goal: NamedItem; readonly level: number }[];
  /** The next level counts more than one further up, and the stair twice. */
  readonly effect: number;
  /** Null for people's own. */
  readonly effort: Action['effort'] | null;
  /** Chosen ones that come before it. */
  readonly after: readonly string[];
  readonly spearhead: string | null;
  readonly owner: string | null;
  readonly deadline: string | null;
  readonly state: string | null;
}

/**
 * Those that come first by what they depend on, then those of the greatest effect, then the easier. It does not hang on
 * the order in which they are listed, or were chosen.
 */
export function orderedMeasures(
  instrument: Instrument,
  answers: Answers,
  actions: readonly Action[],
): Measure[] {
  const left = measuresOf(instrument, answers, actions).toSorted(compare);
  const placed: Measure[] = [];
  while (left.length > 0) {
    const waits = ({ after }: Measure) => after.some(id => left.some(({ item }) => item.id === id));
    // Two that wait for each other are taken as they stand.
    const at = Math.max(
      0,
      left.findIndex(one => !waits(one)),
    );
    placed.push(...left.splice(at, 1));
  }
  return placed;
}

function compare(one: Measure, other: Measure): number {
  return (
    other.effect - one.effect ||
    ease(one) - ease(other) ||
    one.item.id.localeCompare(other.item.id, 'en', { numeric: true })
  );
}

/** What people added is as hard as most. */
function ease({ effort }: Measure): number {
  return EFFORTS.indexOf(effort ?? 'medium');
}

function measuresOf(instrument: Instrument, answers: Answers, actions: readonly Action[]): Measure[] {
  const { measures } = roadmapRules(instrument);
  const goals = goalsOf(instrument, answers);
  const chosen = chosenOf(instrument, measures, answers);
  return itemsOf(instrument, measures, { at: [], answers })
    .filter(({ id }) => chosen.includes(id))
    .map(item => measureOf(instrument, answers, { item, goals, chosen, actions }));
}

function measureOf(
  instrument: Instrument,
  answers: Answers,
  { item, goals, chosen, actions }: Chosen,
): Measure {
  const { measures, stair } = roadmapRules(instrument);
  const { id } = item;
  const moves = goals.flatMap(goal => {
    const level = item.moves?.[goal.item.id];
    return level !== undefined && isInGap(level, goal) ? [{ goal, level }] : [];
  });
  const at = (field: string) => {
    const value = textAt(answers, keyOf([id], field));
    return value === undefined || value === 'unknown' ? null : value;
  };
  return {
    item: namedItemAt([{ list: measures, item: id }], answers),
    moves: moves.map(({ goal, level }) => ({ goal: goal.item, level })),
    effect: moves.reduce((sum, { goal, level }) => {
      const near = level === (goal.now ?? 0) + 1 ? 2 : 1;
      return sum + near * (goal.item.id === stair ? 2 : 1);
    }, 0),
    effort: actions.find(action => action.id === id)?.effort ?? null,
    after: (item.after ?? []).filter(one => chosen.includes(one)),
    spearhead: at('spearhead'),
    owner: at('owner'),
    deadline: at('deadline'),
    state: at('state'),
  };
}

interface Chosen {
  readonly item: ListItem;
  readonly goals: readonly Goal[];
  readonly chosen: readonly string[];
  readonly actions: readonly Action[];
}

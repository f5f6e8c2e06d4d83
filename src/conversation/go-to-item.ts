/** Going to an item that is named by itself. */
import { keyOf } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { chosenOf } from '../assessment/chosen-of.ts';
import type { Step } from '../assessment/instrument.ts';
import { itemsIn } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { namingOf, type RunScene, type Turn } from './context.ts';
import type { ItemPath } from './naming/naming.ts';
import { cardAt, currentCard, openCard } from './place.ts';
import { choosing, goTo } from './show.ts';

/** A heading of others named by itself ("koulutus") is gone to as well; "all but it" is no wish to go there. */
export function goToNamed(scene: RunScene, text: string): Turn | undefined {
  const { items, marks } = namingOf(scene);
  if (marks.find(text).some(({ id }) => id === 'except')) return undefined;
  const [first] = items.find(text);
  return first && goToItem(scene, first.id);
}

/** Goes to an item's own card, or to the first of those in it. */
export function goToItem(scene: RunScene, named: ItemPath): Turn | undefined {
  const { items, lists } = fromTheTop(scene, named);
  const at = lists.map((list, index) => ({ list, item: items[index] ?? '' }));
  const chosen = choosing(scene, at);
  const inside = ({ at: places }: Card) => items.every((item, index) => places[index]?.item === item);
  const onPath = walk(chosen.instrument, chosen.run.answers, []).path.find(inside);
  const card = onPath ?? firstCardOf(chosen, items);
  return card && goTo(chosen, card);
}

/** A perspective named by itself is that of the sector in hand, or else of the first one that is gone through. */
function fromTheTop(scene: RunScene, { lists, items }: ItemPath): ItemPath {
  const { instrument, run } = scene;
  const around = listsAround(instrument.steps, lists[0] ?? '') ?? [];
  const here = (openCard(scene) ?? currentCard(scene))?.at ?? [];
  const above = around.flatMap(list => {
    const item = here.find(place => place.list === list)?.item ?? chosenOf(instrument, list, run.answers)[0];
    return item === undefined ? [] : [{ list, item }];
  });
  if (above.length < around.length) return { lists, items };
  return { lists: [...around, ...lists], items: [...itemsIn(above), ...items] };
}

/** The lists whose items are gone through around those of a list; undefined where it is not gone through. */
function listsAround(steps: readonly Step[], list: string): readonly string[] | undefined {
  for (const step of steps) {
    if (step.type !== 'each') continue;
    if (step.list === list) return [];
    const within = listsAround(step.steps, list);
    if (within) return [step.list, ...within];
  }
  return undefined;
}

/** The first card of an item that is not on the way. */
function firstCardOf(scene: RunScene, items: readonly string[]): Card | undefined {
  const steps = stepsUnder(scene.instrument.steps, items.length);
  return steps.map(({ id }) => cardAt(scene, keyOf(items, id))).find(card => card !== undefined);
}

function stepsUnder(steps: readonly Step[], depth: number): readonly Step[] {
  if (depth === 0) return steps.filter(({ type }) => type !== 'each');
  return steps.flatMap(step => (step.type === 'each' ? stepsUnder(step.steps, depth - 1) : []));
}

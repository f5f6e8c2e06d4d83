import { ownName } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { type RunScene, say, type Turn } from './context.ts';
import { currentCard, progressAt, refOf } from './place.ts';

/** How far the run is. */
export function status(run: RunScene): Turn {
  const progress = progressAt(run, currentCard(run));
  const items = itemsDone(run);
  return say(run.session, [
    { kind: 'status', progress, ...(items.length > 0 && { items }), ...refOf(run.instrument) },
  ]);
}

/** Cards done in each item that is gone through, of the outermost lists. */
function itemsDone({ instrument, run }: RunScene) {
  const { path, open } = walk(instrument, run.answers, run.passed);
  const left = new Set(open);
  type Done = { list: string; item: string; name?: string; done: number; total: number };
  const items = new Map<string, Done>();
  for (const card of path) {
    const [place] = card.at;
    if (!place) continue;
    const { done, total } = items.get(place.item) ?? { done: 0, total: 0 };
    const more = left.has(card) ? 0 : 1;
    const name = ownName(run.answers, [place.item]);
    const { list, item } = place;
    const named = name !== undefined && { name };
    items.set(item, { list, item, ...named, done: done + more, total: total + 1 });
  }
  return [...items.values()];
}

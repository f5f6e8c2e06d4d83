/** Which items of a list a message picks, where some of them are to be chosen. */
import { offeredAt } from '../assessment/options-at.ts';
import { namingOf, type RunScene } from './context.ts';

/** "Asuminen ja koulutus", "1 ja 3", "kaikki", "kaikki paitsi 2"; none where it picks none. */
export function itemsPicked(scene: RunScene, list: string, text: string): readonly string[] {
  const { instrument, run } = scene;
  const step = instrument.steps.find(one => one.type === 'choose' && one.list === list);
  const ids = step?.type === 'choose' ? offeredAt(instrument, { input: step, at: [] }, run.answers) : [];
  const found = namingOf(scene).marks.find(text);
  const all = found.some(({ id }) => id === 'all');
  const except = found.find(({ id }) => id === 'except');
  if (!except) {
    const named = spokenOf(scene, list, { text, ids });
    return named.length > 0 || !all ? named : ids;
  }
  // "The others" without saying which ones they are others than.
  const out = all ? spokenOf(scene, list, { text: text.slice(except.to), ids }) : [];
  return out.length > 0 ? ids.filter(id => !out.includes(id)) : [];
}

/** The items told by name, or by their places on the list. */
function spokenOf(
  scene: RunScene,
  list: string,
  { text, ids }: { text: string; ids: readonly string[] },
): string[] {
  const named = namingOf(scene)
    .items.find(text)
    .filter(({ id }) => id.lists.join() === list)
    .flatMap(({ id }) => id.items.at(-1) ?? []);
  if (named.length > 0) return ids.filter(id => named.includes(id));
  const numbers = /^[\s\d,.&]+(?:(?:ja|och|and)[\s\d]+)?$/i.test(text) ? text.match(/\d+/g) : null;
  return (numbers ?? []).flatMap(number => ids[Number(number) - 1] ?? []);
}

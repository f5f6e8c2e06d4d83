/** What a statement tells of one item. */
import { keyOf } from '../../assessment/answers.ts';
import { isProposedOut } from '../../assessment/proposal.ts';
import type { RunScene } from '../context.ts';
import { answeredAsYesOrNo } from '../understood-as.ts';
import type { ItemPath } from './naming.ts';
import type { Fact } from './read-choices.ts';
import { readFact, type Sayable } from './read-fact.ts';
import { sayable } from './sayable.ts';

interface Statement {
  readonly text: string;
  /** Whether an item was named, in this statement or before. */
  readonly named: boolean;
  readonly path: ItemPath;
  /** What can be said of it. */
  readonly fields: Sayable | undefined;
}

/** What was said of an item in one statement. */
export interface ItemFact {
  readonly path: ItemPath;
  readonly fact: Fact;
}

export function factOf(scene: RunScene, statement: Statement): ItemFact | undefined {
  const { path } = statement;
  const fact = factSaid(scene, statement);
  return fact && { path, fact: ofItem(scene, path, fact) };
}

/**
 * "Kyllä" to nobody's question says nothing of the item on the card; "ei" there is asked about before it takes back
 * that a service is in use.
 */
function factSaid(scene: RunScene, { text, named, fields }: Statement): Fact | undefined {
  const fact = fields && readFact(scene, text, fields);
  if (!fact || named || !fields.table.some(({ id }) => id in fact.said)) return fact;
  if (!fact.sure) return undefined;
  return answeredAsYesOrNo(scene, text) === undefined ? fact : { ...fact, sure: false };
}

/** "All fully digital" is not said of what the item does not have by itself; what is named alone is. */
function ofItem({ instrument, run }: RunScene, { items, lists }: ItemPath, fact: Fact): Fact {
  const fields = Object.keys(fact.said);
  const all = sayable(instrument, { lists })?.choices.length ?? 0;
  const general = fact.general ?? (fields.length < all ? [] : fields);
  if (fields.length < 2 || general.length === 0) return fact;
  const said = fields.map(id => {
    const key = keyOf(items, id);
    const lacks = general.includes(id) && run.answers[key] === undefined && isProposedOut(instrument, key);
    return [id, lacks ? 'na' : fact.said[id]] as const;
  });
  return {
    ...fact,
    said: Object.fromEntries(said.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))),
  };
}

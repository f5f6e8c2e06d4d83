/** What a message says of items, gathered statement by statement. */
import { type AnswerKey, type Entry, keyOf } from '../../assessment/answers.ts';
import type { RunScene } from '../context.ts';
import type { ItemPath } from './naming.ts';
import { type Fact, saidTogether } from './read-choices.ts';
import { sayable } from './sayable.ts';

export interface Heard {
  readonly entries: readonly Entry[];
  /** Items named with nothing said of them: somebody wants to go there. */
  readonly named: readonly ItemPath[];
  /** Left out of what is said of all, with nothing said of them and no answer from before: "all but streets in use". */
  readonly left: readonly AnswerKey[];
  /** What told something that could not be read, in its own words. */
  readonly unread: readonly string[];
  /**
   * `likely`: something had to be guessed, so it is asked before anything is written. `unclear`: all but something that
   * is not known here, so that nobody can tell of which ones it is said.
   */
  readonly certainty: 'sure' | 'likely' | 'unclear';
}

/** An item and what was said of it so far. */
interface Spoken {
  readonly path: ItemPath;
  readonly facts: readonly Fact[];
}

/** The items spoken of, by their items' ids with points between: `work.job-matching`. */
export type SpokenOf = Map<string, Spoken>;

export function speakOf(spoken: SpokenOf, path: ItemPath, fact?: Fact): void {
  const key = path.items.join('.');
  const facts = spoken.get(key)?.facts ?? [];
  spoken.set(key, { path, facts: fact ? [...facts, fact] : facts });
}

/** What was gathered from a message. */
export interface Gathered {
  readonly spoken: SpokenOf;
  readonly leftOut: readonly ItemPath[];
  /** The statements that told something that could not be read. */
  readonly unread: readonly string[];
  readonly unclear: boolean;
}

/** What was told but could not be read is not passed over: the rest is asked about before it is written. */
export function heardOf(scene: RunScene, { spoken, leftOut, unread, unclear }: Gathered): Heard {
  if (unclear) return { entries: [], named: [], left: [], unread, certainty: 'unclear' };
  const all = [...spoken.values()];
  const said = all.filter(({ facts }) => facts.length > 0);
  const guessed = said.some(({ facts }) => facts.some(({ sure }) => !sure));
  const entries = said.flatMap(one => entriesOf(scene, one));
  const left = [...said.flatMap(fieldsLeft), ...leftOut.flatMap(path => rowLeft(scene, path))];
  const answered = ({ run }: RunScene, key: AnswerKey) =>
    run.answers[key] !== undefined || entries.some(entry => entry.key === key);
  return {
    entries,
    named: all.filter(({ facts }) => facts.length === 0).map(({ path }) => path),
    left: [...new Set(left)].filter(key => !answered(scene, key)),
    unread,
    certainty: guessed || (unread.length > 0 && said.length > 0) ? 'likely' : 'sure',
  };
}

function entriesOf({ run }: RunScene, { path, facts }: Spoken): Entry[] {
  const said = saidTogether(facts, field => run.answers[keyOf(path.items, field)] !== undefined);
  return [...said].map(([field, value]) => ({ key: keyOf(path.items, field), value }));
}

function fieldsLeft({ path, facts }: Spoken): AnswerKey[] {
  return facts.flatMap(({ left = [] }) => left.map(field => keyOf(path.items, field)));
}

/** What a row says is its first field. */
function rowLeft({ instrument }: RunScene, { lists, items }: ItemPath): AnswerKey[] {
  const [field] = sayable(instrument, { lists })?.table ?? [];
  return field ? [keyOf(items, field.id)] : [];
}

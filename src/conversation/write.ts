/** Checks answers and writes them, whatever they came from. */
import { type Answers, type Entry, isSameValue } from '../assessment/answers.ts';
import { type Change, keepReached, withChanges } from '../assessment/change-answers.ts';
import { checkAnswer, type ValueProblem } from '../assessment/check-answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { NAME } from '../assessment/names-in.ts';
import { type FieldAt, fieldAt, itemsOf } from '../assessment/places.ts';
import { sourcesKept } from '../assessment/prefilled.ts';
import { type RunScene, withRun } from './context.ts';
import type { FieldProblem, Rejection } from './rejection.ts';
import type { Run } from './session.ts';

/** What became of entries: the run with them in, or why none was taken. */
export type Written =
  | { readonly kind: 'written'; readonly scene: RunScene }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/** Checks entries and writes them all, or none when one of them cannot be taken. An empty value takes an answer away. */
export function write(scene: RunScene, entries: readonly Change[]): Written {
  const { instrument, run } = scene;
  // A form sends all that stands on it, most of it as it was.
  const changes = entries.filter(({ key, value }) => run.answers[key] !== value);
  const given = withChanges(run.answers, changes);
  const problems = entries.flatMap(entry => {
    const problem = entry.value === undefined ? undefined : problemOf(scene, entry, given);
    return problem ? [{ key: entry.key, rejection: rejectionOf(problem) }] : [];
  });
  if (problems.length > 0) return { kind: 'refused', problems };
  const answers = keepReached(instrument, given, { before: run.answers, changes });
  const reasons = reasonsFor(answers, run.reasons);
  const prefilled = sourcesKept(run.prefilled, run.answers, answers);
  const by = run.by && rolesKept(run.by, run.answers, answers);
  return { kind: 'written', scene: withRun(scene, { answers, reasons, prefilled, ...(by && { by }) }) };
}

/** The roles of colleagues on answers that stand as they gave them: one that has been changed is the asker's own. */
function rolesKept(by: NonNullable<Run['by']>, before: Answers, now: Answers): NonNullable<Run['by']> {
  const roles = Object.entries(by);
  const kept = roles.filter(([key]) => now[key] !== undefined && isSameValue(before[key], now[key]));
  return kept.length === roles.length ? by : Object.fromEntries(kept);
}

/** What is given by changes, without what they take away. */
export function givenIn(changes: readonly Change[]): Entry[] {
  return changes.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }]));
}

/** Of the reasons that were given, those whose answers still want one. */
function reasonsFor(answers: Answers, reasons: Run['reasons']): Run['reasons'] {
  const given = Object.entries(reasons);
  const wanted = given.filter(([key]) => answers[key] === 'na');
  return wanted.length === given.length ? reasons : Object.fromEntries(wanted);
}

function problemOf(
  { instrument }: RunScene,
  { key, value }: Entry,
  given: Answers,
): ValueProblem | undefined {
  const field = fieldAt(instrument, key, given);
  if (!field) return { problem: 'unknown-input' };
  const most = key.endsWith(`.${NAME}`) ? mostAdded(instrument, field, given) : undefined;
  if (most !== undefined) return { problem: 'too-many', max: most };
  return checkAnswer(instrument, { answers: given, ...field }, value);
}

/** How many items people can add where this one is, if there are more of them now. */
function mostAdded(instrument: Instrument, { at }: FieldAt, answers: Answers): number | undefined {
  const list = at.at(-1)?.list ?? '';
  const own = instrument.lists[list]?.own;
  const within = { at: at.slice(0, -1), answers };
  const listed = itemsOf(instrument, list, { ...within, answers: {} });
  const added = itemsOf(instrument, list, within).length - listed.length;
  return own !== undefined && added > own ? own : undefined;
}

function rejectionOf(problem: ValueProblem): Rejection {
  return {
    problem: problem.problem,
    ...('min' in problem && { min: problem.min }),
    ...('max' in problem && { max: problem.max }),
    ...('unit' in problem && { unit: problem.unit }),
    ...('decimals' in problem && { decimals: problem.decimals }),
  };
}

/** The names of items that people added, among their answers. */
import { type AnswerKey, type Answers, lastOf, type Value } from './answers.ts';

/** The field that carries the name of an item somebody added. */
export const NAME = 'name';

/** Looked for among several hundred keys, so that answers without a change of names take over what was found before. */
const known = new WeakMap<Answers, Answers>();

/** The names of items that were added: whatever is told of them needs these. */
export function namesIn(answers: Answers): Answers {
  const names = known.get(answers) ?? lookFor(answers);
  known.set(answers, names);
  return names;
}

function lookFor(answers: Answers): Answers {
  const names: Record<AnswerKey, Value> = {};
  for (const key in answers) {
    const name = key.endsWith(`.${NAME}`) ? answers[key] : undefined;
    if (name !== undefined) names[key] = name;
  }
  return names;
}

/** Tells that no key of a name differs from those before, where that is so. */
export function namedAsBefore(before: Answers, answers: Answers, changed: readonly AnswerKey[]): void {
  if (changed.every(key => lastOf(key) !== NAME)) known.set(answers, namesIn(before));
}

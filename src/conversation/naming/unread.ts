/** Whether a statement told something that could not be read. */
import type { Value } from '../../assessment/answers.ts';
import { namingOf, type RunScene } from '../context.ts';
import type { ItemFact } from './item-fact.ts';
import type { Mention } from './rows-meant.ts';
import { blanked } from './span.ts';

interface Statement {
  readonly clause: string;
  readonly mentions: readonly Mention[];
  readonly facts: readonly ItemFact[];
}

/** The statement itself where it told something that could not be read, else none. */
export function unreadIn(scene: RunScene, statement: Statement): readonly string[] {
  return isUnread(scene, statement) ? [statement.clause.trim()] : [];
}

/** Nothing at all was read, or not the figure beside words that were. */
function isUnread(scene: RunScene, { clause, mentions, facts }: Statement): boolean {
  if (facts.length === 0) return mentions.length > 0 || isTelling(scene, clause);
  const words = facts.every(({ fact }) => Object.values(fact.said).every(isWord));
  return words && hasFigure(blanked(clause, mentions));
}

/** Whether a statement must have been meant to tell something: it names a field, or bears a figure. */
function isTelling(scene: RunScene, clause: string): boolean {
  const { fields, marks } = namingOf(scene);
  if (hasFigure(clause)) return true;
  return fields.find(clause).length > 0 || marks.find(clause).some(({ id }) => id === 'except');
}

/** Dates and years are said by the way. */
const TIME = /\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|(?<!\d)(?:19|20)\d\d(?!\d)/g;

function hasFigure(text: string): boolean {
  return /\d/.test(text.replace(TIME, ''));
}

function isWord(value: Value): boolean {
  return typeof value === 'string';
}

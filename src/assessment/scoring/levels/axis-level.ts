/** The level of one item, by what was answered to the statements of its ladder. */
import { type Answers, keyOf, type Value } from '../../answers.ts';
import { isMet, rungsOf } from '../../climb.ts';
import type { Instrument } from '../../instrument.ts';
import type { NamedItem } from '../../named-item.ts';
import { namedItemAt } from '../../named-item-at.ts';
import { itemsIn, itemsOf, type Place } from '../../places.ts';
import type { Axis } from '../../sections/profile.ts';
import { ladderOf } from './levels-rules.ts';

interface Statement {
  readonly item: NamedItem;
  readonly level: number;
  readonly value: Value | undefined;
}

/** The level that is surely reached, and the one if all that is not known held; how much is known; what is next. */
export function axisAt(instrument: Instrument, answers: Answers, at: readonly Place[]): Axis {
  const ladder = ladderOf(instrument);
  const told = statementsAt(instrument, answers, at);
  const met = (value: Value | undefined) => isMet(instrument, ladder, value);
  const open = (value: Value | undefined) => value === undefined || value === 'unknown';
  const low = reach(told, met);
  const high = reach(told, value => open(value) || met(value));
  const rungs = rungsOf(instrument, answers, { step: ladder, at });
  const asked = told.filter(({ level, value }) => rungs.includes(level) || value !== undefined);
  const known = asked.filter(({ value }) => !open(value));
  const above = told.map(({ level }) => level).filter(level => level > low);
  const next = above.length > 0 ? Math.min(...above) : undefined;
  const lacking = told.filter(({ level, value }) => level === next && !met(value));
  return {
    item: namedItemAt(at, answers),
    level: { low, high },
    coverage: asked.length === 0 ? 0 : known.length / asked.length,
    ...(next !== undefined && {
      next: {
        level: next,
        open: lacking.filter(({ value }) => !open(value)).map(({ item }) => item),
        unknown: lacking.filter(({ value }) => open(value)).map(({ item }) => item),
      },
    }),
  };
}

/** Every statement of a ladder, in the list's order. */
function statementsAt(instrument: Instrument, answers: Answers, at: readonly Place[]): Statement[] {
  const { list, input } = ladderOf(instrument);
  return itemsOf(instrument, list, { at, answers }).map(({ id, level = 1 }) => ({
    item: { list, id },
    level,
    value: answers[keyOf([...itemsIn(at), id], input.id)],
  }));
}

/**
 * The highest level of which, and of all below, every statement holds. The ladder starts in the middle: what was never
 * asked below a level that was answered whole and holds counts as holding, because nobody was asked to doubt it. Below one
 * that does not hold everybody is asked on, so a level above that one speaks for nothing, though it was answered once.
 */
function reach(told: readonly Statement[], met: (value: Value | undefined) => boolean): number {
  const levels = [...new Set(told.map(({ level }) => level))].sort((a, b) => a - b);
  const at = (level: number) => told.filter(one => one.level === level).map(({ value }) => value);
  const isDoubted = (level: number) => at(level).some(value => value !== undefined && !met(value));
  const doubted = levels.find(isDoubted) ?? Number.POSITIVE_INFINITY;
  const whole = levels.filter(
    level => level < doubted && at(level).every(value => value !== undefined && met(value)),
  );
  let reached = 0;
  for (const level of levels) {
    const presumed = whole.some(other => other > level);
    if (!at(level).every(value => met(value) || (value === undefined && presumed))) break;
    reached = level;
  }
  return reached;
}

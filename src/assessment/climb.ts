/** A ladder of statements, gone up from the middle while they hold, and down where they do not. */
import { type Answers, isOut, keyOf } from './answers.ts';
import type { CardStep, Instrument } from './instrument.ts';
import { itemsIn, itemsOf, type Place } from './places.ts';

type Climb = { readonly step: Extract<CardStep, { type: 'climb' }>; readonly at: readonly Place[] };

/** How the statements of a rung stand: all met, one not met, or something not answered and none failing. */
export type RungStanding = 'holds' | 'fails' | 'open';

/**
 * The rungs in the order they are asked: from the first one up while they hold, else down until one does. One further
 * down that was answered and does not hold stays among them: it counts, and so it has to be seen and changed.
 */
export function rungsOf(instrument: Instrument, answers: Answers, { step, at }: Climb): readonly number[] {
  const items = itemsOf(instrument, step.list, { at, answers });
  const levels = [...new Set(items.flatMap(({ level }) => level ?? []))].sort((a, b) => a - b);
  const first = levels.find(level => level >= step.from) ?? levels.at(-1);
  if (first === undefined) return [];
  const standing = standingOf(instrument, answers, { step, at, level: first });
  if (standing === 'open') return [first];
  const rest =
    standing === 'holds'
      ? levels.filter(level => level > first)
      : levels.filter(level => level < first).reverse();
  const stop = rest.findIndex(level => standingOf(instrument, answers, { step, at, level }) !== standing);
  const asked = [first, ...(stop === -1 ? rest : rest.slice(0, stop + 1))];
  const doubted = levels.filter(
    level => level < Math.min(...asked) && standingOf(instrument, answers, { step, at, level }) === 'fails',
  );
  // Nothing above a level that does not hold is reached: there is no use in asking on.
  return doubted.length > 0 && standing === 'holds' ? [first, ...doubted] : [...asked, ...doubted];
}

/** How one rung stands. "Don't know" does not hold. */
export function standingOf(
  instrument: Instrument,
  answers: Answers,
  { step, at, level }: Climb & { level: number },
): RungStanding {
  const above = itemsIn(at);
  const given = itemsOf(instrument, step.list, { at, answers })
    .filter(item => item.level === level)
    .map(({ id }) => answers[keyOf([...above, id], step.input.id)]);
  if (given.some(value => value === undefined)) return 'open';
  return given.every(value => isMet(instrument, step, value)) ? 'holds' : 'fails';
}

/** Whether a statement of a ladder holds by this answer. One that does not apply does not stand in the way. */
export function isMet({ scales }: Instrument, { input }: Climb['step'], value: unknown): boolean {
  if (isOut(value)) return value === 'na';
  return typeof value === 'string' && scales[input.scale]?.options[value] === 1;
}

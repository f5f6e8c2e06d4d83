/** What other instruments tell of where somebody is when they begin to set levels to aim at, or come back to them. */

import { type Answers, type Entry, keyOf } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import type { Interval } from '../../interval.ts';
import type { NamedItem } from '../../named-item.ts';
import { NAME } from '../../names-in.ts';
import { addedTo, ownName } from '../../places.ts';
import { freeItem } from '../../rows.ts';
import type { Axis } from '../../sections/profile.ts';
import { levelsByUnit, levelsNow, type UnitLevels } from '../levels/levels-now.ts';
import type { Seen } from '../port.ts';
import { assess } from '../stairs/assess.ts';
import { plainItems, roadmapRules } from './roadmap-rules.ts';

/**
 * Where each goal is now, by the other instruments' latest answers: what is surely reached. Sectors that people added
 * there are theirs here as well from the beginning, and are known by their names later on.
 */
export function opening(instrument: Instrument, seen: readonly Seen[], answers: Answers): readonly Entry[] {
  const { stair, looks } = roadmapRules(instrument);
  return seen.flatMap(({ instrument: other, answers: theirs }): readonly Entry[] => {
    if (other.id === looks.stairs) return reached(keyOf([stair], 'now'), assess(other, [], theirs).stair);
    if (other.id !== looks.levels) return [];
    return [
      ...levelEntries(instrument, levelsNow(other, theirs)),
      ...unitEntries(instrument, levelsByUnit(other, theirs), answers),
    ];
  });
}

/** Of what has been answered at all: of the whole, or of one sector. */
function levelEntries(instrument: Instrument, axes: readonly Axis[], unit?: string): readonly Entry[] {
  const { goals, units } = roadmapRules(instrument);
  const known = new Set(plainItems(instrument, goals).map(({ id }) => id));
  return axes.flatMap(({ item, level, coverage }): readonly Entry[] => {
    if (!known.has(item.id) || coverage === 0) return [];
    const key = unit === undefined ? keyOf([item.id], 'now') : keyOf([unit, item.id], units?.now ?? '');
    return reached(key, level);
  });
}

/** Nothing where all is open yet: a level somewhere from 0 to 4 is no level 0, and people say themselves where they are. */
function reached(key: string, { low, high }: Interval): readonly Entry[] {
  return low === 0 && high > 1 ? [] : [{ key, value: low }];
}

function unitEntries(
  instrument: Instrument,
  told: readonly UnitLevels[],
  answers: Answers,
): readonly Entry[] {
  const { units } = roadmapRules(instrument);
  if (!units) return [];
  const isNew = Object.keys(answers).length === 0;
  let named = answers;
  return told.flatMap(({ unit, axes }): readonly Entry[] => {
    const known = unitHere(instrument, units.list, { unit, answers: named });
    if (known !== undefined) return levelEntries(instrument, axes, known);
    if (unit.name === undefined || !isNew) return [];
    const added = freeItem(instrument, units.list, { at: [], answers: named });
    const name = { key: keyOf([added], NAME), value: unit.name };
    named = { ...named, [name.key]: name.value };
    return [name, ...levelEntries(instrument, axes, added)];
  });
}

/** The same sector here: a listed one by its id, one that somebody added by its name. */
function unitHere(
  instrument: Instrument,
  list: string,
  { unit, answers }: { readonly unit: NamedItem; readonly answers: Answers },
): string | undefined {
  const { id, name } = unit;
  if (name === undefined) return plainItems(instrument, list).find(item => item.id === id)?.id;
  const added = addedTo(instrument, list, { at: [], answers }) ?? [];
  return added.find(one => sameWords(ownName(answers, [one]), name));
}

function sameWords(one: string | undefined, other: string): boolean {
  return one?.trim().toLowerCase() === other.trim().toLowerCase();
}

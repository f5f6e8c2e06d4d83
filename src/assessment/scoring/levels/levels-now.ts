import type { Answers } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import type { NamedItem } from '../../named-item.ts';
import { type Outcome, sectionOf } from '../../outcome.ts';
import type { Axis } from '../../sections/profile.ts';
import { levels } from './levels.ts';

/** Where the whole stands by each axis, and what its next level needs. */
export function levelsNow(instrument: Instrument, answers: Answers): readonly Axis[] {
  const outcome = levels.outcome(instrument, { answers, actions: [] });
  const units = unitsIn(outcome);
  return (sectionOf(outcome, 'profile')?.axes ?? []).map((axis, at) => {
    if (axis.next || units.length === 0) return axis;
    // The unit that holds the whole down says what is needed first.
    const [lowest] = units
      .flatMap(({ axes }) => axes[at] ?? [])
      .toSorted((one, other) => one.level.low - other.level.low);
    return { ...axis, ...(lowest?.next && { next: lowest.next }) };
  });
}

/** Where each unit that was gone through stands by itself. */
export function levelsByUnit(instrument: Instrument, answers: Answers): readonly UnitLevels[] {
  return unitsIn(levels.outcome(instrument, { answers, actions: [] }));
}

export interface UnitLevels {
  readonly unit: NamedItem;
  readonly axes: readonly Axis[];
}

function unitsIn({ sections }: Outcome): readonly UnitLevels[] {
  return sections.flatMap(section =>
    section.kind === 'profile' && section.unit ? [{ unit: section.unit, axes: section.axes }] : [],
  );
}

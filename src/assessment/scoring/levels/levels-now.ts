import type { Answers } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import type { NamedItem } from '../../named-item.ts';
import { sectionOf } from '../../outcome.ts';
import type { Axis } from '../../sections/profile.ts';
import { levels } from './levels.ts';

/** Where the whole stands by each axis, and what its next level needs. */
export function levelsNow(instrument: Instrument, answers: Answers): readonly Axis[] {
  const { sections } = levels.outcome(instrument, { answers, actions: [] });
  const whole = sectionOf({ sections }, 'profile')?.axes ?? [];
  const units = sections.flatMap(section =>
    section.kind === 'profile' && section.unit ? [section.axes] : [],
  );
  return whole.map((axis, at) => {
    if (axis.next || units.length === 0) return axis;
    // The one that holds the whole down says what is needed first.
    const lowest = units.flatMap(axes => axes[at] ?? []).toSorted((a, b) => a.level.low - b.level.low)[0];
    return { ...axis, ...(lowest?.next && { next: lowest.next }) };
  });
}

/** Where each unit that was gone through stands by itself. */
export function levelsByUnit(
  instrument: Instrument,
  answers: Answers,
): readonly { readonly unit: NamedItem; readonly axes: readonly Axis[] }[] {
  const { sections } = levels.outcome(instrument, { answers, actions: [] });
  return sections.flatMap(section =>
    section.kind === 'profile' && section.unit ? [{ unit: section.unit, axes: section.axes }] : [],
  );
}

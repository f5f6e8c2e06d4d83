import type { Answers } from '../../answers.ts';
import type { Definition } from '../../definition.ts';
import { type Axis, sectionOf } from '../../outcome.ts';
import { levels } from './levels.ts';

/** Where the whole stands by each axis, and what its next level needs. */
export function levelsNow(definition: Definition, answers: Answers): readonly Axis[] {
  const { sections } = levels.outcome(definition, { answers, actions: [] });
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

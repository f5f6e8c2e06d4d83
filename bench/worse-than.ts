/** Tells which figures have grown since they were last published: a slow decay is seen in the run in which it shows. */

/** What a run is remembered by: ratios within the run, and sizes. Of each, less is better. */
export type KeptFigures = Readonly<Record<string, number>>;

/** Rounds of one machine differ by so much. */
const TOLERATED = 1.2;

/** A line for each figure that is worse by more than a fifth, the worst first; a figure of one side alone is none. */
export function worseThan(published: KeptFigures, now: KeptFigures): readonly string[] {
  return Object.entries(published)
    .map(([name, before]) => ({ name, before, after: now[name] ?? before }))
    .filter(({ before, after }) => after > before * TOLERATED)
    .sort((one, other) => other.after / other.before - one.after / one.before)
    .map(
      ({ name, before, after }) =>
        `WORSE × ${(after / before).toFixed(2)}: ${name}, ${short(before)} → ${short(after)}`,
    );
}

function short(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}

import type { Instrument } from '../instrument.ts';
import { allItems } from '../list.ts';
import { highestLevel, levelsRules } from './levels/levels-rules.ts';
import { roadmapRules } from './roadmap/roadmap-rules.ts';

/** What a picture of levels needs to know of an instrument. */
export interface RadarAxes {
  /** Its axes by their text keys. */
  readonly names: readonly string[];
  /** How many levels there are. */
  readonly of: number;
}

/** The axes that an instrument gives levels to, or sets levels for; undefined for one that does neither. */
export function radarAxes(instrument: Instrument): RadarAxes | undefined {
  if (instrument.scoring.by === 'levels') {
    const { axes } = levelsRules(instrument);
    return { names: namesIn(instrument, axes, []), of: highestLevel(instrument) };
  }
  if (instrument.scoring.by !== 'roadmap') return undefined;
  const { goals, stair, highest } = roadmapRules(instrument);
  const { [stair]: _, ...others } = highest;
  return { names: namesIn(instrument, goals, [stair]), of: Math.max(0, ...Object.values(others)) };
}

function namesIn(instrument: Instrument, list: string, without: readonly string[]): string[] {
  const found = instrument.lists[list];
  return found
    ? allItems(found).flatMap(({ item: { id } }) =>
        without.includes(id) ? [] : [`${instrument.id}:${list}.${id}.name`],
      )
    : [];
}

import type { Definition } from '../definition.ts';
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
export function radarAxes(definition: Definition): RadarAxes | undefined {
  if (definition.scoring.by === 'levels') {
    const { axes } = levelsRules(definition);
    return { names: namesIn(definition, axes, []), of: highestLevel(definition) };
  }
  if (definition.scoring.by !== 'roadmap') return undefined;
  const { goals, stair, highest } = roadmapRules(definition);
  const { [stair]: _, ...others } = highest;
  return { names: namesIn(definition, goals, [stair]), of: Math.max(...Object.values(others)) };
}

function namesIn(definition: Definition, list: string, without: readonly string[]): string[] {
  const found = definition.lists[list];
  return found
    ? allItems(found).flatMap(({ item: { id } }) =>
        without.includes(id) ? [] : [`${definition.id}:${list}.${id}.name`],
      )
    : [];
}

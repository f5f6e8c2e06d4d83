import type { SectionOf } from '../../assessment/sections/section.ts';
import type { StairStanding } from '../../assessment/sections/standing.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** How many conditions each stair has met, also above the one that is reached. Earlier results do not know it. */
export function conditionsOfStairs({ t }: Voice, { stairs = [] }: SectionOf<'standing'>): Block[] {
  if (stairs.length === 0) return [];
  return [
    { block: 'text', text: t('bot:result.stairs'), tone: 'strong' },
    { block: 'list', items: stairs.map(stair => lineOf(t, stair)) },
  ];
}

function lineOf(t: Voice['t'], { stair, holds, met, of, unknown }: StairStanding): string {
  if (holds === 'not-assessed') return t('bot:result.stair-not-assessed', { stair });
  return unknown.length > 0
    ? t('bot:result.stair-open', { stair, met, of, count: unknown.length })
    : t('bot:result.stair-met', { stair, met, of });
}

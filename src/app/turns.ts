/** Wires the turns: what they look at, and what they save. */
import type { ConversationContext } from '../conversation/context.ts';
import { measuredTurns } from '../metrics/measured.ts';
import { createTurns } from '../turns/create-turns.ts';
import { createResumeCodes } from '../turns/resume-codes.ts';
import type { Turns } from '../turns/turns.ts';
import { conversationContext } from './conversation-context.ts';
import type { Drawing } from './drawing.ts';
import { DAY_MS, type Foundation } from './foundation.ts';
import type { Prefilling } from './prefilling.ts';

/**
 * What a turn looks at. Reminders come once a week at the most: where conversations are kept for a week or less, they
 * would be gone by then, so none are offered.
 */
export function contextOf(
  { config, content }: Foundation,
  drawing: Drawing,
  prefilling: Prefilling | undefined,
): ConversationContext {
  return {
    ...conversationContext(content, drawing.context),
    ...(config.store.ttlDays <= 7 && { reminders: 'unavailable' as const }),
    ...(prefilling && { prefill: prefilling.source }),
  };
}

export function openTurns(
  base: Foundation,
  context: ConversationContext,
  prefilling: Prefilling | undefined,
): Turns {
  const { store, metrics, now, config, secrets } = base;
  const { meter } = metrics;
  const turns = createTurns({
    store,
    collectedMs: config.store.collectedDays * DAY_MS,
    keptMs: config.store.keptDays * DAY_MS,
    codes: createResumeCodes(secrets.current),
    keeps: config.store.keptDays > 0 ? 'results' : 'nothing',
    workshopMs: config.store.ttlDays * DAY_MS,
    context,
    register: prefilling?.lookups,
    now,
    count: (event, step = '') => meter.add('events', [event, step]),
  });
  return measuredTurns(turns, meter);
}

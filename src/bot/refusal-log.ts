/** Says in the log that callers were turned away, but not once for each: a flood must not fill a disk. */
import type { BotLog } from './bot-log.ts';

const EVERY_MS = 60_000;

export function createRefusalLog(log: BotLog, now: () => number): (reason: string) => void {
  const counts = new Map<string, number>();
  let toldAt = Number.NEGATIVE_INFINITY;
  return reason => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    if (now() - toldAt < EVERY_MS) return;
    toldAt = now();
    log.warn({ code: 'refused', reasons: Object.fromEntries(counts) }, 'Callers were turned away');
    counts.clear();
  };
}

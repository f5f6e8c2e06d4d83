import {
  agreed,
  besideUnknown,
  type ClauseReading,
  hintOfOut,
  judgeOut,
  likely,
  type Scale,
  type Settled,
  Signals,
  strict,
  sure,
  type Verdict,
} from './scales.ts';
import type { Item } from './tag.ts';

/** By hand, partly digital, fully digital. */
export const phase: Scale = { best: 'full', judge, settle };

/** What a clause denies: "not automatic" says little alone and much beside "electronic". */
const NOT_FULL = 'not-full';
const NOT_MANUAL = 'not-manual';

function judge(items: readonly Item[]): Verdict | undefined {
  const signals = new Signals(items);
  const out = judgeOut(signals);
  if (out) return out;
  const full = signals.says('full');
  const manual = signals.says('manual');
  if (signals.has('no')) return judgeNegated(signals, full, manual);
  if (signals.has('part')) return manual && !full ? likely('partial') : sure('partial');
  if (signals.says('partial', 'sure')) return sure('partial');
  if (full && manual) return likely('partial');
  return judgeOneSided(signals, full, manual) ?? hintOfOut(signals);
}

function judgeOneSided(signals: Signals, full: boolean, manual: boolean): Verdict | undefined {
  if (manual) return signals.says('manual', 'sure') ? sure('manual') : likely('manual');
  if (signals.says('full', 'sure') || (full && signals.has('whole'))) return sure('full');
  if (signals.has('whole')) return strict('full');
  if (full) return likely('full');
  return signals.says('partial') ? likely('partial') : undefined;
}

function judgeNegated(signals: Signals, full: boolean, manual: boolean): Verdict | undefined {
  if (signals.has('part')) return likely('partial');
  if (signals.has('whole')) return sure('partial');
  if (full === manual) return undefined;
  return sure(full ? NOT_FULL : NOT_MANUAL);
}

function settle(said: readonly ClauseReading[]): Settled {
  const values = new Set(said.map(({ value }) => value));
  const same = agreed(said);
  if (same) return unless(same);
  if (said.some(({ joint }) => joint === 'or')) return undefined;
  if (values.has('unknown')) return unless(besideUnknown(said));
  if (values.has('na')) return undefined;
  if (values.has(NOT_FULL)) return sure(values.has('manual') ? 'manual' : 'partial');
  if (values.has(NOT_MANUAL))
    return { value: values.has('partial') ? 'partial' : 'full', sure: values.size === 2 };
  const both = values.has('manual') && values.has('full') && said.some(({ joint }) => joint === 'and');
  const partial = said.some(reading => reading.value === 'partial' && reading.sure);
  return both || (partial && values.size === 2) ? sure('partial') : likely('partial');
}

/** A denial alone leaves the rest to be confirmed. */
function unless(settled: Settled): Settled {
  if (settled?.value === NOT_FULL) return likely('partial');
  return settled?.value === NOT_MANUAL ? likely('full') : settled;
}

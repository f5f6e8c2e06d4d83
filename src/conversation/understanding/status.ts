import {
  agreed,
  asSureAs,
  besideUnknown,
  type ClauseReading,
  hintOfOut,
  judgeOut,
  likely,
  type Scale,
  type Settled,
  Signals,
  stated,
  strict,
  sure,
  type Verdict,
} from './scales.ts';
import type { Item } from './tag.ts';

/** Not the municipality's to provide, neither in use nor planned, planned, in use. */
export const status: Scale = { best: 'inuse', judge, settle };

function judge(items: readonly Item[]): Verdict | undefined {
  const signals = new Signals(items);
  if (signals.says('outside', 'sure')) return sure('outside');
  const out = judgeOut(signals);
  if (out) return out;
  if (signals.says('none', 'sure')) return sure('none');
  if (signals.has('no')) return judgeNegated(items, signals);
  const planned = signals.says('planned', 'sure');
  const inUse = signals.says('inuse', 'sure');
  if (planned && inUse) return likely('planned');
  if (planned) return sure('planned');
  if (signals.says('planned')) return likely('planned');
  if (inUse) return sure('inuse');
  if (signals.says('none')) return likely('none');
  if (signals.says('outside')) return likely('outside');
  return signals.says('inuse') ? likely('inuse') : hintOfOut(signals);
}

function judgeNegated(items: readonly Item[], signals: Signals): Verdict {
  if (signals.says('planned', 'likely')) return likely('planned');
  if (items.some(({ tag }) => tag.is === 'no' && tag.strength === 'stated')) return stated('none');
  return signals.says('inuse') || signals.says('planned') ? sure('none') : strict('none');
}

function settle(said: readonly ClauseReading[]): Settled {
  const same = agreed(said);
  if (same) return same;
  if (said.some(({ joint }) => joint === 'or')) return undefined;
  const values = new Set(said.map(({ value }) => value));
  if (values.has('unknown')) return besideUnknown(said);
  if (values.has('na') || values.has('outside') || values.size > 2) return undefined;
  if (!values.has('inuse')) return asSureAs(said, 'planned');
  if (!values.has('planned')) return undefined;
  const inUse = said.some(reading => reading.value === 'inuse' && reading.sure);
  return inUse ? likely(said[0]?.value ?? 'planned') : asSureAs(said, 'planned');
}

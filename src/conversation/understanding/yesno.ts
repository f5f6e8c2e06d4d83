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
  stated,
  strict,
  sure,
  type Verdict,
} from './scales.ts';
import type { Item } from './tag.ts';

/** Yes, partly, no. */
export const yesno: Scale = { best: 'yes', judge, settle };

/** Negation first: a "no" in a clause turns round everything else that is said in it. */
function judge(items: readonly Item[]): Verdict | undefined {
  const signals = new Signals(items);
  const out = judgeOut(signals);
  if (out) return out;
  const negated = signals.has('no') || signals.says('no', 'sure');
  return negated ? judgeNegated(items, signals) : judgePlain(signals);
}

function judgeNegated(items: readonly Item[], signals: Signals): Verdict | undefined {
  if (signals.says('no', 'stated')) return likely('yes');
  if (signals.has('part')) return likely('partly');
  if (signals.has('whole')) return sure('partly');
  const no = items.findIndex(isNo);
  const takenBack = items
    .slice(no)
    .some(({ tag }) => tag.is === 'value' && tag.value === 'yes' && agrees(tag));
  if (takenBack) return undefined;
  if (items.some(({ tag }) => tag.is === 'no' && tag.strength === 'stated')) return stated('no');
  // "Ei ole" among strange words may go on to deny anything; "ei vielä" and "ei ole tehty" have said it.
  return signals.says('no', 'sure') || signals.says('yes') ? sure('no') : strict('no');
}

function isNo({ tag }: Pick<Item, 'tag'>): boolean {
  return tag.is === 'no' || (tag.is === 'value' && tag.value === 'no' && tag.strength === 'sure');
}

/** "Joo" agrees; "kyllä" after a no only stresses it. */
function agrees(tag: { strength: string; stress?: true }): boolean {
  return tag.strength === 'sure' && !tag.stress;
}

function judgePlain(signals: Signals): Verdict | undefined {
  if (signals.has('part')) return sure('partly');
  if (signals.says('no', 'stated')) return stated('no');
  if (signals.says('partly', 'stated')) return stated('partly');
  if (signals.says('partly', 'likely')) return likely('partly');
  if (signals.says('no', 'likely')) return likely(signals.says('yes', 'sure') ? 'partly' : 'no');
  if (signals.says('yes', 'sure')) return sure('yes');
  if (signals.says('yes', 'stated')) return stated('yes');
  if (signals.says('yes', 'likely') || signals.has('whole')) return likely('yes');
  return hintOfOut(signals);
}

function settle(said: readonly ClauseReading[]): Settled {
  const values = new Set(said.map(({ value }) => value));
  const joined = (joint: ClauseReading['joint']) => said.some(reading => reading.joint === joint);
  if (values.size === 1) return agreed(said);
  if (joined('or')) return values.has('no') || !values.has('yes') ? undefined : likely('partly');
  if (values.has('na')) return values.has('yes') || values.has('partly') ? undefined : asSureAs(said, 'na');
  if (values.has('unknown')) return settleUnknown(said);
  if (values.has('yes') && values.has('no')) return joined('but') ? settleBut(said) : undefined;
  if (values.has('yes')) return asSureAs(said, 'partly');
  // "Ei, mutta suunnitteilla" is a no; "ei, mutta osittain" takes half of it back.
  return said[0]?.value === 'no' && !isSure(said, 'partly') ? sure('no') : likely('partly');
}

/** "Yes, but no money" is in between; "no, but we have asked for it" leaves the no standing. */
function settleBut(said: readonly ClauseReading[]): Settled {
  return likely(said[0]?.value === 'no' && !isSure(said, 'yes') ? 'no' : 'partly');
}

/** "I don't know, we have not looked": what is only stated after it explains it. */
function settleUnknown(said: readonly ClauseReading[]): Settled {
  const others = said.filter(({ value, stated }) => value !== 'unknown' && value !== 'no' && !stated);
  if (others.length > 0) return besideUnknown(said);
  return { value: 'unknown', sure: said[0]?.value === 'unknown' };
}

function asSureAs(said: readonly ClauseReading[], value: string): Settled {
  return { value, sure: isSure(said, value) };
}

function isSure(said: readonly ClauseReading[], value: string): boolean {
  return said.some(reading => reading.value === value && reading.sure);
}

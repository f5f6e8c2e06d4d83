import {
  agreed,
  asSureAs,
  besideUnknown,
  type ClauseReading,
  hintOfOut,
  isSure,
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
  // "En tiedä, varmaan on" goes on to guess.
  if (out && !signals.has('doubt')) return deniesTwice(items) ? { ...out, sure: false } : out;
  const negated = signals.has('no') || signals.says('no', 'sure');
  return (negated ? judgeNegated(items, signals) : judgePlain(signals)) ?? out;
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
  if (deniesTwice(items)) return likely('no');
  if (items.some(({ tag }) => tag.is === 'no' && tag.strength === 'stated')) return stated('no');
  // "Ei ole" among strange words may go on to deny anything; "ei vielä" and "ei ole tehty" have said it.
  return signals.says('no', 'sure') || signals.says('yes') ? sure('no') : strict('no');
}

/** "I can't say they are not", "not without": what two denials come to is asked about. */
function deniesTwice(items: readonly Item[]): boolean {
  const denials = items.flatMap((item, at) => (isDenial(item) ? [at] : []));
  return denials.length > 1 && (denials.at(-1) ?? 0) - (denials[0] ?? 0) > 1;
}

function isDenial({ tag }: Item): boolean {
  return isNo({ tag }) || (tag.is === 'value' && (tag.value === 'unknown' || tag.value === 'no'));
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
  return hintOfOut(signals) ?? judgeYes(signals);
}

function judgeYes(signals: Signals): Verdict | undefined {
  if (signals.says('yes', 'sure')) return sure('yes');
  if (signals.says('yes', 'stated')) return stated('yes');
  return signals.says('yes') || signals.has('whole') ? likely('yes') : undefined;
}

function settle(said: readonly ClauseReading[]): Settled {
  const says = (...values: string[]) => said.some(({ value }) => values.includes(value));
  const same = agreed(said);
  if (same) return same;
  if (said.some(({ joint }) => joint === 'or')) return says('no') ? undefined : likely('partly');
  if (says('na')) return says('yes', 'partly') ? undefined : asSureAs(said, 'na');
  if (says('unknown')) return settleUnknown(said);
  if (!says('no')) return asSureAs(said, 'partly');
  if (says('yes')) return settleContrary(said);
  // "Ei, mutta suunnitteilla" is a no; "ei, mutta osittain" takes half of it back.
  return said[0]?.value === 'no' && !isSure(said, 'partly') ? sure('no') : likely('partly');
}

/** "No, we are a small town" explains itself; "yes, but there is no money" is in between. */
function settleContrary(said: readonly ClauseReading[]): Settled {
  const [first] = said;
  if (!first) return undefined;
  const contrary = said.filter(({ value }) => value !== first.value);
  if (first.sure && !contrary.some(({ sure }) => sure))
    return { value: first.value, sure: first.value === 'no' };
  return likely(said.some(({ joint }) => joint === 'but') ? 'partly' : first.value);
}

/** "I don't know, we have not looked": what is only stated after it explains it. */
function settleUnknown(said: readonly ClauseReading[]): Settled {
  const meant = ({ value, joint, stated }: ClauseReading) =>
    value === 'no' ? joint === 'but' : value !== 'unknown' && !stated;
  if (said.some(meant)) return besideUnknown(said);
  return { value: 'unknown', sure: said[0]?.value === 'unknown' };
}

import { agreed, hintOfOut, judgeOut, type Scale, Signals } from './scales.ts';

/** Options that stand in an order and have no words of their own: picked by place, or left to the outs. */
export const ordinal: Scale = {
  best: '',
  judge: items => {
    const signals = new Signals(items);
    return judgeOut(signals) ?? hintOfOut(signals);
  },
  settle: agreed,
};

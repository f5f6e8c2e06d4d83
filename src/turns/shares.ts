/** Results kept for a while under a code, so that they can be shown in another conversation. */
import type { Effect } from '../conversation/effect.ts';
import { SHARED_MINUTES } from '../conversation/sharing.ts';
import type { Store } from '../store/port.ts';
import { readShare, writeShare } from './kept-share.ts';
import type { Delivery } from './turns.ts';

/** Keeps what a turn shared. False when the code is taken: the turn is then to be run again with another. */
export async function keepShares(store: Pick<Store, 'claim'>, effects: readonly Effect[]): Promise<boolean> {
  for (const effect of effects) {
    if (effect.kind !== 'share') continue;
    const kept = writeShare(effect.shared);
    if (!(await store.claim(nameOf(effect.code), kept, SHARED_MINUTES * 60_000))) return false;
  }
  return true;
}

/** The input with what is kept under its code, if it has one. */
export async function withShared(
  store: Pick<Store, 'claimed'>,
  input: Delivery['input'],
): Promise<Delivery['input']> {
  if (input.kind !== 'share-code') return input;
  const kept = await store.claimed(nameOf(input.code));
  const found = kept === undefined ? undefined : readShare(kept);
  return found ? { ...input, found } : input;
}

function nameOf(code: string): string {
  return `share\n${code.toUpperCase()}`;
}

/** Results that a link shows to anybody, in the store: each under the hash of the link's code, until it is called back. */
import type { Effect } from '../conversation/effect.ts';
import type { SharedResult } from '../conversation/shared-result.ts';
import { LINK_DAYS } from '../conversation/sharing.ts';
import type { Store } from '../store/port.ts';
import { readShare, writeShare } from './kept-share.ts';

/** Each throws StoreUnavailable. */
export interface Links {
  /** What a link shows; undefined when there is nothing (any more). */
  find(key: string): Promise<SharedResult | undefined>;
  /** Opens and calls back. Done twice it comes to the same. */
  carryOut(effects: readonly Effect[]): Promise<void>;
  /** Calls back what was opened for a turn that then did not come to be. */
  undo(effects: readonly Effect[]): Promise<void>;
}

const TTL_MS = LINK_DAYS * 86_400_000;
/** The one member of its collection. */
const RESULT = 'result';

export function createLinks(store: Pick<Store, 'collect' | 'gather' | 'withdraw'>): Links {
  const close = (key: string) => store.withdraw(nameOf(key), RESULT);
  return {
    find: async key => {
      const value = (await store.gather(nameOf(key))).get(RESULT);
      return value === undefined ? undefined : readShare(value);
    },
    carryOut: async effects => {
      for (const effect of effects) {
        if (effect.kind === 'link')
          await store.collect(nameOf(effect.key), RESULT, {
            value: writeShare(effect.shared),
            ttlMs: TTL_MS,
          });
        if (effect.kind === 'unlink') await close(effect.key);
      }
    },
    undo: async effects => {
      for (const effect of effects) if (effect.kind === 'link') await close(effect.key);
    },
  };
}

function nameOf(key: string): string {
  return `link\n${key}`;
}

/** Colleagues' parts in the store: what is asked under the hash of a link's code, and what was answered to it. */
import * as z from 'zod';
import { type Answers, answersSchema } from '../assessment/answers.ts';
import type { Effect } from '../conversation/effect.ts';
import { PART_DAYS, type PartAnswers, type PartAsked, partAskedSchema } from '../conversation/parts.ts';
import type { Store } from '../store/port.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

/** Each throws StoreUnavailable. */
export interface ColleagueParts {
  /** What is asked under a key; undefined where it was closed or its time is over. */
  asked(key: string): Promise<PartAsked | undefined>;
  /** Everything that colleagues answered under these keys. */
  answered(keys: readonly string[]): Promise<readonly PartAnswers[]>;
  /** Asks, answers and closes. Done twice it comes to the same. */
  carryOut(effects: readonly Effect[]): Promise<void>;
  /** Closes what was asked for a turn that then did not come to be. */
  undo(effects: readonly Effect[]): Promise<void>;
}

const askedFormat: Format<PartAsked> = { newest: 1, schema: partAskedSchema, migrations: {} };
const answerFormat: Format<{ answers: Answers }> = {
  newest: 1,
  schema: z.strictObject({ answers: answersSchema }),
  migrations: {},
};

/** Answers wait for whoever asked as long as a conversation is usually kept. */
const TTL_MS = 2 * PART_DAYS * 86_400_000;
const ASKED = 'asked';

export function createColleagueParts(
  store: Pick<Store, 'collect' | 'gather' | 'withdraw'>,
  now: () => number,
): ColleagueParts {
  const collect = (key: string, member: string, value: string) =>
    store.collect(nameOf(key), member, { value, ttlMs: TTL_MS });
  const close = async (key: string) => {
    for (const member of (await store.gather(nameOf(key))).keys()) await store.withdraw(nameOf(key), member);
  };
  return {
    asked: async key => {
      const asked = readAsked(await store.gather(nameOf(key)));
      return asked && now() < asked.until ? asked : undefined;
    },
    answered: async keys => (await Promise.all(keys.map(key => answersUnder(store, key)))).flat(),
    carryOut: async effects => {
      for (const effect of effects) {
        if (effect.kind === 'ask-part')
          await collect(effect.key, ASKED, writeVersioned(askedFormat, effect.asked));
        if (effect.kind === 'answer-part')
          await collect(effect.key, effect.member, writeVersioned(answerFormat, { answers: effect.answers }));
        if (effect.kind === 'close-part') await close(effect.key);
      }
    },
    undo: async effects => {
      for (const effect of effects) if (effect.kind === 'ask-part') await close(effect.key);
    },
  };
}

async function answersUnder(store: Pick<Store, 'gather'>, key: string): Promise<PartAnswers[]> {
  const members = await store.gather(nameOf(key));
  const asked = readAsked(members);
  if (!asked) return [];
  const { dialog, role } = asked;
  return [...members].flatMap(([member, value]) => {
    const read = member === ASKED ? undefined : readVersioned(value, answerFormat);
    return read ? [{ key, dialog, role, answers: read.answers }] : [];
  });
}

function readAsked(members: ReadonlyMap<string, string>): PartAsked | undefined {
  const value = members.get(ASKED);
  return value === undefined ? undefined : readVersioned(value, askedFormat);
}

function nameOf(key: string): string {
  return `part\n${key}`;
}

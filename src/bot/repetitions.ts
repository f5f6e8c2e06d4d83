/**
 * Eight people press one card at once, or one person does eight times: the first press is taken, and each of the others
 * would be told that it came late, with the open question once more. One word of it is enough, and the question has
 * just been shown.
 */
import { LRUCache } from 'lru-cache';
import { replacedBy, type Said } from '../conversation/reply.ts';
import { formatKey } from '../store/conversation-key.ts';
import type { ConversationKey } from '../store/port.ts';

/** A card shown so lately is in sight. */
const LATELY_MS = 10_000;
/** Conversations that are remembered, the latest. */
const CONVERSATIONS = 5000;

interface Shown {
  readonly nonce?: string | undefined;
  readonly nonceAt: number;
  readonly staleAt: number;
}

const NOTHING: Shown = { nonceAt: Number.NEGATIVE_INFINITY, staleAt: Number.NEGATIVE_INFINITY };

/** The returned function tells, for each reply of a turn in order, whether it would only repeat what was just said. */
export function createRepetitions(
  now: () => number,
): (key: ConversationKey, said: readonly Said[]) => readonly boolean[] {
  const byConversation = new LRUCache<string, Shown>({ max: CONVERSATIONS });
  return (key, said) => {
    const name = formatKey(key);
    const before = byConversation.get(name) ?? NOTHING;
    const late = isStale(said[0]);
    const repeats = said.map(one => late && repeatsLately(one, before, now()));
    const asked = said.map(nonceOf).findLast(nonce => nonce !== undefined);
    byConversation.set(name, {
      ...(asked === undefined || (late && asked === before.nonce)
        ? { nonce: before.nonce, nonceAt: before.nonceAt }
        : { nonce: asked, nonceAt: now() }),
      staleAt: late && !repeats[0] ? now() : before.staleAt,
    });
    return repeats;
  };
}

function repeatsLately(said: Said, { nonce, nonceAt, staleAt }: Shown, now: number): boolean {
  if (isStale(said)) return now - staleAt < LATELY_MS;
  return nonce !== undefined && nonceOf(said) === nonce && now - nonceAt < LATELY_MS;
}

function isStale(said: Said | undefined): boolean {
  return said?.reply.kind === 'notice' && said.reply.notice === 'stale';
}

/** Of a card that is asked; none of a line that takes its place. */
function nonceOf({ reply }: Said): string | undefined {
  return 'nonce' in reply && replacedBy(reply) === undefined ? reply.nonce : undefined;
}

/** Links to a conversation's files: signed, for one conversation, good for a day. */
import * as z from 'zod';
import type { Sealer } from '../directline/sealed-token.ts';
import type { ConversationKey } from '../store/port.ts';

const DAY_MS = 86_400_000;
const PURPOSE = 'files';

const claimsSchema = z.object({
  purpose: z.literal(PURPOSE),
  channel: z.string(),
  conversation: z.string(),
  exp: z.number(),
});

export interface FileKeys {
  /** A key to the files of this conversation. */
  issue(key: ConversationKey): string;
  /** Whose files a key opens; undefined when it is not ours or has expired. */
  open(token: string): ConversationKey | undefined;
}

/** `now` gives epoch milliseconds. */
export function createFileKeys(sealer: Sealer, now: () => number): FileKeys {
  return {
    issue: ({ channel, conversation }) =>
      sealer.seal({ purpose: PURPOSE, channel, conversation, exp: Math.floor((now() + DAY_MS) / 1000) }),
    open: token => {
      const { data } = claimsSchema.safeParse(sealer.open(token));
      if (!data || data.exp * 1000 <= now()) return undefined;
      return { channel: data.channel, conversation: data.conversation };
    },
  };
}

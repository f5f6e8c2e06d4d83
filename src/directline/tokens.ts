/** The four tokens of the channel, told apart by their purpose: none is taken in the place of another. */
import * as z from 'zod';
import { localeSchema } from '../conversation/locale.ts';
import { createExpiringMap } from './expiring-map.ts';
import type { Sealer } from './sealed-token.ts';

const holderSchema = z.object({
  conversation: z.string(),
  user: z.string(),
  /** The page's origin when it asked for the token: the token works from there only. */
  origin: z.string().optional(),
  /** The page's language, to greet in. */
  locale: localeSchema.optional(),
  /** When the first of the tokens was given that this one takes the place of, epoch seconds; left out by that one. */
  since: z.number().optional(),
});
/** Whom a token speaks for. */
export type Holder = z.infer<typeof holderSchema>;

const expiring = { ...holderSchema.shape, exp: z.number() };
const chatSchema = z.strictObject({ ...expiring, purpose: z.literal('chat') });
const resumeSchema = z.strictObject({ ...expiring, purpose: z.literal('resume') });
const inviteSchema = z.strictObject({ ...expiring, purpose: z.literal('invite') });
/** `once`: opens one socket only. `until`: epoch seconds at which that socket is closed. */
const streamSchema = z.strictObject({
  ...expiring,
  purpose: z.literal('stream'),
  once: z.string(),
  until: z.number(),
});
export type StreamClaims = z.infer<typeof streamSchema>;

/** Seconds. */
export const CHAT_LIFETIME = 30 * 60;
/** Seconds. Chat tokens succeed each other for a week; a page that stays open longer comes back by its resume token. */
const CHAT_LONGEST = 7 * 86_400;
/** Seconds. Resume tokens succeed each other for 400 days, the longest SESSION_TTL_DAYS, however often they are used. */
const RESUME_LONGEST = 400 * 86_400;
const STREAM_LIFETIME = 60;

export type Opened<T> = { kind: 'valid'; claims: T } | { kind: 'expired' } | { kind: 'forged' };

export interface Tokens {
  /**
   * For the REST calls; 30 minutes. Made from the holder of another chat token it is that one's successor, and ends a
   * week after the first of them at the latest.
   */
  chat(holder: Holder): string;
  /** For opening one socket within a minute; the socket may stay as long as a chat token of the same moment. */
  stream(holder: Holder): string;
  /** For coming back to the conversation later; as long as conversations are kept, 400 days after the first at the latest. */
  resume(holder: Holder): string;
  /** Travels with a page, to begin the one conversation it names; 30 minutes. It opens nothing else. */
  invite(holder: Holder): string;
  openChat(token: string): Opened<Holder>;
  openStream(token: string): Opened<StreamClaims>;
  openResume(token: string): Opened<Holder>;
  openInvite(token: string): Opened<Holder>;
}

export interface TokensDependencies {
  readonly sealer: Sealer;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** How long a resume token lasts, in milliseconds. */
  readonly sessionTtlMs: number;
}

export function createTokens({ sealer, now, newId, sessionTtlMs }: TokensDependencies): Tokens {
  const seconds = () => Math.floor(now() / 1000);
  const read = <T>(schema: z.ZodType<T>, token: string) => schema.safeParse(sealer.open(token)).data;
  const inTime = <T extends { exp: number }>(claims: T | undefined): Opened<T> => {
    if (!claims) return { kind: 'forged' };
    return claims.exp > seconds() ? { kind: 'valid', claims } : { kind: 'expired' };
  };
  const readChat = remembering(seconds, token => read(chatSchema, token));
  const seal = (holder: Holder, lifetime: number, more: object) =>
    sealer.seal({ ...holderSchema.parse(holder), exp: seconds() + lifetime, ...more });
  /** A token in the place of the holder's own one: all that succeed each other end `longest` after the first. */
  const succeed = (holder: Holder, { lifetime, longest }: Span, more: object) => {
    const since = holder.since ?? seconds();
    const left = Math.min(lifetime, since + longest - seconds());
    return seal({ ...holder, since }, left, more);
  };
  return {
    chat: holder => succeed(holder, { lifetime: CHAT_LIFETIME, longest: CHAT_LONGEST }, { purpose: 'chat' }),
    stream: holder =>
      seal(holder, STREAM_LIFETIME, {
        purpose: 'stream',
        once: newId(),
        until: Math.min(seconds() + CHAT_LIFETIME, (holder.since ?? seconds()) + CHAT_LONGEST),
      }),
    resume: holder =>
      succeed(
        holder,
        { lifetime: Math.floor(sessionTtlMs / 1000), longest: RESUME_LONGEST },
        { purpose: 'resume' },
      ),
    invite: holder => seal(holder, CHAT_LIFETIME, { purpose: 'invite' }),
    openChat: token => inTime(readChat(token)),
    openStream: token => inTime(read(streamSchema, token)),
    openResume: token => inTime(read(resumeSchema, token)),
    openInvite: token => inTime(read(inviteSchema, token)),
  };
}

interface Span {
  /** Seconds from now. */
  readonly lifetime: number;
  /** Seconds from the first token. */
  readonly longest: number;
}

/** As many as a process has open sockets. */
const REMEMBERED = 5000;

/** What a token of ours says never changes: one that comes with every call is taken apart once. */
function remembering<T extends { exp: number }>(
  seconds: () => number,
  read: (token: string) => T | undefined,
): (token: string) => T | undefined {
  const known = createExpiringMap<T>({ most: REMEMBERED, isOver: ({ exp }) => exp <= seconds() });
  return token => {
    const claims = known.get(token) ?? read(token);
    if (claims !== undefined) known.set(token, claims);
    return claims;
  };
}

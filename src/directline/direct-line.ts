/**
 * Our own Direct Line 3.0, free of any HTTP framework.
 *
 * To mount it:
 * - serve every one of `routes`: hand `handle` the parsed JSON body (undefined without one), and send `status`,
 *   `headers` and `body` as JSON. Handlers never reject. `:id` in a path matches one segment.
 * - call `upgrade` on the HTTP server's `upgrade` event, for every address: it refuses what is none of its own.
 * - call `close` when stopping, before the store is closed.
 *
 * Left to whoever mounts it: body size, content types and encodings, slow requests, CORS, the caller's address
 * behind proxies, and a 404 for other paths. Nothing is kept in memory but counts and open sockets, so any number
 * of processes may serve the same conversations. Counts and the use of a stream token are of one process each.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Locale } from '../conversation/locale.ts';
import type { Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import { activityRoutes } from './activity-routes.ts';
import { createAuthGuard } from './auth-guard.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { PlainRequest, Route } from './plain-http.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { type DirectLineEvent, guarded } from './refusal.ts';
import { createRevocations } from './revocations.ts';
import { createSealer, type Secrets } from './sealed-token.ts';
import { createStreams } from './streams.ts';
import { newHolder, tokenRoutes } from './token-routes.ts';
import { createTokens, type Holder } from './tokens.ts';
import { createTranscript } from './transcript.ts';

export interface DirectLineDependencies {
  readonly turns: Pick<Turns, 'process'>;
  readonly store: Pick<Store, 'load' | 'readLog' | 'listen' | 'claim' | 'claimed'>;
  /** The activities that say a reply in this conversation. */
  readonly render: (said: Said, key: ConversationKey) => readonly OutgoingActivity[];
  /** Sign the tokens; the same in every process and after a restart, at least 32 characters each. */
  readonly secrets: Secrets;
  /** Lets another server ask for tokens at `/tokens/generate`; without it that address does not exist. */
  readonly directLineSecret?: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A new unguessable name (≥ 128 bits) of letters, digits, `-` and `_`. */
  readonly newId: () => string;
  /** Whether pages of this origin may talk to the bot; the server's own origin has to be among them. */
  readonly allowedOrigins: (origin: string) => boolean;
  /** How long a conversation can be come back to, in milliseconds. */
  readonly sessionTtlMs: number;
  /** Where the page names no language of ours. */
  readonly defaultLocale: Locale;
  /** Absolute address of this server, without a trailing slash; without it the host of each request is used. */
  readonly publicUrl?: string;
  /** The address behind an upgrade; by default the socket's. */
  readonly addressOf?: (request: IncomingMessage) => string;
  readonly limits?: Partial<Limits>;
  readonly log: (event: DirectLineEvent) => void;
}

/** A conversation that a page may begin, and the token that begins it at `POST /v3/directline/conversations`. */
export interface Invitation {
  readonly conversationId: string;
  readonly token: string;
}

export interface DirectLine {
  /** For a page in this language to carry: nothing is kept or counted until it is used. */
  invite(locale: Locale): Invitation;
  /** Whom a call outside the channel's own routes speaks for, by its bearer token. Throws a Refusal or StoreUnavailable. */
  admit(headers: PlainRequest['headers']): Promise<Holder>;
  readonly routes: readonly Route[];
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Open sockets, for metrics. */
  sockets(): number;
  /** Ends the sockets; resolves when they are gone. */
  close(): Promise<void>;
}

export function createDirectLine(dependencies: DirectLineDependencies): DirectLine {
  const parts = createParts(dependencies);
  const streams = createStreams(parts);
  const routes = [
    ...tokenRoutes(parts),
    ...conversationRoutes(parts),
    ...activityRoutes({ ...parts, tell: streams.tell }),
  ];
  return {
    invite: locale => {
      const holder = { ...newHolder(parts.newId), locale };
      return { conversationId: holder.conversation, token: parts.tokens.invite(holder) };
    },
    admit: headers =>
      parts.guard.admitFully({ headers, params: {}, query: {}, body: undefined, address: '' }),
    routes: routes.map(route => ({
      ...route,
      handle: guarded(dependencies, route.handle),
    })),
    upgrade: streams.upgrade,
    sockets: streams.count,
    close: streams.close,
  };
}

function createParts(dependencies: DirectLineDependencies) {
  const { now, secrets, publicUrl, directLineSecret } = dependencies;
  const limits: Limits = { ...DEFAULT_LIMITS, ...dependencies.limits };
  const sealer = createSealer(secrets);
  const tokens = createTokens({ ...dependencies, sealer });
  const revocations = createRevocations(dependencies);
  const rate = (count: number, periodMs: number) =>
    createRateLimiter({ count, periodMs, keys: limits.counted, now });
  return {
    ...dependencies,
    publicUrl,
    directLineSecret,
    limits,
    sealer,
    tokens,
    revocations,
    guard: createAuthGuard({ ...dependencies, tokens, revocations }),
    transcript: createTranscript({ ...dependencies, revocations }),
    conversations: rate(limits.conversationsPerHour, 3_600_000),
    contributions: rate(limits.contributionsPerDay, 86_400_000),
    shares: rate(limits.sharesPerDay, 86_400_000),
    guesses: rate(limits.guessesPerHour, 3_600_000),
    activities: rate(limits.activitiesPerMinute, 60_000),
    reads: rate(limits.readsPerMinute, 60_000),
    addressOf: dependencies.addressOf ?? ((request: IncomingMessage) => request.socket.remoteAddress ?? ''),
  };
}

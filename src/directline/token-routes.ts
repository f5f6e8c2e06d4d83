/** Handing out tokens: to the page, to a trusted server, and anew to whoever holds one. */
import * as z from 'zod';
import { localeOf } from '../conversation/locale.ts';
import { addressGroup } from './address-group.ts';
import { type AuthGuard, bearerOf } from './auth-guard.ts';
import { answer, type PlainRequest, type PlainResponse, type Route } from './plain-http.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { Refusal } from './refusal.ts';
import type { Revocations } from './revocations.ts';
import { sameSecret } from './sealed-token.ts';
import { CHAT_LIFETIME, type Holder, type Tokens } from './tokens.ts';

export interface TokenDependencies {
  readonly guard: AuthGuard;
  readonly tokens: Tokens;
  readonly revocations: Revocations;
  readonly newId: () => string;
  /** New conversations, by address. */
  readonly conversations: RateLimiter;
  readonly reads: RateLimiter;
  readonly directLineSecret: string | undefined;
}

/** `leave`: the resume token of a conversation that the person left for good. Copies of it then open nothing. */
export const leaveSchema = z.string().max(2048).optional().catch(undefined);

const pageSchema = z
  .object({
    locale: z.string().max(35).optional().catch(undefined),
    resume: z.string().max(2048).optional().catch(undefined),
    leave: leaveSchema,
  })
  .catch({});

export function tokenRoutes(dependencies: TokenDependencies): readonly Route[] {
  const path = '/v3/directline/tokens';
  return [
    { method: 'POST', path: '/api/chat/token', handle: request => forPage(dependencies, request) },
    { method: 'POST', path: `${path}/generate`, handle: async request => forServer(dependencies, request) },
    { method: 'POST', path: `${path}/refresh`, handle: request => refresh(dependencies, request) },
  ];
}

async function forPage(dependencies: TokenDependencies, request: PlainRequest): Promise<PlainResponse> {
  const origin = dependencies.guard.origin(request.headers);
  const { locale: tag, resume, leave } = pageSchema.parse(request.body);
  await leaveForGood(dependencies, leave, origin);
  const earlier = resume === undefined ? undefined : await resumed(dependencies, resume, origin);
  const locale = localeOf(tag) ?? earlier?.locale;
  const holder = {
    ...(earlier ?? beginAt(dependencies, request.address)),
    ...(origin === undefined ? {} : { origin }),
    ...(locale === undefined ? {} : { locale }),
  };
  const { since: _since, ...anew } = holder;
  return answer(200, {
    token: dependencies.tokens.chat(anew),
    conversationId: holder.conversation,
    userId: holder.user,
    expiresIn: CHAT_LIFETIME,
    resume: dependencies.tokens.resume(holder),
  });
}

/** Ends the tokens of the conversation that a resume token speaks for, if it does. Throws StoreUnavailable. */
export async function leaveForGood(
  dependencies: Pick<TokenDependencies, 'tokens' | 'revocations'>,
  token: string | undefined,
  origin: string | undefined,
): Promise<void> {
  const left = token === undefined ? undefined : await resumed(dependencies, token, origin);
  if (left) await dependencies.revocations.revoke(left.conversation, 'left');
}

/** Whom a resume token speaks for; undefined where it is no good any more: then a new conversation begins, without a word. */
async function resumed(
  { tokens, revocations }: Pick<TokenDependencies, 'tokens' | 'revocations'>,
  token: string,
  origin: string | undefined,
): Promise<Holder | undefined> {
  const opened = tokens.openResume(token);
  if (opened.kind !== 'valid') return undefined;
  const { claims } = opened;
  if (await revocations.find(claims.conversation)) return undefined;
  return origin !== undefined && claims.origin !== undefined && claims.origin !== origin ? undefined : claims;
}

function beginAt({ conversations, newId }: TokenDependencies, address: string): Holder {
  const retryAfter = conversations.take(addressGroup(address));
  if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
  return newHolder(newId);
}

/** The ids are always ours: nobody chooses a conversation or a user. */
export function newHolder(newId: () => string): Holder {
  return { conversation: newId(), user: `dl_${newId()}` };
}

function forServer(dependencies: TokenDependencies, { headers }: PlainRequest): PlainResponse {
  const { directLineSecret: secret, tokens, newId } = dependencies;
  if (secret === undefined) throw new Refusal('NotFound');
  if (!sameSecret(bearerOf(headers), secret)) throw new Refusal('BadToken');
  const holder = newHolder(newId);
  return answer(200, tokenBody(holder, tokens.chat(holder)));
}

async function refresh(
  { guard, tokens, reads }: TokenDependencies,
  request: PlainRequest,
): Promise<PlainResponse> {
  const holder = await guard.admitFully(request);
  const retryAfter = reads.take(holder.conversation);
  if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
  return answer(200, tokenBody(holder, tokens.chat(holder)));
}

function tokenBody({ conversation }: Holder, token: string): object {
  return { conversationId: conversation, token, expires_in: CHAT_LIFETIME };
}

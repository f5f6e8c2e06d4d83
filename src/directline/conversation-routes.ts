/** Beginning a conversation, coming back to it, and reading what was said. */
import * as z from 'zod';
import { type Locale, localeOf } from '../conversation/locale.ts';
import type { Store } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import { addressGroup } from './address-group.ts';
import type { AuthGuard } from './auth-guard.ts';
import { keyOf } from './conversation-key.ts';
import { answer, type PlainRequest, type PlainResponse, type Route } from './plain-http.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { Refusal } from './refusal.ts';
import type { Revocations } from './revocations.ts';
import { streamUrl } from './stream-url.ts';
import { leaveForGood, leaveSchema, newHolder } from './token-routes.ts';
import { CHAT_LIFETIME, type Holder, type Tokens } from './tokens.ts';
import { setJson, type Transcript } from './transcript.ts';
import { watermarkOf } from './watermark.ts';

export interface ConversationDependencies {
  readonly guard: AuthGuard;
  readonly tokens: Tokens;
  readonly revocations: Revocations;
  readonly newId: () => string;
  readonly turns: Pick<Turns, 'process'>;
  readonly store: Pick<Store, 'load'>;
  readonly transcript: Transcript;
  readonly reads: RateLimiter;
  /** New conversations, by address. */
  readonly conversations: RateLimiter;
  readonly defaultLocale: Locale;
  readonly publicUrl: string | undefined;
}

const startSchema = z
  .object({ locale: z.string().max(35).optional().catch(undefined), leave: leaveSchema })
  .catch({});

/** Routes under `/v3/directline/conversations`. */
export function conversationRoutes(dependencies: ConversationDependencies): readonly Route[] {
  const path = '/v3/directline/conversations';
  return [
    { method: 'POST', path, handle: request => start(dependencies, request) },
    { method: 'GET', path: `${path}/:id`, handle: request => comeBack(dependencies, request) },
    { method: 'GET', path: `${path}/:id/activities`, handle: request => poll(dependencies, request) },
  ];
}

async function start(dependencies: ConversationDependencies, request: PlainRequest): Promise<PlainResponse> {
  const invited = dependencies.guard.invited(request);
  const holder = invited
    ? await letIn(dependencies, request, invited)
    : counted(dependencies, await dependencies.guard.admitFully(request));
  const { locale, leave } = startSchema.parse(request.body);
  if (invited) await leaveForGood(dependencies, leave, holder.origin);
  const begun = await begin(dependencies, holder, localeOf(locale));
  return answer(begun === 'now' ? 201 : 200, {
    ...connection(dependencies, request, holder),
    ...(invited && { resume: dependencies.tokens.resume(holder) }),
  });
}

/**
 * Every page that is served bears an invitation, so it is counted only when a conversation is begun with it. A page that
 * is still open after its conversation was erased has the old invitation: it begins another conversation.
 */
async function letIn(
  { conversations, revocations, newId }: ConversationDependencies,
  { address }: PlainRequest,
  holder: Holder,
): Promise<Holder> {
  const retryAfter = conversations.take(addressGroup(address));
  if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
  return (await revocations.find(holder.conversation)) ? { ...holder, ...newHolder(newId) } : holder;
}

/** Comes back to a conversation. One that is no longer kept begins anew: the page has nothing to offer after a 404. */
async function comeBack(
  dependencies: ConversationDependencies,
  request: PlainRequest,
): Promise<PlainResponse> {
  const holder = counted(dependencies, await dependencies.guard.admitFully(request));
  await begin(dependencies, holder, undefined);
  return answer(200, connection(dependencies, request, holder));
}

async function poll(dependencies: ConversationDependencies, request: PlainRequest): Promise<PlainResponse> {
  const { conversation } = counted(dependencies, dependencies.guard.admit(request));
  const after = watermarkOf(request.query.watermark);
  const { set } = await dependencies.transcript.read({ conversation, after, asked: new Map() });
  return answer(200, setJson(set));
}

/** The same holder, unless it reads too often. */
function counted({ reads }: ConversationDependencies, holder: Holder): Holder {
  const retryAfter = reads.take(holder.conversation);
  if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
  return holder;
}

/**
 * Lets the bot greet, once. Asking the store first keeps a conversation long under way from being greeted again
 * after its greeting's delivery has been forgotten; the fixed delivery id settles two starts at the same moment.
 */
async function begin(
  { turns, store, defaultLocale }: ConversationDependencies,
  { conversation, locale: page }: Holder,
  wanted: Locale | undefined,
): Promise<'now' | 'before'> {
  const key = keyOf(conversation);
  if ((await store.load(key, 'record')).record !== undefined) return 'before';
  const locale = wanted ?? page ?? defaultLocale;
  const { kind } = await turns.process({
    key,
    deliveryId: 'joined',
    input: { kind: 'joined', locale },
    locale,
    out: { to: 'log' },
  });
  if (kind === 'busy' || kind === 'unavailable') throw new Refusal('Unavailable', { retryAfter: 2 });
  return kind === 'applied' ? 'now' : 'before';
}

function connection(
  { tokens, publicUrl }: ConversationDependencies,
  { headers, query }: PlainRequest,
  holder: Holder,
): object {
  return {
    conversationId: holder.conversation,
    token: tokens.chat(holder),
    expires_in: CHAT_LIFETIME,
    streamUrl: streamUrl(
      { publicUrl, host: headers.host },
      {
        conversation: holder.conversation,
        token: tokens.stream(holder),
        watermark: watermarkOf(query.watermark),
      },
    ),
  };
}

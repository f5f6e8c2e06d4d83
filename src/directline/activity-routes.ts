/** Takes in what a person sends: typed words, a press, a language. */
import { hash } from 'node:crypto';
import type { Locale } from '../conversation/locale.ts';
import { fingerprint } from '../turns/fingerprint.ts';
import type { Logged, TurnOutcome, Turns } from '../turns/turns.ts';
import { addressGroup } from './address-group.ts';
import type { AuthGuard } from './auth-guard.ts';
import { keyOf } from './conversation-key.ts';
import { type Echo, readActivity } from './incoming-activity.ts';
import type { Limits } from './limits.ts';
import { answer, type PlainRequest, type PlainResponse, type Route } from './plain-http.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { Refusal } from './refusal.ts';
import { erases, ignoreUnavailable, type Revocations } from './revocations.ts';
import type { Holder } from './tokens.ts';

export interface ActivityDependencies {
  readonly guard: AuthGuard;
  readonly turns: Pick<Turns, 'process'>;
  readonly revocations: Revocations;
  readonly activities: RateLimiter;
  /** Codes of kept results tried, by address. */
  readonly guesses: RateLimiter;
  /** Results added to those of many people, by address. */
  readonly contributions: RateLimiter;
  /** Municipalities' figures added to those of others, by address. */
  readonly shares: RateLimiter;
  readonly limits: Limits;
  readonly defaultLocale: Locale;
  readonly now: () => number;
  readonly newId: () => string;
  /** Told what a turn has added to a conversation's log. */
  readonly tell: (conversation: string, logged: Logged) => void;
}

export function activityRoutes(dependencies: ActivityDependencies): readonly Route[] {
  const path = '/v3/directline/conversations/:id';
  return [
    { method: 'POST', path: `${path}/activities`, handle: request => post(dependencies, request) },
    { method: 'POST', path: `${path}/upload`, handle: refuseUpload },
  ];
}

/** Answers once the turn is saved: an earlier answer would promise what a crash could still lose. */
async function post(dependencies: ActivityDependencies, request: PlainRequest): Promise<PlainResponse> {
  const { guard, activities, limits, turns, defaultLocale } = dependencies;
  const holder = guard.admit(request);
  const retryAfter = activities.take(holder.conversation);
  if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
  const { incoming, clientActivityID, locale } = readActivity(request.body, limits);
  const id = activityId(dependencies, holder, clientActivityID);
  await refuseRevoked(dependencies, holder, id);
  if (incoming.kind === 'ignored') return answer(200, { id });
  const said = locale === undefined ? incoming.echo : { locale, ...incoming.echo };
  const outcome = await turns.process({
    key: keyOf(holder.conversation),
    deliveryId: id,
    input: incoming.input,
    locale: locale ?? holder.locale ?? defaultLocale,
    named: locale,
    mayGuess: () => dependencies.guesses.take(addressGroup(request.address)) === undefined,
    voter: JSON.stringify(['directline', holder.conversation]),
    codesFrom: addressGroup(request.address),
    mayContribute: () => dependencies.contributions.take(addressGroup(request.address)) === undefined,
    mayShare: () => dependencies.shares.take(addressGroup(request.address)) === undefined,
    out: { to: 'log', heard: stamped(said, { id, holder, now: dependencies.now() }) },
  });
  if (outcome.kind === 'applied' && outcome.logged)
    await told(dependencies, id, { logged: outcome.logged, ...holder });
  return outcomeAnswer(outcome, id);
}

/**
 * Throws a Refusal in an erased conversation. The activity that erased it is let through once more: the page lost the
 * answer to it, asks again, and gets the same one.
 */
async function refuseRevoked(
  { revocations }: ActivityDependencies,
  { conversation }: Holder,
  id: string,
): Promise<void> {
  const by = await revocations.find(conversation);
  if (by !== undefined && by !== fingerprint(id)) throw new Refusal('TokenExpired');
}

/** Tells the readers what was said, and ends the conversation's tokens where that was the word of an erasure. */
async function told(
  { revocations, tell }: ActivityDependencies,
  id: string,
  { conversation, logged }: Holder & { logged: Logged },
): Promise<void> {
  if (erases(logged.line)) await revocations.revoke(conversation, fingerprint(id)).catch(ignoreUnavailable);
  tell(conversation, logged);
}

/**
 * Web Chat shows "failed" with a retry button at once on a 4xx, while after a 5xx it keeps waiting for the echo and
 * shows "failed" only after 20 seconds. Its retry bears a new id, which nothing can recognise as a repetition. So a
 * conflict, where certainly nothing was saved, is a 409; but when the store did not answer, the turn may still have
 * been saved, and 503 leaves the echo the time to say so.
 */
function outcomeAnswer({ kind }: TurnOutcome, id: string): PlainResponse {
  switch (kind) {
    case 'applied':
    case 'repeated':
      return answer(200, { id });
    case 'busy':
      throw new Refusal('Conflict', { retryAfter: 1 });
    case 'unavailable':
      throw new Refusal('Unavailable', { retryAfter: 2 });
  }
}

/** The same activity sent again gets the same id, so its delivery is recognised and its answer is the same. */
function activityId(
  { newId }: ActivityDependencies,
  { conversation }: Holder,
  clientActivityID: string | undefined,
): string {
  if (clientActivityID === undefined) return newId();
  return hash('sha256', JSON.stringify([conversation, clientActivityID]), 'base64url').slice(0, 22);
}

interface Stamp {
  readonly id: string;
  readonly holder: Holder;
  readonly now: number;
}

/** The client's activity with the sender and the time as the server knows them, whatever it said itself. */
function stamped(echo: Echo & { locale?: Locale }, { id, holder, now }: Stamp): object {
  return Object.assign({}, echo, { id, timestamp: new Date(now).toISOString(), from: holder.user });
}

async function refuseUpload(): Promise<PlainResponse> {
  throw new Refusal('UploadsNotSupported');
}

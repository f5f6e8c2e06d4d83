/** Runs one turn of a channel's conversation: saved first, answered then, the replies sent beside the answer. */
import type { Locale } from '../conversation/locale.ts';
import type { Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import { JsonText, jsonList } from '../presentation/json-text.ts';
import type { ConversationKey } from '../store/port.ts';
import { fingerprint } from '../turns/fingerprint.ts';
import type { TurnOutcome, Turns } from '../turns/turns.ts';
import { addressing } from './addressing.ts';
import { withAnswerer } from './answerer.ts';
import { type BotAnswer, problem } from './bot-answer.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import type { Connector } from './connector.ts';
import { conversationKey } from './conversation-key.ts';
import { type Reference, referenceTo } from './conversation-reference.ts';
import type { Deliveries } from './deliveries.ts';
import { localeOfActivity } from './entities.ts';
import type { Heard } from './hear.ts';
import { expectsReplies, type IncomingActivity, isShared } from './incoming-activity.ts';
import type { Reminders } from './reminders.ts';
import { screenOf } from './screen-of.ts';
import { takeLeave } from './take-leave.ts';

export interface ConductOptions {
  readonly turns: Pick<Turns, 'process' | 'recall'>;
  readonly deliveries: Deliveries;
  readonly reminders: Pick<Reminders, 'note'>;
  readonly connector: Connector;
  readonly render: (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];
  readonly apology?: ((locale: Locale, reference: string) => readonly OutgoingActivity[]) | undefined;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: BotLog;
}

interface Call {
  readonly activity: IncomingActivity;
  readonly heard: Heard & { kind: 'input' };
  readonly reference: Reference;
  readonly locale: Locale;
  /** The language that the channel tells. */
  readonly named: Locale | undefined;
}

/** With more conversations than this being sent to, callers wait for their own replies to leave. */
const CROWD = 500;
/** Channels give up on an answer at about 15 seconds. */
const LONGEST_WAIT_MS = 10_000;

export async function conductTurn(
  options: ConductOptions,
  activity: IncomingActivity,
  heard: Heard & { kind: 'input' },
): Promise<BotAnswer> {
  const reference = referenceTo(activity, heard.input, options.now());
  const named = localeOfActivity(activity);
  const call = { activity, heard, reference, named, locale: named ?? options.defaultLocale };
  try {
    if (heard.input.kind === 'left') return await leave(options, call);
    const outcome = await runTurn(options, call);
    if (outcome.kind === 'busy' || outcome.kind === 'unavailable') {
      return failed(options, call, { status: 503, code: outcome.kind });
    }
    if (outcome.kind === 'applied' && outcome.reminder)
      await options.reminders.note(reference, outcome.reminder);
    if (expectsReplies(activity)) return { status: 200, body: repliesTo(options, call, outcome.said) };
    if (outcome.kind === 'applied') await handOver(options, call, outcome);
    return activity.type === 'invoke' ? INVOKE_DONE : { status: 200 };
  } catch (error) {
    return failed(options, call, { status: 500, code: 'failed', error });
  }
}

async function leave(options: ConductOptions, { activity, heard, ...call }: Call): Promise<BotAnswer> {
  await takeLeave(options, { ...call, deliveryId: heard.deliveryId });
  return expectsReplies(activity) ? { status: 200, body: { activities: [] } } : { status: 200 };
}

function runTurn(
  { turns }: ConductOptions,
  { activity, heard, reference, locale, named }: Call,
): Promise<TurnOutcome> {
  return turns.process({
    key: conversationKey(activity),
    deliveryId: heard.deliveryId,
    input: heard.input,
    locale,
    named,
    ...(isShared(activity) && { by: markOf(activity) }),
    place: isShared(activity) ? 'group' : 'personal',
    out: expectsReplies(activity) ? { to: 'caller' } : { to: 'outbox', reference: JSON.stringify(reference) },
  });
}

/** Tells two people of a conversation apart, and is worth nothing outside it. */
function markOf({ conversation, from }: IncomingActivity): string {
  return fingerprint(JSON.stringify([conversation.id, from.id]));
}

/** What Teams expects for a card's Execute action when no new card comes at once. */
const INVOKE_DONE = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
};

/** The body for a caller who waits for the replies. What an invoke has to be answered with travels among them. */
function repliesTo(
  { render }: ConductOptions,
  { activity, reference }: Call,
  said: readonly Said[],
): JsonText {
  const screen = screenOf(activity.channelId);
  const key = conversationKey(activity);
  const write = addressing(reference);
  const replies = said
    .flatMap(one => render(withAnswerer(one, reference.by), screen, key))
    .map(reply => write(reply, reply.id));
  const invoked = JSON.stringify({ type: 'invokeResponse', value: INVOKE_DONE });
  return new JsonText(
    `{"activities":${jsonList(activity.type === 'invoke' ? [invoked, ...replies] : replies)}}`,
  );
}

/** Starts the delivery; only in a crowd is it waited for, and never long. */
async function handOver(
  { deliveries, sleep }: ConductOptions,
  { activity, reference }: Call,
  { said, outboxIds }: TurnOutcome & { kind: 'applied' },
): Promise<void> {
  const messages = outboxIds.flatMap((outboxId, index) => {
    const one = said[index];
    return one ? [{ outboxId, said: one, reference }] : [];
  });
  const delivered = deliveries.deliver(conversationKey(activity), messages);
  if (deliveries.underway <= CROWD) return;
  const waiting = new AbortController();
  await Promise.race([delivered.finally(() => waiting.abort()), sleep(LONGEST_WAIT_MS, waiting.signal)]);
}

/** Nothing was saved: the person is told so, once and without a promise, and the channel may try again. */
function failed(
  { newId, log, apology, connector }: ConductOptions,
  { activity, heard, reference, locale }: Call,
  { status, code, error }: { status: number; code: string; error?: unknown },
): BotAnswer {
  const id = newId();
  log.error(
    { code: 'turn-failed', reason: code, reference: id, ...(error !== undefined && errorFields(error)) },
    'A turn was not saved',
  );
  if (apology && heard.input.kind !== 'left' && !expectsReplies(activity)) {
    for (const words of apology(locale, id)) void connector.post(reference, words);
  }
  return problem(status, code, { reference: id });
}

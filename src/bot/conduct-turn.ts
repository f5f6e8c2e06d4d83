/** Runs one turn of a channel's conversation: saved first, answered then, the replies sent beside the answer. */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Locale } from '../conversation/locale.ts';
import type { Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import type { ConversationKey } from '../store/port.ts';
import type { TurnOutcome, Turns } from '../turns/turns.ts';
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
import type { LeanAdapter } from './lean-adapter.ts';
import type { Reminders } from './reminders.ts';
import { screenOf } from './screen-of.ts';

export interface ConductOptions {
  readonly adapter: LeanAdapter;
  readonly turns: Pick<Turns, 'process'>;
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
  const locale = localeOfActivity(activity) ?? options.defaultLocale;
  const call = { activity, heard, reference, locale };
  try {
    const { outcome, answer } = await runTurn(options, call);
    if (outcome.kind === 'busy' || outcome.kind === 'unavailable') {
      return failed(options, call, { status: 503, code: outcome.kind });
    }
    if (outcome.kind === 'applied' && outcome.reminder)
      await options.reminders.note(reference, outcome.reminder);
    if (outcome.kind === 'applied' && !expectsReplies(activity)) await handOver(options, call, outcome);
    return answer;
  } catch (error) {
    return failed(options, call, { status: 500, code: 'failed', error });
  }
}

async function runTurn(
  { adapter, turns, render }: ConductOptions,
  { activity, heard, reference, locale }: Call,
): Promise<{ outcome: TurnOutcome; answer: BotAnswer }> {
  const settled: { outcome: TurnOutcome } = { outcome: { kind: 'unavailable' } };
  const answer = await adapter.turn(activity, async context => {
    settled.outcome = await turns.process({
      key: conversationKey(activity),
      deliveryId: heard.deliveryId,
      input: heard.input,
      locale,
      place: isShared(activity) ? 'group' : 'personal',
      out: expectsReplies(activity)
        ? { to: 'caller' }
        : { to: 'outbox', reference: JSON.stringify(reference) },
    });
    if (activity.type === 'invoke') await context.sendActivity(INVOKE_DONE);
    if (expectsReplies(activity))
      await putInAnswer(context, settled.outcome, { activity, by: reference.by, render });
  });
  return { outcome: settled.outcome, answer: answer ?? { status: 200 } };
}

async function putInAnswer(
  context: TurnContext,
  outcome: TurnOutcome,
  {
    activity,
    by,
    render,
  }: Pick<ConductOptions, 'render'> & { activity: IncomingActivity; by?: string | undefined },
): Promise<void> {
  const said = 'said' in outcome ? outcome.said : [];
  const activities = said.flatMap(one =>
    render(withAnswerer(one, by), screenOf(activity.channelId), conversationKey(activity)),
  );
  await context.sendActivities(activities.map(activity => outgoing.parse(activity)));
}

/** The SDK's type is wider than what we send, and writable. */
const outgoing = z.custom<Partial<Activity>>();

/** What Teams expects for a card's Execute action when no new card comes at once. */
const INVOKE_DONE = {
  type: 'invokeResponse',
  value: {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
  },
};

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
  { activity, reference, locale }: Call,
  { status, code, error }: { status: number; code: string; error?: unknown },
): BotAnswer {
  const id = newId();
  log.error(
    { code: 'turn-failed', reason: code, reference: id, ...(error !== undefined && errorFields(error)) },
    'A turn was not saved',
  );
  if (apology && !expectsReplies(activity)) {
    for (const words of apology(locale, id)) void connector.post(reference, words);
  }
  return problem(status, code, { reference: id });
}

/** Runs one turn of a channel's conversation: saved first, answered then, the replies sent beside the answer. */
import { hash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Locale } from '../conversation/locale.ts';
import type { Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import type { ConversationKey } from '../store/port.ts';
import { fingerprint } from '../turns/fingerprint.ts';
import type { Delivery, TurnOutcome, Turns } from '../turns/turns.ts';
import { type BotAnswer, type ProblemCode, problem } from './bot-answer.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import { conversationKey } from './conversation-key.ts';
import { laterReference, type Reference, referenceTo } from './conversation-reference.ts';
import { localeOfActivity } from './entities.ts';
import { expectsReplies, type IncomingActivity, isShared } from './incoming-activity.ts';
import type { Interpreted } from './interpret-activity.ts';
import type { OutboxDispatcher, PendingMessage } from './outbox-dispatcher.ts';
import type { Reminders } from './reminders.ts';
import type { createRepetitions } from './repetitions.ts';
import { INVOKE_DONE, sayInAnswer } from './say-in-answer.ts';
import type { Senders } from './senders.ts';
import { type FileOptions, inputOfFile } from './take-file.ts';
import { takeLeave } from './take-leave.ts';
import { TurnFailed } from './turn-failed.ts';

export interface ConductOptions extends FileOptions {
  readonly turns: Pick<Turns, 'process' | 'recall'>;
  readonly outbox: OutboxDispatcher;
  readonly senders: Pick<Senders, 'id'>;
  readonly reminders: Pick<Reminders, 'note'>;
  readonly repetitions: ReturnType<typeof createRepetitions>;
  readonly render: (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];
  readonly apology?: ((locale: Locale, reference: string) => readonly OutgoingActivity[]) | undefined;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: BotLog;
}

interface Call extends TurnUnderWay {
  readonly reference: Reference;
  readonly locale: Locale;
  /** The language that the channel tells. */
  readonly named: Locale | undefined;
}

/** With more conversations than this being sent to, callers wait for their own replies to leave. */
const CROWD = 500;
/** Channels give up on an answer at about 15 seconds. */
const LONGEST_WAIT_MS = 10_000;

/** An activity that becomes a turn: words, a press, somebody who came or went, or a file. */
export type Meant = Extract<Interpreted, { kind: 'input' | 'file' }>;

/** A turn under way: what came, the context it is answered in, and the way to give the channel its answer. */
export interface TurnUnderWay {
  readonly activity: IncomingActivity;
  readonly meant: Meant;
  readonly context: TurnContext;
  readonly answer: (answer: BotAnswer) => void;
}

/**
 * Gives the answer once the turn is saved, and ends when its replies have left or wait in the outbox. Throws
 * TurnFailed, with the answer given, when nothing was saved.
 */
export async function conductTurn(options: ConductOptions, turn: TurnUnderWay): Promise<void> {
  const { activity, meant, context, answer: give } = turn;
  const input = meant.kind === 'file' ? UNREAD : meant.input;
  const reference = referenceTo(activity, input, { at: options.now(), sender: options.senders.id });
  const named = localeOfActivity(activity);
  const locale = named ?? options.defaultLocale;
  const call = { activity, meant, context, answer: give, reference, named, locale };
  const outcome = await saved(options, call);
  if (outcome === 'left') return turn.answer(nothingSaid(activity));
  const messages = messagesOf(options, call, outcome);
  if (outcome.kind === 'applied' && outcome.reminder)
    await options.reminders.note(reference, outcome.reminder);
  if (expectsReplies(activity)) return sayInAnswer(options.render, call, outcome.said);
  const answer = activity.type === 'invoke' ? INVOKE_DONE : ACCEPTED;
  if (messages.length === 0) return turn.answer(answer);
  await handOver(options, call, { messages, answer });
}

type Saved = Extract<TurnOutcome, { kind: 'applied' | 'repeated' }>;

async function saved(options: ConductOptions, call: Call): Promise<Saved | 'left'> {
  try {
    if (leaves(call.meant)) {
      await takeLeave(options, { ...call, deliveryId: call.meant.deliveryId });
      return 'left';
    }
    const outcome = await runTurn(options, call);
    if (outcome.kind === 'applied' || outcome.kind === 'repeated') return outcome;
    return failed(options, call, { code: outcome.kind });
  } catch (error) {
    if (error instanceof TurnFailed) throw error;
    return failed(options, call, { code: 'failed', error });
  }
}

const UNREAD = { kind: 'unreadable' } as const;

function leaves(meant: Meant): boolean {
  return meant.kind === 'input' && meant.input.kind === 'left';
}

const ACCEPTED: BotAnswer = { status: 200 };

/** The answer to an activity that starts no turn, such as a reaction: accepted, without a reply. */
export function nothingSaid(activity: IncomingActivity): BotAnswer {
  return expectsReplies(activity) ? { status: 200, body: { activities: [] } } : ACCEPTED;
}

async function runTurn(
  options: ConductOptions,
  { activity, meant, reference, locale, named }: Call,
): Promise<TurnOutcome> {
  const key = conversationKey(activity);
  const input = meant.kind === 'file' ? await inputOfFile(options, meant.file, { key, locale }) : meant.input;
  return options.turns.process({
    key,
    deliveryId: meant.deliveryId,
    input,
    locale,
    named,
    by: isShared(activity) ? markOf(activity) : undefined,
    person: personOf(activity),
    voter: voterOf(activity),
    codesFrom: voterOf(activity),
    place: isShared(activity) ? 'group' : 'personal',
    out: expectsReplies(activity) ? { to: 'caller' } : { to: 'outbox', ...referencesIn(reference) },
  });
}

/** Where the replies go, and what is said by itself later. */
function referencesIn(reference: Reference): { reference: string; later: string } {
  return { reference: JSON.stringify(reference), later: JSON.stringify(laterReference(reference)) };
}

/** Tells two people of a conversation apart, and is worth nothing outside it. */
function markOf({ conversation, from }: IncomingActivity): string {
  return fingerprint(JSON.stringify([conversation.id, from.id]));
}

/** By the id that the channel vouches for; the store gets a hash of it. */
function personOf({ channelId, from }: IncomingActivity): Delivery['person'] {
  const { aadObjectId } = from;
  if (channelId !== 'msteams' || !aadObjectId) return undefined;
  return hash('sha256', `person\n${aadObjectId.toLowerCase()}`, 'base64url');
}

/** The same in all conversations of a channel: who answers in a group and alone is one. It is kept nowhere. */
function voterOf({ channelId, from }: IncomingActivity): string {
  return JSON.stringify([channelId, from.id]);
}

/** What is to be sent now. What would only repeat what was just said is marked: it is taken off the outbox unsent. */
function messagesOf(
  { repetitions }: ConductOptions,
  { reference, context }: Call,
  outcome: Saved,
): readonly PendingMessage[] {
  if (outcome.kind !== 'applied' || outcome.outboxIds.length === 0) return [];
  const { said, outboxIds } = outcome;
  const repeats = repetitions(conversationKey(reference), said);
  return outboxIds.flatMap((outboxId, index) => {
    const one = said[index];
    if (!one) return [];
    return [{ outboxId, said: one, reference, context, ...(repeats[index] && { fate: 'drop' as const }) }];
  });
}

/** Starts the delivery and gives the answer; only while very many conversations are being sent to does the answer wait, and never long. */
async function handOver(
  { outbox, sleep }: ConductOptions,
  { activity, answer: give }: Call,
  { messages, answer }: { messages: readonly PendingMessage[]; answer: BotAnswer },
): Promise<void> {
  const delivered = outbox.deliver(conversationKey(activity), messages);
  if (outbox.underway > CROWD) {
    const waiting = new AbortController();
    await Promise.race([delivered.finally(() => waiting.abort()), sleep(LONGEST_WAIT_MS, waiting.signal)]);
  }
  give(answer);
  await delivered;
}

/** Nothing was saved: the person is told so, and the channel may try again. */
function failed(
  { newId, log, apology }: ConductOptions,
  { activity, meant, locale, answer }: Call,
  { code, error }: { code: ProblemCode; error?: unknown },
): never {
  const id = newId();
  log.error(
    { code: 'turn-failed', reason: code, reference: id, ...(error !== undefined && errorFields(error)) },
    'A turn was not saved',
  );
  answer(problem(code, { reference: id }));
  const told = !leaves(meant) && !expectsReplies(activity);
  throw new TurnFailed(code, told && apology ? apology(locale, id) : []);
}

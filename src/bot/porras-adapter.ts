/**
 * The door of Bot Framework: what a developer of the SDK looks for. `use()` adds middleware, `onTurnError` says what a
 * failed turn tells, `continueConversation` writes unasked. Everything that comes in, and every reply, update and
 * reminder that goes out, passes through a TurnContext, so middleware sees it and may change it.
 *
 * It differs from CloudAdapter in two things. Who may call is decided before it (`guard.ts` is stricter than the SDK).
 * And a turn is saved before it is answered: the channel gets its answer as soon as the logic says so, while the
 * context lives on until the replies have left or stay in the outbox.
 *
 * The move to the Microsoft 365 Agents SDK is this file and `porras-context.ts`: `BotAdapter`, `TurnContext`, `Activity`, `use`,
 * `onTurnError` and the four methods below have the same names and shapes in `@microsoft/agents-hosting` (its
 * `BaseAdapter` stands for `BotAdapter`, and `Activity` comes from `@microsoft/agents-activity`).
 */
import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type Middleware,
  type MiddlewareHandler,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { type BotAnswer, problem } from './bot-answer.ts';
import type { SendOutcome } from './connector.ts';
import { NotSent } from './not-sent.ts';
import { PorrasContext } from './porras-context.ts';
import type { Patience, RetryingSender } from './retrying-sender.ts';
import { writtenFor } from './written-activity.ts';

type Logic = (context: TurnContext) => Promise<void>;

/** A turn's logic; `answer` is what the channel gets, and may be given before the logic ends. */
export type TurnLogic = (context: TurnContext, answer: (answer: BotAnswer) => void) => Promise<void>;

/** How a context sends. */
interface Manner {
  /** The message that is answered; events are none, since screens know no message by their ids. */
  readonly replyToId: string | undefined;
  patience: Patience;
}

const MANNER = Symbol('manner');
const CONTINUED = { type: 'event', name: 'ContinueConversation' };

export class PorrasAdapter extends BotAdapter {
  readonly #sender: RetryingSender;
  readonly #newId: () => string;
  #observed = false;

  constructor({ sender, newId }: { sender: RetryingSender; newId: () => string }) {
    super();
    this.#sender = sender;
    this.#newId = newId;
  }

  /** Whether there is middleware, which may have changed what came in. */
  get observed(): boolean {
    return this.#observed;
  }

  override use(...middleware: (MiddlewareHandler | Middleware)[]): this {
    this.#observed = true;
    return super.use(...middleware);
  }

  /**
   * Runs the middleware and the logic on an activity that the guard let in. Resolves with the answer for the channel;
   * never rejects. Middleware that stops the turn leaves it accepted.
   */
  process(activity: Partial<Activity>, logic: TurnLogic): Promise<BotAnswer> {
    const replyToId = activity.type === 'message' ? activity.id : undefined;
    return new Promise(resolve => {
      this.#run(activity, { replyToId, patience: 'once' }, context => logic(context, resolve)).then(
        () => resolve({ status: 200 }),
        () => resolve(problem('failed', { reference: this.#newId() })),
      );
    });
  }

  /** Opens a context in a conversation unasked: for reminders, and for replies of turns that are over. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference({ ...CONTINUED }, reference, true);
    await this.#run(activity, { replyToId: reference.activityId, patience: 'once' }, logic);
  }

  /** The same under the SDK's newer name. Who asks is not looked at: only this process can. */
  override async continueConversationAsync(
    _who: unknown,
    reference: Partial<ConversationReference>,
    logicOrAudience: Logic | string,
    logic?: Logic,
  ): Promise<void> {
    const given = typeof logicOrAudience === 'string' ? logic : logicOrAudience;
    if (given) await this.continueConversation(reference, given);
  }

  /** Sets how long the context's sends are tried again. */
  insistOn(context: TurnContext, patience: Patience): void {
    const manner = mannerOf(context);
    if (manner) manner.patience = patience;
  }

  /** Throws NotSent for the first that does not leave. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const sent = isSent(activity) ? await this.#send(context, 'POST', activity) : undefined;
      responses.push({ id: sent?.id ?? '' });
    }
    return responses;
  }

  /** Puts the activity in the place of the one with its id. Throws NotSent. */
  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    await this.#send(context, 'PUT', activity);
    return { id: activity.id ?? '' };
  }

  /** Throws NotSent. */
  override async deleteActivity(
    context: TurnContext,
    { activityId }: Partial<ConversationReference>,
  ): Promise<void> {
    const { channelId, serviceUrl, conversation } = context.activity;
    const call = {
      method: 'DELETE',
      channelId,
      serviceUrl,
      conversation: conversation.id,
      activityId,
    } as const;
    settled(await this.#sender.send(call, mannerOf(context)?.patience ?? 'once'));
  }

  async #run(activity: Partial<Activity>, manner: Manner, logic: Logic): Promise<void> {
    const context = new PorrasContext(this, activity);
    context.turnState.set(MANNER, manner);
    await this.runMiddleware(context, logic);
  }

  /** The SDK's own keeps every context alive until a full collection, as its sends do (`porras-context.ts`). */
  protected override async runMiddleware(context: TurnContext, logic: Logic): Promise<void> {
    const { locale } = context.activity;
    if (locale) context.locale = locale;
    try {
      await this.middleware.run(context, () => logic(context));
    } catch (error) {
      if (typeof this.onTurnError !== 'function' || !(error instanceof Error)) throw error;
      await this.onTurnError(context, error);
    }
  }

  async #send(context: TurnContext, method: 'POST' | 'PUT', activity: Partial<Activity>) {
    const manner = mannerOf(context);
    const call = writtenFor(method, activity, manner?.replyToId);
    return settled(await this.#sender.send(call, manner?.patience ?? 'once'));
  }
}

function mannerOf(context: TurnContext): Manner | undefined {
  return context.turnState.get<Manner | undefined>(MANNER);
}

/** Traces are for the emulator, and the answer to an invoke is the answer to its call. */
function isSent({ type, channelId }: Partial<Activity>): boolean {
  return type !== 'invokeResponse' && (type !== 'trace' || channelId === 'emulator');
}

function settled(outcome: SendOutcome): SendOutcome & { kind: 'sent' } {
  if (outcome.kind !== 'sent') throw new NotSent(outcome);
  return outcome;
}

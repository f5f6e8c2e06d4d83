/** `POST /api/messages`: who may call, and what is it about? */
import type { BotAnswer } from './bot-answer.ts';
import { problem } from './bot-answer.ts';
import { errorFields } from './bot-log.ts';
import { type ConductOptions, conductTurn, nothingSaid, type TurnUnderWay } from './conduct-turn.ts';
import type { Guard } from './guard.ts';
import { type IncomingActivity, readActivity } from './incoming-activity.ts';
import { interpretActivity } from './interpret-activity.ts';
import type { PorrasAdapter } from './porras-adapter.ts';
import { isSdkActivity } from './written-activity.ts';

export interface BotRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed JSON body. */
  readonly body: unknown;
  /** The caller's address, as the socket reports it. */
  readonly address: string;
}

export interface MessagesEndpointOptions extends ConductOptions {
  readonly adapter: PorrasAdapter;
  readonly guard: Guard;
  /** Whether the activity comes from a tenant that may use the bot. */
  readonly welcomes: (activity: IncomingActivity) => boolean;
  /** Told why a caller was turned away. */
  readonly refused: (reason: string) => void;
}

/** The returned function never rejects. */
export function createMessagesEndpoint(
  options: MessagesEndpointOptions,
): (request: BotRequest) => Promise<BotAnswer> {
  return request =>
    receive(options, request).catch(error => {
      const reference = options.newId();
      options.log.error(
        { code: 'call-failed', reference, ...errorFields(error) },
        'A call could not be handled',
      );
      return problem('failed', { reference });
    });
}

async function receive(options: MessagesEndpointOptions, request: BotRequest): Promise<BotAnswer> {
  const read = readActivity(request.body);
  if (read.kind === 'invalid') return problem('activity-invalid', { field: read.field });
  const { activity } = read;
  const { authorization } = request.headers;
  const verdict = await options.guard.check({
    authorization: typeof authorization === 'string' ? authorization : undefined,
    address: request.address,
    activity,
  });
  if (verdict.kind === 'refused') {
    options.refused(verdict.reason);
    return problem('unauthorized');
  }
  if (!options.welcomes(activity)) {
    options.refused('tenant');
    return problem('tenant');
  }
  if (!isSdkActivity(request.body)) return problem('activity-invalid', { field: 'body' });
  const { adapter } = options;
  return adapter.process(request.body, (context, answer) => {
    // What middleware has written into the activity counts; without any, it is as it was read.
    const seen = adapter.observed ? readActivity(context.activity) : read;
    if (seen.kind === 'read') return respond(options, { activity: seen.activity, context, answer });
    answer(problem('activity-invalid', { field: seen.field }));
    return Promise.resolve();
  });
}

async function respond(options: MessagesEndpointOptions, turn: Omit<TurnUnderWay, 'meant'>): Promise<void> {
  const meant = interpretActivity(turn.activity, options.now());
  switch (meant.kind) {
    case 'input':
    case 'file':
      return conductTurn(options, { meant, ...turn });
    case 'nothing':
      return turn.answer(nothingSaid(turn.activity));
    case 'unsupported':
      return turn.answer(problem('invoke-unsupported'));
    case 'unidentified':
      return turn.answer(problem('activity-invalid', { field: 'id' }));
  }
}

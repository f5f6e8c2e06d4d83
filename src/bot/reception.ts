/** The door of `POST /api/messages`: who may come in, and what is it about? */
import type { BotAnswer } from './bot-answer.ts';
import { problem } from './bot-answer.ts';
import { errorFields } from './bot-log.ts';
import { type ConductOptions, conductTurn } from './conduct-turn.ts';
import type { Guard } from './guard.ts';
import { hear } from './hear.ts';
import { expectsReplies, readActivity } from './incoming-activity.ts';

export interface BotRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed JSON body. */
  readonly body: unknown;
  /** The caller's address, as the socket reports it. */
  readonly address: string;
}

export interface ReceptionOptions extends ConductOptions {
  readonly guard: Guard;
  /** Told why a caller was turned away. */
  readonly refused: (reason: string) => void;
}

/** The returned function never rejects. */
export function createReception(options: ReceptionOptions): (request: BotRequest) => Promise<BotAnswer> {
  return request =>
    receive(options, request).catch(error => {
      const reference = options.newId();
      options.log.error(
        { code: 'call-failed', reference, ...errorFields(error) },
        'A call could not be handled',
      );
      return problem(500, 'failed', { reference });
    });
}

async function receive(options: ReceptionOptions, request: BotRequest): Promise<BotAnswer> {
  const read = readActivity(request.body);
  if (read.kind === 'invalid') return problem(400, 'activity-invalid', { field: read.field });
  const { activity } = read;
  const { authorization } = request.headers;
  const verdict = await options.guard.check({
    authorization: typeof authorization === 'string' ? authorization : undefined,
    address: request.address,
    activity,
  });
  if (verdict.kind === 'refused') {
    options.refused(verdict.reason);
    return problem(401, 'unauthorized');
  }
  const heard = hear(activity, options.now());
  switch (heard.kind) {
    case 'input':
      return conductTurn(options, activity, heard);
    case 'nothing':
      return expectsReplies(activity) ? { status: 200, body: { activities: [] } } : { status: 200 };
    case 'unsupported':
      return problem(501, 'invoke-unsupported');
    case 'unidentified':
      return problem(400, 'activity-invalid', { field: 'id' });
  }
}

/** Why a call is refused: a status and fixed words of our own, so that nothing of a library or a person leaks out. */
import { StoreUnavailable } from '../store/port.ts';
import { answer, type Handler, type PlainResponse } from './plain-http.ts';

const REFUSALS = {
  BadArgument: [400, 'The request is not in the expected form.'],
  EmptyMessage: [400, 'The message holds neither text nor a value.'],
  MissingToken: [401, 'A token is needed.'],
  BadToken: [401, 'The token is not valid.'],
  TokenExpired: [403, 'The token has expired.'],
  BadConversation: [403, 'The token belongs to another conversation.'],
  BadOrigin: [403, 'This origin is not allowed.'],
  NotFound: [404, 'There is nothing here.'],
  MethodNotAllowed: [405, 'This method is not allowed here.'],
  Conflict: [409, 'Nothing was saved, because the conversation was busy. Please send again.'],
  MessageTooLong: [413, 'The message is too long.'],
  UploadsNotSupported: [415, 'Files are not accepted.'],
  TooManyRequests: [429, 'Too many requests. Please wait a moment.'],
  Unexpected: [500, 'Something went wrong here.'],
  Unavailable: [503, 'The conversation cannot be reached at the moment. Please try again.'],
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Why an open socket was ended from this side. */
export type CutReason = 'expired' | 'slow' | 'silent' | 'flood' | 'crowded' | 'unavailable' | 'leaving';

/** What the channel reports about itself: codes only, never a text, an id or a token. */
export type DirectLineEvent =
  | { kind: 'refused'; code: RefusalCode; status: number }
  /** `at`: places in the code, without the error's own words. */
  | { kind: 'failed'; reference: string; error: string; at: readonly string[] }
  /** A line of a log that could not be shown. */
  | { kind: 'unreadable-line'; error: string; at: readonly string[] }
  | { kind: 'stream-cut'; reason: CutReason };

export interface Refused {
  readonly code: RefusalCode;
  /** Whole seconds after which another try makes sense. */
  readonly retryAfter?: number;
}

/** Thrown by a handler to end the call; turned into an answer by `guarded`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly refused: Refused;

  constructor(code: RefusalCode, options: { retryAfter?: number } = {}) {
    super(code);
    this.refused = { code, ...options };
  }
}

/** The answer that tells the caller. `reference` finds the matching line in the log. */
export function refusalResponse({ code, retryAfter }: Refused, reference?: string): PlainResponse {
  const [status, message] = REFUSALS[code];
  const error = { code, message, ...(reference === undefined ? {} : { reference }) };
  return answer(status, { error }, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

interface GuardDependencies {
  readonly log: (event: DirectLineEvent) => void;
  readonly newId: () => string;
}

/** Wraps a handler so that whatever it throws becomes an answer. */
export function guarded(dependencies: GuardDependencies, handle: Handler): Handler {
  return async request => {
    try {
      return await handle(request);
    } catch (error) {
      return respondTo(dependencies, error);
    }
  };
}

/** The answer to whatever was thrown, with a line in the log. */
export function respondTo({ log, newId }: GuardDependencies, error: unknown): PlainResponse {
  const refused = refusedOf(error);
  if (refused) {
    log({ kind: 'refused', code: refused.code, status: REFUSALS[refused.code][0] });
    return refusalResponse(refused);
  }
  const reference = newId().slice(0, 12);
  log({ kind: 'failed', reference, ...traceOf(error) });
  return refusalResponse({ code: 'Unexpected' }, reference);
}

/** The refusal behind an error, or undefined when nobody meant it to happen. */
function refusedOf(error: unknown): Refused | undefined {
  if (error instanceof Refusal) return error.refused;
  return error instanceof StoreUnavailable ? { code: 'Unavailable', retryAfter: 2 } : undefined;
}

/** Where an error came from: its kind and the topmost places, leaving out its message, which may quote a person. */
export function traceOf(error: unknown): { error: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const places = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { error: error.name, at: places.slice(0, 4).map(line => line.trim()) };
}

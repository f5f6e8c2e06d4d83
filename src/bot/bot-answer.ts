/** What a channel is told: what its call came to, in the form that Bot Framework gives errors. */

/** Code → status, fixed words of our own, and the seconds after which another try makes sense. */
const PROBLEMS = {
  'activity-invalid': { status: 400, message: 'The activity is not in the expected form.' },
  unauthorized: { status: 401, message: 'The call is not known to come from a channel of this bot.' },
  tenant: { status: 403, message: 'This bot does not serve the organisation.' },
  'invoke-unsupported': { status: 501, message: 'This kind of invoke is not supported.' },
  failed: { status: 500, message: 'Something went wrong here.' },
  busy: {
    status: 503,
    message: 'Nothing was saved, because the conversation was busy. Please send again.',
    retryAfter: 1,
  },
  unavailable: {
    status: 503,
    message: 'The conversation cannot be reached at the moment. Please try again.',
    retryAfter: 2,
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface BotAnswer {
  readonly status: number;
  /** To be sent as JSON. */
  readonly body?: unknown;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer for machines: code, words, and what helps to find the matter in the log. Nothing that a library said. */
export function problem(code: ProblemCode, about: Readonly<Record<string, string>> = {}): BotAnswer {
  const known: { status: number; message: string; retryAfter?: number } = PROBLEMS[code];
  const { status, message, retryAfter } = known;
  const body = { error: { code, message, ...about } };
  return retryAfter === undefined
    ? { status, body }
    : { status, body, headers: { 'retry-after': String(retryAfter) } };
}

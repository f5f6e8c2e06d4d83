export interface BotAnswer {
  readonly status: number;
  /** To be sent as JSON. */
  readonly body?: unknown;
}

/** An answer for machines: a code, and what helps to find the matter in the log. Nothing a library said. */
export function problem(
  status: number,
  code: string,
  about: Readonly<Record<string, string>> = {},
): BotAnswer {
  return { status, body: { error: { code, ...about } } };
}

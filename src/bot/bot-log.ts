/** Where this room reports: codes and reference ids, never names, texts or tokens. A pino logger fits. */
export interface BotLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What of an error may be logged: its kind and where it came from, but not its words, which may be a user's. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? [];
  return { error: error.name, at: frames.slice(0, 6).map(line => line.trim()) };
}

import { pino } from 'pino';
import type { Config } from './config.ts';

export type Log = ReturnType<typeof createLog>;

/** Structured lines on standard output: codes, counts and reference ids, never names, answers or tokens. */
export function createLog(level: Config['logLevel']) {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: describeError },
  });
}

/** An error's kind and place. Its message stays out: libraries put input, addresses and secrets in theirs. */
function describeError(error: unknown) {
  if (typeof error === 'string' && /^\w{1,40}$/.test(error)) return { name: error };
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter(line => line.startsWith('    at '));
  return { name: error.name, code, at: frames.slice(0, 5).map(line => line.trim()) };
}

import { destination, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = ReturnType<typeof createLog>;

/** Structured lines on standard output: codes, counts and reference ids, never names, answers or tokens. */
export function createLog(level: Config['logLevel']) {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: describeError },
    },
    standardOutput(),
  );
}

/** Characters of lines that wait to be written, at most: then lines are lost. */
const WAITING_AT_MOST = 1_000_000;

/** A log on a full disk loses lines and goes on when there is room. Left to itself it would end the process. */
function standardOutput() {
  const output = destination({ dest: 1, maxLength: WAITING_AT_MOST });
  let last: 'written' | 'failed' = 'written';
  output.on('error', () => {
    last = 'failed';
  });
  output.on('write', () => {
    last = 'written';
  });
  // Called at the very end; on a full disk sonic-boom 4.2.1 would try for ever, and the process could not end.
  const flush = output.flushSync.bind(output);
  output.flushSync = () => {
    if (last === 'written') flush();
  };
  return output;
}

/** An error's kind and place. Its message stays out: libraries put input, addresses and secrets in theirs. */
function describeError(error: unknown) {
  if (typeof error === 'string' && /^\w{1,40}$/.test(error)) return { name: error };
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter(line => line.startsWith('    at '));
  return { name: error.name, code, at: frames.slice(0, 5).map(line => line.trim()) };
}

import { StoreUnavailable } from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import type { RedisContext } from './context.ts';
import { isUnknownScript, runScript, type Script, type ScriptCall } from './run-script.ts';

export interface WaitForReplicas {
  readonly count: number;
  readonly timeoutMs: number;
}

/** On how many replicas a write has to be before it counts (undefined: the master is enough), and whom to tell if it is not. */
export interface Durability {
  readonly waitReplicas: WaitForReplicas | undefined;
  readonly onProblem: ReportProblem;
}

export interface ScriptInput extends ScriptCall {
  readonly script: Script;
}

/** Runs a script that writes, and waits until it is on as many replicas as a commit has to be on. */
export function runDurably(context: RedisContext, call: ScriptInput & Durability): Promise<unknown> {
  const { waitReplicas, script } = call;
  return waitReplicas ? runAndWait(context, call, waitReplicas) : runScript(context.redis, script, call);
}

/**
 * The script and, right behind it on the same connection, WAIT. Too few replicas is an honest "cannot say": the
 * commit stands on the master, and the caller's second try finds it there.
 */
async function runAndWait(
  context: RedisContext,
  { script: source, keys, args, onProblem }: ScriptInput & Durability,
  { count, timeoutMs }: WaitForReplicas,
): Promise<unknown> {
  const send = async (command: 'evalsha' | 'eval', script: string) => {
    const pipeline = context.redis.pipeline();
    pipeline[command](script, keys.length, ...keys, ...args);
    pipeline.wait(count, timeoutMs);
    return (await pipeline.exec()) ?? [];
  };
  let [script, wait] = await send('evalsha', source.sha);
  if (isUnknownScript(script?.[0])) [script, wait] = await send('eval', source.source);
  const failure = script ? (script[0] ?? wait?.[0]) : new StoreUnavailable('aborted');
  if (failure) throw failure;
  const replicas = Number(wait?.[1] ?? 0);
  if (script?.[1] !== null && replicas < count) {
    onProblem('replicas-behind', String(replicas));
    throw new StoreUnavailable('replicas-behind');
  }
  return script?.[1];
}

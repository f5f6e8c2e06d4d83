import { type Commit, type CommitOutcome, StoreUnavailable } from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import type { RedisContext } from './context.ts';
import { gatherWrites } from './gather-writes.ts';
import type { ConversationKeys } from './keys.ts';
import { isUnknownScript, runScript, type Script, type ScriptCall } from './run-script.ts';
import { commitScript, confirmScript, NOTHING_DUE } from './scripts.ts';

export interface WaitForReplicas {
  readonly count: number;
  readonly timeoutMs: number;
}

/** A promise that holds on the replicas, and whom to tell when it does not yet. */
export interface Promised {
  readonly waitReplicas: WaitForReplicas | undefined;
  readonly onProblem: ReportProblem;
}

interface CommitCall extends Promised {
  readonly keys: ConversationKeys;
  readonly commit: Commit;
  /** The version this commit will have. The same at every attempt, so that a repeated attempt is known. */
  readonly token: string;
}

/** Applies a commit exactly once, however often the connection or the caller repeats it. One round trip. */
export async function commitOnce(context: RedisContext, call: CommitCall): Promise<CommitOutcome> {
  gatherWrites(context.redis);
  const ids = await runPromised(context, { ...call, ...scriptInput(context, call) });
  if (ids === null) return { kind: 'conflict' };
  const written = stringList(ids);
  const logged = call.commit.log?.length ?? 0;
  return {
    kind: 'committed',
    version: call.token,
    logIds: written.slice(0, logged),
    outboxIds: written.slice(logged),
  };
}

interface ConfirmCall extends Promised {
  readonly keys: ConversationKeys;
  readonly version: string;
}

/** Makes sure that what was committed as this version is where a commit has to be before it counts. */
export async function confirmCommit(
  context: RedisContext,
  { keys, version, ...promised }: ConfirmCall,
): Promise<'kept' | 'changed'> {
  // Without replicas to wait for, whoever has read it knows all there is to know.
  if (!promised.waitReplicas) return 'kept';
  const input = { script: confirmScript, keys: [keys.record], args: [version, context.ttlMs] };
  return (await runPromised(context, { ...input, ...promised })) === 1 ? 'kept' : 'changed';
}

interface ScriptInput extends ScriptCall {
  readonly script: Script;
}

function scriptInput({ ttlMs, origin }: RedisContext, { keys, commit, token }: CommitCall): ScriptInput {
  const { expected = '', record, log = [], outbox = [], erasure = '' } = commit;
  return {
    script: commitScript,
    keys: [keys.record, keys.log, keys.outbox, keys.due, keys.reminder, keys.times],
    args: [
      expected,
      ttlMs,
      keys.wakeUps,
      keys.member,
      token + NOTHING_DUE + record,
      log.length,
      origin,
      erasure,
      ...log,
      ...outbox,
    ],
  };
}

/** Runs a script that writes, and waits until it is on as many replicas as a commit has to be on. */
export function runPromised(context: RedisContext, call: ScriptInput & Promised): Promise<unknown> {
  const { waitReplicas, script } = call;
  return waitReplicas ? runAndWait(context, call, waitReplicas) : runScript(context.redis, script, call);
}

/**
 * The script and, right behind it on the same connection, WAIT. Too few replicas is an honest "cannot say": the
 * commit stands on the master, and the caller's second try finds it there.
 */
async function runAndWait(
  context: RedisContext,
  { script: source, keys, args, onProblem }: ScriptInput & Promised,
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

/** Reads what a script answered with, whose type the library cannot know. */
function stringList(reply: unknown): readonly string[] {
  if (!Array.isArray(reply)) throw new TypeError('Redis answered with something else than a list');
  return reply.map(String);
}

import { type Commit, type CommitOutcome, StoreUnavailable } from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import type { RedisContext } from './context.ts';
import { gatherWrites } from './gather-writes.ts';
import type { ConversationKeys } from './keys.ts';
import { stringList } from './replies.ts';
import { isUnknownScript, runScript } from './run-script.ts';
import { commitScript, NOTHING_DUE } from './scripts.ts';

export interface WaitForReplicas {
  readonly count: number;
  readonly timeoutMs: number;
}

interface CommitCall {
  readonly keys: ConversationKeys;
  readonly commit: Commit;
  /** The version this commit will have. The same at every attempt, so that a repeated attempt is known. */
  readonly token: string;
  readonly waitReplicas: WaitForReplicas | undefined;
  readonly onProblem: ReportProblem;
}

/** Applies a commit exactly once, however often the connection or the caller repeats it. One round trip. */
export async function commitOnce(context: RedisContext, call: CommitCall): Promise<CommitOutcome> {
  gatherWrites(context.redis);
  const ids = await (call.waitReplicas
    ? runAndWait(context, call, call.waitReplicas)
    : runScript(context.redis, commitScript, ...scriptInput(context, call)));
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

type ScriptInput = [keys: readonly string[], args: readonly (string | number)[]];

function scriptInput({ ttlMs, origin }: RedisContext, { keys, commit, token }: CommitCall): ScriptInput {
  const { expected = '', record, log = [], outbox = [] } = commit;
  return [
    [keys.record, keys.log, keys.outbox, keys.due],
    [
      expected,
      ttlMs,
      keys.wakeUps,
      keys.member,
      token + NOTHING_DUE + record,
      log.length,
      origin,
      ...log,
      ...outbox,
    ],
  ];
}

/**
 * The script and, right behind it on the same connection, WAIT. Too few replicas is an honest "cannot say": the
 * commit stands on the master, and the caller's second try finds it there.
 */
async function runAndWait(
  context: RedisContext,
  call: CommitCall,
  { count, timeoutMs }: WaitForReplicas,
): Promise<unknown> {
  const [keys, args] = scriptInput(context, call);
  const send = async (command: 'evalsha' | 'eval', script: string) => {
    const pipeline = context.redis.pipeline();
    pipeline[command](script, keys.length, ...keys, ...args);
    pipeline.wait(count, timeoutMs);
    return (await pipeline.exec()) ?? [];
  };
  let [script, wait] = await send('evalsha', commitScript.sha);
  if (isUnknownScript(script?.[0])) [script, wait] = await send('eval', commitScript.source);
  const failure = script ? (script[0] ?? wait?.[0]) : new StoreUnavailable('aborted');
  if (failure) throw failure;
  const replicas = Number(wait?.[1] ?? 0);
  if (script?.[1] !== null && replicas < count) {
    call.onProblem('replicas-behind', String(replicas));
    throw new StoreUnavailable('replicas-behind');
  }
  return script?.[1];
}

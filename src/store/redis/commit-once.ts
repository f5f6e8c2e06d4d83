import { Cluster } from 'ioredis';
import { formatMember } from '../collection.ts';
import type { Commit, CommitOutcome } from '../port.ts';
import { collect } from './collections.ts';
import type { RedisContext } from './context.ts';
import { gatherWrites } from './gather-writes.ts';
import { type ConversationKeys, collectionKey } from './keys.ts';
import { type Durability, runDurably, type ScriptInput } from './run-durably.ts';
import type { ScriptCall } from './run-script.ts';
import { commitScript, confirmScript, NOTHING_DUE } from './scripts.ts';

interface CommitCall extends Durability {
  readonly keys: ConversationKeys;
  readonly commit: Commit;
  /** The version this commit will have. The same at every attempt, so that a repeated attempt is known. */
  readonly token: string;
}

/** Applies a commit exactly once, however often the connection or the caller repeats it. One round trip. */
export async function commitOnce(context: RedisContext, call: CommitCall): Promise<CommitOutcome> {
  gatherWrites(context.redis);
  const { collect: collecting } = call.commit;
  // In a cluster a collection lies in another slot than the conversation: no script can write both.
  if (collecting && context.redis instanceof Cluster) {
    const { waitReplicas, onProblem } = call;
    const outcome = await collect(context, { ...collecting, waitReplicas, onProblem }, collecting);
    if (outcome === 'left-out') return { kind: 'left-out' };
  }
  const ids = await runDurably(context, scriptInput(context, call));
  if (ids === null) return { kind: 'conflict' };
  if (ids === 0) return { kind: 'left-out' };
  const written = stringList(ids);
  const logged = call.commit.log?.length ?? 0;
  return {
    kind: 'committed',
    version: call.token,
    logIds: written.slice(0, logged),
    outboxIds: written.slice(logged),
  };
}

interface ConfirmCall extends Durability {
  readonly keys: ConversationKeys;
  readonly version: string;
}

/** Makes sure that what was committed as this version is where a commit has to be before it counts. */
export async function confirmCommit(
  context: RedisContext,
  { keys, version, ...durability }: ConfirmCall,
): Promise<'kept' | 'changed'> {
  // Without replicas to wait for, whoever has read it knows all there is to know.
  if (!durability.waitReplicas) return 'kept';
  const input = { script: confirmScript, keys: [keys.record], args: [version, context.ttlMs] };
  return (await runDurably(context, { ...input, ...durability })) === 1 ? 'kept' : 'changed';
}

function scriptInput(
  context: RedisContext,
  { keys, commit, token, waitReplicas, onProblem }: CommitCall,
): ScriptInput & Durability {
  const { ttlMs, origin } = context;
  const { expected = '', record, log = [], outbox = [], erasure = '' } = commit;
  const collecting = collectingInput(context, commit);
  return {
    waitReplicas,
    onProblem,
    script: commitScript,
    keys: [keys.record, keys.log, keys.outbox, keys.due, keys.reminder, keys.times, ...collecting.keys],
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
      ...collecting.args,
    ],
  };
}

function collectingInput({ redis, prefix }: RedisContext, { collect: collecting }: Commit): ScriptCall {
  if (!collecting || redis instanceof Cluster) return { keys: [], args: [] };
  const { name, member, value, ttlMs, provided } = collecting;
  const only = provided ? [formatMember(provided.member), provided.value] : ['', ''];
  return { keys: [collectionKey(prefix, name)], args: [formatMember(member), value, ttlMs, ...only] };
}

/** Reads what a script answered with, whose type the library cannot know. */
function stringList(reply: unknown): readonly string[] {
  if (!Array.isArray(reply)) throw new TypeError('Redis answered with something else than a list');
  return reply.map(String);
}

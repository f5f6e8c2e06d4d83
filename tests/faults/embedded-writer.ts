/**
 * Run as a process of its own, to be killed: commits numbers from the record's on, and says each one when the
 * store has said that it is committed. Argument: the folder.
 */

import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { Commit } from '../../src/store/port.ts';

const KEY = { channel: 'msteams', conversation: 'killed' };
const [dataDir = ''] = process.argv.slice(2);
const store = openEmbeddedStore({ dataDir, ttlMs: 600_000, now: Date.now, onProblem: () => undefined });

for (;;) {
  const { record = '0', version: expected } = await store.load(KEY);
  const next = String(Number(record) + 1);
  const commit: Commit = { expected, record: next, log: [next], outbox: [next] };
  const outcome = await store.commit(KEY, commit);
  if (outcome.kind === 'committed') process.stdout.write(`${next}\n`);
}

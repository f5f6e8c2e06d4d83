/** A commit that breaks off: what lmdb says of it beside the call, and what becomes of that. */
import { expect, it } from 'vitest';
import { failingWithCause } from '../../src/store/embedded/lmdb-failure.ts';
import { StoreUnavailable } from '../../src/store/port.ts';

/** As lmdb fails: each write of the commit with the same words, and the cause as one more promise. */
function brokenOff(cause: Error): Error {
  const commitError = Promise.reject(cause);
  commitError.catch(() => undefined);
  return Object.assign(new Error('Commit failed (see commitError for details)'), { commitError });
}

it.each([
  ['a number of the system', Object.assign(new Error('No space left on device'), { code: 28 }), 'ENOSPC'],
  ['a word of LMDB', new Error('MDB_PANIC: Update of meta page failed'), 'MDB_PANIC'],
  ['nothing that is known', new Error('the disk is at /home/aino'), 'Error'],
])('told by %s is told and thrown as a code', async (_, cause, code) => {
  const told: string[] = [];
  const failing = failingWithCause(
    (problem, detail) => told.push(`${problem} ${detail}`),
    () => Promise.reject(brokenOff(cause)),
  );
  await expect(failing).rejects.toThrow(new StoreUnavailable(code));
  expect(told).toEqual([`broken-off ${code}`]);
});

it.each([new StoreUnavailable('ENOSPC'), new Error('ours')])(
  '%s is no commit that broke off',
  async error => {
    const told: string[] = [];
    await expect(
      failingWithCause(
        problem => told.push(problem),
        () => Promise.reject(error),
      ),
    ).rejects.toBe(error);
    expect(told).toEqual([]);
  },
);

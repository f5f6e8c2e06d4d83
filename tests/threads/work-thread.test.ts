/** Real threads that do what they should, and what they should not. */
import { execFile } from 'node:child_process';
import { getPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createWorkThread, type WorkThread, type WorkThreadOptions } from '../../src/threads/work-thread.ts';
import { until } from '../support/until.ts';
import type { OddJob, Told } from './odd-jobs-worker.ts';

vi.setConfig({ testTimeout: 60_000 });

const ENTRY = new URL('./odd-jobs-worker.ts', import.meta.url);

function threadFor<Done = Told>(limits: Partial<WorkThreadOptions> = {}): WorkThread<OddJob, Done> {
  const options = { waiting: 10, milliseconds: 60_000, megabytes: 64, ...limits };
  const thread = createWorkThread<OddJob, Done>(ENTRY, options);
  onTestFinished(() => thread.close());
  return thread;
}

async function tell(thread: WorkThread<OddJob, Told>, word = ''): Promise<Told> {
  const outcome = await thread.work({ do: 'tell', word });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.done;
}

describe('a thread for work', () => {
  test('does one job after the other, all in the same thread', async () => {
    const thread = threadFor();
    const told = await Promise.all(['one', 'two', 'three'].map(word => tell(thread, word)));
    expect(told.map(({ word }) => word)).toEqual(['one', 'two', 'three']);
    expect(new Set(told.map(one => one.thread)).size).toBe(1);
  });

  test('hands bytes over without keeping them', async () => {
    const thread = threadFor<Told | Uint8Array>();
    const outcome = await thread.work({ do: 'give-bytes' });
    expect(outcome).toEqual({ kind: 'done', done: new Uint8Array([1, 2, 3]) });
    expect(await thread.work({ do: 'tell' })).toMatchObject({ done: { bytesLeft: 0 } });
  });

  test('leaves the processor to the turns where the system can tell them apart', async () => {
    const before = getPriority();
    const { priority } = await tell(threadFor());
    expect(priority).toBe(process.platform === 'linux' ? Math.max(before, 10) : before);
    expect(getPriority()).toBe(before);
  });

  test('refuses a job when too many wait, and takes the next when they are done', async () => {
    const thread = threadFor({ waiting: 1 });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => thread.work({ do: 'tell' })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'crowded', 'crowded']);
    expect((await thread.work({ do: 'tell' })).kind).toBe('done');
  });

  test('makes a job ready when its turn has come, and not before', async () => {
    const thread = threadFor<Told>();
    const happened: string[] = [];
    const prepare = (word: string) => async (): Promise<OddJob> => {
      happened.push(`${word} made ready`);
      return { do: 'tell', word };
    };
    const make = async (word: string) => {
      await thread.workOn(prepare(word));
      happened.push(`${word} done`);
    };
    await Promise.all(['one', 'two'].map(make));
    expect(happened).toEqual(['one made ready', 'one done', 'two made ready', 'two done']);
  });

  test('goes on after one that cannot be made ready, and after one that there is not', async () => {
    const thread = threadFor<Told>({ waiting: 2 });
    const [broken, none, after] = await Promise.allSettled([
      thread.workOn(() => Promise.reject(new Error('the store does not answer'))),
      thread.workOn(() => Promise.resolve(undefined)),
      thread.work({ do: 'tell', word: 'next' }),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'the store does not answer' } });
    expect(none).toEqual({ status: 'fulfilled', value: undefined });
    expect(after).toMatchObject({ value: { kind: 'done', done: { word: 'next' } } });
  });

  test('refuses what too many wait before, without making it ready', async () => {
    const thread = threadFor({ waiting: 0 });
    const prepare = vi.fn(() => Promise.resolve<OddJob>({ do: 'tell' }));
    const [, refused] = await Promise.all([thread.work({ do: 'tell' }), thread.workOn(prepare)]);
    expect(refused).toEqual({ kind: 'crowded' });
    expect(prepare).not.toHaveBeenCalled();
  });

  test('ends when it has had nothing to do for a while, and starts anew when needed', async () => {
    const thread = threadFor({ idleMs: 1 });
    const first = await tell(thread);
    await until(async () => (await tell(thread)).thread !== first.thread);
  });
});

describe('a job that goes wrong fails alone', () => {
  test.each([
    [{ do: 'hang' }, { milliseconds: 5000 }, 'too-slow'],
    [{ do: 'fill-memory' }, { megabytes: 16 }, 'too-large'],
    [{ do: 'throw' }, {}, 'failed'],
    [{ do: 'exit' }, {}, 'failed'],
  ] as const)('%o with %o is %s', async (job, limits, expected) => {
    const thread = threadFor(limits);
    const before = await tell(thread);
    const [outcome, after] = await Promise.all([thread.work(job), tell(thread, 'next')]);
    expect(outcome.kind).toBe(expected);
    expect(after.word).toBe('next');
    expect(after.thread).not.toBe(before.thread);
  });

  test('and tells what it died of', async () => {
    const outcome = await threadFor().work({ do: 'throw' });
    expect(outcome).toMatchObject({ kind: 'failed', error: { message: 'as told' } });
  });

  test('also when it cannot even be sent', async () => {
    const thread = threadFor();
    const job = { do: 'tell', word: 'x', with: () => undefined } as const;
    expect((await thread.work(job)).kind).toBe('failed');
    expect((await tell(thread, 'next')).word).toBe('next');
  });
});

test('a thread that died between two jobs is replaced', async () => {
  const thread = threadFor();
  const first = await thread.work({ do: 'exit-afterwards' });
  if (first.kind !== 'done') throw new Error(first.kind);
  await until(async () => (await tell(thread)).thread !== first.done.thread);
});

describe('closing', () => {
  test('fails what is under way, what waits and what comes afterwards', async () => {
    const thread = threadFor();
    await tell(thread);
    const outcomes = Promise.all([thread.work({ do: 'hang' }), thread.work({ do: 'tell' })]);
    await thread.close();
    expect((await outcomes).map(({ kind }) => kind)).toEqual(['failed', 'failed']);
    expect((await thread.work({ do: 'tell' })).kind).toBe('failed');
  });

  test('ends the thread, and an idle one keeps no process alive', async () => {
    const run = promisify(execFile);
    const script = fileURLToPath(new URL('./left-alone.ts', import.meta.url));
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { timeout: 50_000 });
    expect(stdout).toBe('failed');
  });
});

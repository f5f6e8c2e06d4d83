import { expect, it } from 'vitest';
import { createKeyedQueue } from '../../src/turns/keyed-queue.ts';

function gate() {
  let open = () => {};
  const passed = new Promise<void>(resolve => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

it('runs what has one name one after another, and other names beside it', async () => {
  const queue = createKeyedQueue();
  const { passed, open } = gate();
  const done: string[] = [];
  const slow = queue.run('a', async () => {
    await passed;
    done.push('a1');
  });
  const behind = queue.run('a', async () => done.push('a2'));
  await queue.run('b', async () => done.push('b1'));
  expect(done).toEqual(['b1']);
  open();
  await Promise.all([slow, behind]);
  expect(done).toEqual(['b1', 'a1', 'a2']);
});

it('goes on behind a job that failed, whose failure is its caller’s alone', async () => {
  const queue = createKeyedQueue();
  const failing = queue.run('a', () => Promise.reject(new Error('this one')));
  const behind = queue.run('a', async () => 'fine');
  await expect(failing).rejects.toThrow('this one');
  expect(await behind).toBe('fine');
});

it('forgets a name without work, however many there were', async () => {
  const queue = createKeyedQueue();
  const { passed, open } = gate();
  const names = Array.from({ length: 1000 }, (_, i) => `conversation ${i}`);
  const running = names.map(name => queue.run(name, () => passed));
  expect(queue.size).toBe(1000);
  open();
  await Promise.all(running);
  await queue.idle();
  expect(queue.size).toBe(0);
});

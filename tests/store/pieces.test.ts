/** The small pieces that both stores are made of: keys, ids, versions, deadlines, the disk's room, who listens. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerInTime } from '../../src/store/answer-in-time.ts';
import { CommitTokens } from '../../src/store/commit-tokens.ts';
import { formatKey, parseKey } from '../../src/store/conversation-key.ts';
import { createDiskRoom, telling } from '../../src/store/embedded/disk-room.ts';
import { EntryIds } from '../../src/store/embedded/entry-ids.ts';
import { LogWatch } from '../../src/store/embedded/log-watch.ts';
import { formatEntryId, laterId, nextEntryId, parseEntryId } from '../../src/store/entry-id.ts';
import { StoreUnavailable } from '../../src/store/port.ts';
import { newVersionToken, TOKEN_LENGTH } from '../../src/store/version-token.ts';

describe('the key of a conversation', () => {
  it.each([
    { channel: 'msteams', conversation: '19:abc@thread' },
    { channel: '', conversation: '","' },
    { channel: 'a\u0000', conversation: '\ud800' },
  ])('%j is read back as it was written', key => {
    expect(parseKey(formatKey(key))).toEqual(key);
  });

  it.each(['{}', '"ab"', '[]', '["a"]', '["a",1]', '[1,"b"]', 'null', '[null,"b"]'])('%s is none', text =>
    expect(parseKey(text)).toBeUndefined(),
  );
});

describe('the id of an entry', () => {
  it.each([
    ['17-0', { ms: 17, seq: 0 }],
    ['999999999999999-999999999', { ms: 999_999_999_999_999, seq: 999_999_999 }],
    ['1000000000000000-0', undefined],
    ['1-1000000000', undefined],
    ['17', undefined],
    ['-1', undefined],
    ['17-', undefined],
    ['17-0 ', undefined],
    [' 17-0', undefined],
    ['a-b', undefined],
    ['', undefined],
  ])('%j is %j', (text, id) => {
    expect(parseEntryId(text)).toEqual(id);
    if (id) expect(formatEntryId(id)).toBe(text);
  });

  it('grows with the clock, and without it', () => {
    const last = { ms: 10, seq: 3 };
    expect([11, 10, 9].map(now => nextEntryId(last, now))).toEqual([
      { ms: 11, seq: 0 },
      { ms: 10, seq: 4 },
      { ms: 10, seq: 4 },
    ]);
  });

  it.each([
    [{ ms: 2, seq: 0 }, { ms: 1, seq: 9 }, 'one'],
    [{ ms: 1, seq: 9 }, { ms: 2, seq: 0 }, 'other'],
    [{ ms: 1, seq: 2 }, { ms: 1, seq: 1 }, 'one'],
    [{ ms: 1, seq: 1 }, { ms: 1, seq: 2 }, 'other'],
  ])('of %j and %j the later is the %s', (one, other, later) => {
    expect(laterId(one, other)).toBe(later === 'one' ? one : other);
  });

  it('grows over all conversations of a folder, and over what another process gave', () => {
    const ids = new EntryIds();
    expect(ids.take(2, { ms: 0, seq: 0 }, 5)).toEqual([
      { ms: 5, seq: 0 },
      { ms: 5, seq: 1 },
    ]);
    expect(ids.take(1, { ms: 0, seq: 0 }, 5)).toEqual([{ ms: 5, seq: 2 }]);
    expect(ids.take(2, { ms: 8, seq: 4 }, 5)).toEqual([
      { ms: 8, seq: 5 },
      { ms: 8, seq: 6 },
    ]);
    expect(ids.take(0, { ms: 9, seq: 0 }, 9)).toEqual([]);
  });
});

describe('a version', () => {
  it('is twelve characters that never come again', () => {
    const tokens = Array.from({ length: 1000 }, newVersionToken);
    expect(new Set(tokens).size).toBe(1000);
    expect(tokens.filter(token => !/^[\w-]+$/.test(token) || token.length !== TOKEN_LENGTH)).toEqual([]);
  });

  it('is kept for a commit that failed, until it has been made', async () => {
    const tokens = new CommitTokens();
    const commit = { expected: undefined, record: '' };
    const used: string[] = [];
    const run = (fails: boolean) =>
      tokens.use(commit, async token => {
        used.push(token);
        if (fails) throw new Error('gone');
        return token;
      });
    await expect(run(true)).rejects.toThrow('gone');
    await run(false);
    await run(false);
    expect(used[1]).toBe(used[0]);
    expect(used[2]).not.toBe(used[0]);
    const other = await tokens.use({ ...commit }, async token => token);
    expect(used).not.toContain(other);
  });
});

describe('an answer in time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is what the work gives, and no timer is left behind it', async () => {
    await expect(answerInTime(async () => 'done')).resolves.toBe('done');
    expect(vi.getTimerCount()).toBe(0);
    await expect(answerInTime(() => Promise.reject(new Error('OOM command not allowed')))).rejects.toThrow(
      new StoreUnavailable('OOM'),
    );
    expect(vi.getTimerCount()).toBe(0);
    const own = new StoreUnavailable('busy');
    await expect(answerInTime(() => Promise.reject(own))).rejects.toBe(own);
  });

  it('is that there is none after less than two seconds', async () => {
    const late = answerInTime(() => new Promise<never>(() => undefined));
    const refused = expect(late).rejects.toThrow(new StoreUnavailable('timeout'));
    await vi.advanceTimersByTimeAsync(1_799);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
  });

  it('keeps the cause of what failed', async () => {
    const cause = new Error('READONLY replica');
    await expect(answerInTime(() => Promise.reject(cause))).rejects.toMatchObject({ cause });
  });
});

describe('room on the disk', () => {
  it('is there or not by what is kept free, and what frees some may use most of that', () => {
    expect(() => createDiskRoom('/', 1).check('adding')).not.toThrow();
    const none = createDiskRoom('/', Number.MAX_SAFE_INTEGER);
    for (const what of ['adding', 'freeing'] as const)
      expect(() => none.check(what)).toThrow(new StoreUnavailable('ENOSPC'));
  });

  it('that is gone is told once, and again only after there was some', () => {
    const told: string[] = [];
    const full: { is: boolean; error: Error } = { is: true, error: new StoreUnavailable('ENOSPC') };
    const room = telling(
      {
        check: () => {
          if (full.is) throw full.error;
        },
      },
      (problem, detail) => told.push(`${problem} ${detail}`),
    );
    const adding = () => expect(() => room.check('adding')).toThrow(full.error);
    adding();
    adding();
    expect(told).toEqual(['disk-full ENOSPC']);
    full.is = false;
    // What frees room says nothing of whether there is enough to add again.
    room.check('freeing');
    full.is = true;
    adding();
    expect(told).toHaveLength(1);
    full.is = false;
    room.check('adding');
    full.is = true;
    adding();
    expect(told).toHaveLength(2);
    full.is = false;
    room.check('adding');
    Object.assign(full, { is: true, error: new Error('the folder is gone') });
    adding();
    expect(told).toHaveLength(2);
  });
});

describe('who listens to a log', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watching() {
    const state = new Map<string, string>();
    const watch = new LogWatch(name => state.get(name));
    const heard: string[] = [];
    const listen = (name: string, as = name) => watch.listen(name, news => heard.push(`${as} ${news.by}`));
    const settled = async () => {
      await Promise.resolve();
      return heard.splice(0);
    };
    return { state, watch, listen, settled };
  }

  it('hears what is committed here at once, each by themselves, and nothing of other logs', async () => {
    const { watch, listen, settled } = watching();
    listen('a', 'one');
    listen('a', 'two');
    listen('b');
    watch.wake('a', { by: 'perhaps-another' });
    watch.wake('c', { by: 'perhaps-another' });
    expect(await settled()).toEqual(['one perhaps-another', 'two perhaps-another']);
    watch.close();
  });

  it('hears what another process commits when it is looked for, once', async () => {
    const { state, watch, listen, settled } = watching();
    listen('a');
    vi.advanceTimersByTime(250);
    expect(await settled()).toEqual([]);
    state.set('a', 'more');
    vi.advanceTimersByTime(249);
    expect(await settled()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(await settled()).toEqual(['a perhaps-another']);
    vi.advanceTimersByTime(500);
    expect(await settled()).toEqual([]);
    // What was told of here is not told of again.
    state.set('a', 'still more');
    watch.wake('a', { by: 'perhaps-another' });
    await settled();
    vi.advanceTimersByTime(250);
    expect(await settled()).toEqual([]);
    watch.close();
  });

  it('hears nothing of what was committed while nobody listened', async () => {
    const { state, watch, listen, settled } = watching();
    listen('a')();
    state.set('a', 'more');
    listen('a');
    vi.advanceTimersByTime(250);
    expect(await settled()).toEqual([]);
    watch.close();
  });

  it('hears nothing after leaving, and nobody does after the end', async () => {
    const { state, watch, listen, settled } = watching();
    const leave = listen('a', 'one');
    listen('a', 'two');
    leave();
    state.set('a', 'more');
    vi.advanceTimersByTime(250);
    expect(await settled()).toEqual(['two perhaps-another']);
    watch.close();
    expect(vi.getTimerCount()).toBe(0);
    state.set('a', 'still more');
    watch.wake('a', { by: 'perhaps-another' });
    expect(await settled()).toEqual([]);
  });
});

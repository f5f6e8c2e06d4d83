/** Lines of the log as they are packed: read as long as any of them is kept. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LINE_DICTIONARY } from '../../src/turns/line-dictionary.ts';
import { readLine, writeLine } from '../../src/turns/log-line.ts';
import { packed, unpacked } from '../../src/turns/packed-line.ts';
import type { LogLine } from '../../src/turns/turns.ts';

const QUESTION = {
  kind: 'question',
  step: 'need',
  nonce: '2',
  progress: { answered: 0, total: 13, position: 1 },
  values: {},
  dialog: 'quick-check',
  version: '2.1.1',
} as const;
const line: LogLine = {
  id: 'ufxrKyTTH8',
  at: 1795885435875,
  heard: {
    type: 'message',
    text: 'Ei vielä, mutta "ensi vuonna"\n😀',
    from: 'dl_jUqx5xA66ptJJZ8apqyJXXayNvF-JmeG',
  },
  locale: 'fi',
  said: [QUESTION],
};
/** As it was written on 28 November 2026, packed, and as it was the day before. */
const KEPT =
  'a:w0xPpWkVRd6VISEeFoikZWphYWpibGphboovkUF7bK6ZCmWZqTmHl+go5JaWlCQqxCil5hVnKpSV5uflJcYoxeR9mD+jQQk59rNCCytMKxzNzApKvLyiLBILCiu9IiISK/3K3HS9clPdlQgmj0GVSQE=';
const AS_IT_WAS = `{"schema":2,${JSON.stringify(line).slice(1)}`;

describe('a line of the log', () => {
  it('is packed when it is long, on one line of plain letters, and reads back as it was', () => {
    const written = writeLine(line);
    expect(written).toMatch(/^a:[A-Za-z0-9+/=]+$/);
    expect(written.length).toBeLessThan(AS_IT_WAS.length * 0.6);
    expect(readLine(written)).toEqual(line);
  });

  it('is kept as it is when it is short', () => {
    expect(packed('{"schema":2}')).toBe('{"schema":2}');
  });

  it.each([
    ['packed', KEPT],
    ['as it is', AS_IT_WAS],
  ])('is read as it was kept once, %s', (_, kept) => {
    expect(readLine(kept)).toEqual(line);
  });

  it('is packed with words that never change: another dictionary gets another letter', () => {
    const hash = createHash('sha256').update(LINE_DICTIONARY).digest('hex');
    expect(hash).toBe('b90d9cdde881442d797f000929196bc000310fb94b84aa74c05224c16df8d585');
  });

  it.each(['a:', 'a:AAAA', `${KEPT.slice(0, -9)}`, `b${KEPT.slice(1)}`, 'x', ''])('is none in %j', kept => {
    expect(unpacked(kept)).toBeUndefined();
    expect(readLine(kept)).toBeUndefined();
  });

  it('is not unpacked past what a line can be', () => {
    expect(unpacked(packed(`{${' '.repeat(5_000_000)}`))).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/port.ts';
import { problemDetail } from '../../src/store/problem.ts';

it.each([
  [Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6379'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [Object.assign(new Error('OOM command not allowed'), { code: 7 }), 'OOM'],
  [new Error("READONLY You can't write against a read only replica."), 'READONLY'],
  [new Error('MDB_PANIC: Update of meta page failed'), 'MDB_PANIC'],
  [new TypeError('Invalid URL redis://u:secret@a'), 'TypeError'],
  [new StoreUnavailable('timeout'), 'StoreUnavailable'],
  ['secret', 'unknown'],
])('of %s no more than a code is told: %s', (error, code) => {
  expect(problemDetail(error)).toBe(code);
});

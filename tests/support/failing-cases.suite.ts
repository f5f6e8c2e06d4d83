/** Tests that fail in every way there is, for fault-table-reporter.test.ts; not tests of their own. */
import { beforeAll, describe, expect, it } from 'vitest';

it('passes', () => undefined);

it('sees something else', () => {
  expect(['kept', 'lost']).toEqual(['kept', 'kept']);
});

it('throws', () => {
  throw new Error('the second process never began', { cause: new TypeError('no such port') });
});

it('hangs', () => new Promise(() => undefined), 50);

describe('without its server', () => {
  beforeAll(() => {
    throw new Error('redis-server ended with 1');
  });
  it('cannot begin', () => undefined);
});

it('leaves a promise alone', () => {
  void Promise.reject(new Error('nobody waited for this'));
});

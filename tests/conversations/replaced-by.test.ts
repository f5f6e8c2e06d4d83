import { expect, test } from 'vitest';
import { type Reply, replacedBy } from '../../src/conversation/reply.ts';

const read = (json: object): Reply => JSON.parse(JSON.stringify(json));

test.each([
  ['an answered question', { kind: 'answered', replaces: '5f' }, '5f'],
  ['a line of a workbook card', { kind: 'workbook-noted', replaces: '5f' }, '5f'],
  ['a question drawn anew in its place', { kind: 'question', nonce: '5f', replaces: '5f' }, '5f'],
  ['an answered question of an old log', { kind: 'answered', nonce: '5f' }, '5f'],
  ['a line of a workbook card of an old log', { kind: 'workbook-noted', nonce: '5f' }, '5f'],
  ['a question', { kind: 'question', nonce: '5f' }, undefined],
  ['a line that stands for itself', { kind: 'workbook-noted' }, undefined],
])('%s', (_, reply, nonce) => {
  expect(replacedBy(read(reply))).toBe(nonce);
});

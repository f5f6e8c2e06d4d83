import { expect, test } from 'vitest';
import { replacedBy } from '../../src/conversation/reply.ts';
import { readReply } from '../../src/turns/stored-reply.ts';

const ref = { dialog: 'quick-check', version: '1.0.0' };
const progress = { answered: 1, total: 13, position: 1 };
const answered = {
  kind: 'answered',
  step: 'need',
  progress,
  values: { need: 'yes' },
  skipped: false,
  ...ref,
};

test.each([
  ['an answered question', { ...answered, replaces: '5f' }, '5f'],
  ['an answered question of an old log', { ...answered, nonce: '5f' }, '5f'],
  ['a question', { kind: 'question', step: 'need', nonce: '5f', progress, values: {}, ...ref }, undefined],
  ['what was said of items', { kind: 'noted', entries: [], names: {}, ...ref }, undefined],
])('%s', (_, kept, nonce) => {
  const reply = readReply(JSON.parse(JSON.stringify(kept)));
  if (!reply) throw new Error('no reply');
  expect(replacedBy(reply)).toBe(nonce);
});

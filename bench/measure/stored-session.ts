/** A session as our server stores it, written by our server's own code. */
import { conversationKeys } from '../../src/store/redis/keys.ts';
import { NOTHING_DUE } from '../../src/store/redis/scripts.ts';
import { newVersionToken } from '../../src/store/version-token.ts';
import { fingerprint } from '../../src/turns/fingerprint.ts';
import { writeRecord } from '../../src/turns/record.ts';

const STEPS = [
  'need',
  'started',
  'plan',
  'leadership',
  'money',
  'work-time',
  'market-services',
  'resident-use',
];
const RECORD = writeRecord({
  session: {
    locale: 'fi',
    serial: 9,
    misses: 0,
    pending: { kind: 'step', step: 'usage-rate', nonce: '9' },
    active: 'quick-check',
    runs: {
      'quick-check': {
        dialog: 'quick-check',
        version: '1.0.0',
        startedAt: 1_795_000_000_000,
        stage: 'asking',
        answers: Object.fromEntries(STEPS.map(step => [step, 'partly'])),
        passed: [],
        reasons: {},
        notes: {},
        colleague: [],
      },
    },
  },
  applied: Array.from({ length: 10 }, (_, index) => fingerprint(`delivery-${index}`)).join(''),
  replies: [],
});

export function quickCheckUnderWay(conversation: string): { key: string; value: string } {
  const { record } = conversationKeys('pb', { channel: 'webchat', conversation });
  return { key: record, value: newVersionToken() + NOTHING_DUE + RECORD };
}

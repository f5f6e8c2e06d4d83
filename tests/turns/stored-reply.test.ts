/** Replies that an earlier version wrote. */
import { describe, expect, it } from 'vitest';
import { readReply } from '../../src/turns/stored-reply.ts';

const ref = { dialog: 'quick-check', version: '1.0.0' };
const progress = { answered: 1, total: 13, position: 1 };
const scored = {
  ...ref,
  stair: { low: 0, high: 1 },
  coverage: 0.9,
  provisional: false,
  progress: 0.5,
  holding: ['plan'],
  smallestLift: ['plan'],
  notApplicable: [],
  actions: ['roadmap'],
};
const { actions, dialog, version, ...standing } = scored;
const outcome = {
  dialog,
  version,
  sections: [
    { kind: 'standing', ...standing, of: 4, provisionalBelow: 0.5 },
    { kind: 'actions', ids: actions },
  ],
};
const answered = {
  kind: 'answered',
  ...ref,
  step: 'need',
  progress,
  values: { need: 'yes' },
  skipped: false,
};

describe('a reply of an earlier version', () => {
  it.each([
    ['a greeting', { kind: 'greeting', returning: true }, { kind: 'greeting', returning: true }],
    [
      'a greeting with a workbook begun',
      { kind: 'greeting', returning: true, workbook: 'begun' },
      { kind: 'greeting', returning: true, begun: ['workbook'] },
    ],
    [
      'a reminder of a workbook begun',
      { kind: 'reminder', about: 'unfinished', workbook: 'begun' },
      { kind: 'reminder', about: 'unfinished', begun: ['workbook'] },
    ],
    [
      'help',
      { kind: 'help', commands: ['start', 'workbook', 'help'] },
      { kind: 'help', commands: ['start', 'help'] },
    ],
    ['the oldest answered question', { ...answered, nonce: '5f' }, { ...answered, replaces: '5f' }],
    ['an answered question', { ...answered, replaces: '5f' }, { ...answered, replaces: '5f' }],
    [
      'a reading asked about',
      { kind: 'did-you-mean', ...ref, step: 'need', input: 'need', nonce: '6', value: 'partly' },
      { kind: 'did-you-mean', ...ref, nonce: '6', entries: [{ key: 'need', value: 'partly' }], names: {} },
    ],
    [
      'the next input of a form',
      {
        kind: 'input-asked',
        ...ref,
        step: 'phases',
        input: 'phase-handling',
        nonce: '6',
        noted: { input: 'phase-initiation', value: 'full' },
      },
      {
        kind: 'input-asked',
        ...ref,
        step: 'phases',
        input: 'phase-handling',
        nonce: '6',
        values: {},
        noted: { key: 'phase-initiation', value: 'full' },
      },
    ],
    [
      'a command offered',
      { kind: 'command-suggested', name: 'workbook', nonce: '6' },
      { kind: 'command-suggested', name: 'start', dialog: 'workbook', nonce: '6' },
    ],
    [
      'an explanation',
      { kind: 'explanation', ...ref, step: 'need' },
      { kind: 'explanation', ...ref, step: 'need', names: {} },
    ],
    [
      'a result',
      { kind: 'result', ...ref, result: scored, answers: { need: 'yes' }, reasons: {} },
      { kind: 'result', ...ref, outcome, answers: { need: 'yes' }, reasons: {} },
    ],
    [
      'a result shown to others',
      { kind: 'result-shared', ...ref, result: scored },
      { kind: 'result-shared', ...ref, outcome },
    ],
  ])('is read as one of today: %s', (_, kept, now) => {
    expect(readReply(kept)).toEqual(now);
  });

  it.each([
    [{ kind: 'workbook-areas', ...ref }],
    [{ kind: '__proto__' }],
    [{ kind: 'toString' }],
    [null],
    ['x'],
  ])('is none where there is no such reply any more: %j', kept => {
    expect(readReply(kept)).toBeUndefined();
  });
});

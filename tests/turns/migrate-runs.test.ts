/** Sessions of the time when the quick check and the workbook were remembered in two shapes. */
import { describe, expect, it } from 'vitest';
import { takeTurn } from '../../src/conversation/turn.ts';
import { readRecord } from '../../src/turns/record.ts';
import { realContext } from '../support/real-context.ts';

const frame = { locale: 'fi', serial: 9, misses: 0 };

const run = {
  dialog: 'quick-check',
  version: '1.0.0',
  startedAt: 5,
  stage: 'asking',
  answers: { need: 'yes', 'usage-rate': 81.5, 'phase-invoicing': 'na' },
  skipped: ['started'],
  reasons: { 'phase-invoicing': 'ei ole' },
  notes: { plan: 'kysy' },
  colleague: ['money'],
  visiting: 'plan',
};

const workbook = {
  version: '1.0.0',
  startedAt: 6,
  areas: ['education', 'work'],
  target: { services: 40, savings: 100_000 },
  answers: {
    work: {
      services: {
        'job-matching': {
          status: 'inuse',
          phases: { application: 'full', invoicing: 'na' },
          usageRate: 'unknown',
          cases: 1000,
          benefit: { hourlyPrice: 40, yearlyCost: 1000, minutesSaved: { handling: 5 }, oneOffCost: 5000 },
        },
        'startup-grants': { status: 'none', benefit: { minutesSaved: 15 } },
      },
      own: [{ id: 'own-1', name: 'Satama', status: 'inuse', usageRate: 70 }],
    },
  },
  passed: [
    'areas',
    'services:work:1',
    'service:work:job-matching',
    'own:work',
    'area:work',
    'target',
    'gone:x',
  ],
  visiting: 'benefit:work:job-matching',
};

function sessionOf(session: object) {
  const read = readRecord(JSON.stringify({ schema: 3, session: { ...frame, ...session }, applied: '' }));
  if (read.kind !== 'read') throw new Error(read.kind);
  return read.record.session;
}

describe('the runs of an earlier session', () => {
  it('are none where nothing had been begun', () => {
    expect(sessionOf({})).toEqual({ ...frame, runs: {} });
  });

  it('keep the quick check as it was, in hand', () => {
    const { skipped, ...same } = run;
    const now = sessionOf({ run, pending: { kind: 'step', step: 'plan', nonce: '9' } });
    expect(now).toEqual({
      ...frame,
      active: 'quick-check',
      pending: { kind: 'step', step: 'plan', nonce: '9' },
      runs: { 'quick-check': { ...same, passed: skipped } },
    });
  });

  it('keep every answer of the workbook under its key', () => {
    const { runs, active } = sessionOf({ run, workbook, active: 'workbook' });
    expect(active).toBe('workbook');
    expect(Object.keys(runs)).toEqual(['quick-check', 'workbook']);
    expect(runs.workbook).toEqual({
      dialog: 'workbook',
      version: '1.0.0',
      startedAt: 6,
      stage: 'asking',
      answers: {
        areas: ['education', 'work'],
        'target-services': 40,
        'target-savings': 100_000,
        'work.job-matching.status': 'inuse',
        'work.job-matching.application': 'full',
        'work.job-matching.invoicing': 'na',
        'work.job-matching.usage-rate': 'unknown',
        'work.job-matching.cases': 1000,
        'work.job-matching.hourly-price': 40,
        'work.job-matching.yearly-cost': 1000,
        'work.job-matching.minutes-handling': 5,
        'work.job-matching.one-off-cost': 5000,
        'work.startup-grants.status': 'none',
        'work.startup-grants.minutes-saved': 15,
        'work.own-1.name': 'Satama',
        'work.own-1.status': 'inuse',
        'work.own-1.usage-rate': 70,
      },
      passed: [
        'areas',
        'work.statuses.1',
        'work.job-matching.details',
        'work.statuses.own',
        'work.figures',
        'target',
      ],
      reasons: {},
      notes: {},
      colleague: [],
      visiting: 'work.job-matching.benefit',
    });
  });

  it('are finished where the whole result had been shown', () => {
    expect(sessionOf({ workbook: { ...workbook, shown: true } }).runs.workbook?.stage).toBe('finished');
  });

  it('leave the workbook beside where the quick check was in hand', () => {
    expect(sessionOf({ run, workbook }).active).toBe('quick-check');
  });
});

describe('what was open in an earlier session', () => {
  const beneath = { kind: 'workbook', place: 'service:work:job-matching', nonce: '8' };
  const card = { kind: 'step', step: 'work.job-matching.details', nonce: '8' };

  it.each([
    [beneath, card],
    [
      { kind: 'command', name: 'workbook', nonce: '9', beneath },
      { kind: 'command', name: 'start', dialog: 'workbook', nonce: '9', beneath: card },
    ],
    [
      { kind: 'confirm', what: 'erase', nonce: '9', beneath },
      { kind: 'confirm', what: 'erase', nonce: '9', beneath: card },
    ],
    [
      { kind: 'keep-note', step: 'need', nonce: '9', note: 'x' },
      { kind: 'keep-note', step: 'need', nonce: '9', note: 'x' },
    ],
    [
      { kind: 'reason', step: 'need', nonce: '9' },
      { kind: 'reason', step: 'need', nonce: '9' },
    ],
    [
      { kind: 'note', step: 'need', nonce: '9', beneath: { kind: 'step', step: 'need', nonce: '8' } },
      { kind: 'note', step: 'need', nonce: '9', beneath: { kind: 'step', step: 'need', nonce: '8' } },
    ],
  ])('stays open: %j', (pending, migrated) => {
    expect(sessionOf({ run, workbook, active: 'workbook', pending }).pending).toEqual(migrated);
  });

  it('never writes over a service of their own that is there already', () => {
    const remark = { area: 'work', name: 'Kirjasto', status: 'inuse' };
    const pending = { kind: 'workbook-reading', nonce: '9', remarks: [remark] };
    const session = sessionOf({ workbook, active: 'workbook', pending });
    const yes = { kind: 'press', press: { do: 'confirm', nonce: '9', value: 'yes' } } as const;
    const { answers } = takeTurn({ context: realContext, session, now: 0 }, yes).session.runs.workbook ?? {};
    expect(answers).toMatchObject({ 'work.own-1.name': 'Satama', 'work.own-2.name': 'Kirjasto' });
  });
});

/** Replies in full, on a small instrument: what each bears beside its kind, and what a turn remembers and counts. */
import { describe, expect, it } from 'vitest';
import type { ConversationContext, Turn } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import { newSession, type Run, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { small } from '../assessment/small-instrument.ts';
import { sceneOf } from '../conversation/small-scene.ts';
import { stoodOn } from '../support/content.ts';
import { realContext } from '../support/real-context.ts';

const { context, now } = sceneOf();
const REF = { dialog: 'small', version: '1.0.0' };
const CONTEXT: ConversationContext = {
  ...context,
  offered: ['small'],
  current: dialog => (dialog === 'small' ? small : undefined),
  instrument: (dialog, version) => (dialog === 'small' && version === '1.0.0' ? small : undefined),
};

function turn(input: Input, session: Session, more: Partial<ConversationContext> = {}): Turn {
  return takeTurn({ context: { ...CONTEXT, ...more }, session, now }, input);
}
const press = (data: object, session: Session, more?: Partial<ConversationContext>) =>
  turn({ kind: 'press', press: pressSchema.parse(data) }, session, more);
const command = (name: string, session: Session = newSession('fi'), more?: Partial<ConversationContext>) =>
  press({ do: 'command', name }, session, more);

const runOf = (more: Partial<Run> = {}): Run => ({
  ...{
    ...REF,
    startedAt: 1,
    stage: 'asking',
    answers: {},
    passed: [],
    reasons: {},
    notes: {},
    colleague: [],
  },
  ...more,
});
const inHand = (more: Partial<Run> = {}, session: Partial<Session> = {}): Session => ({
  ...newSession('fi'),
  runs: { small: runOf(more) },
  active: 'small',
  ...session,
});

/** All that is asked of everybody, but for the colour: the kitchen is the usual room. */
const MOST = {
  'rooms-chosen': ['kitchen'],
  'kitchen.pan.status': 'gone',
  'kitchen.pot.status': 'gone',
  'kitchen.lid.status': 'gone',
  'kitchen.care': 'daily',
  share: 'unknown',
} as const;

describe('a question', () => {
  it('bears its place on the way, its nonce, and what was answered on its card', () => {
    const begun = command('start');
    expect(begun.replies).toEqual([
      {
        kind: 'question',
        step: 'rooms-chosen',
        nonce: '1',
        progress: { answered: 0, total: 7, position: 1 },
        values: {},
        ...REF,
      },
    ]);
    expect(begun.session).toEqual({
      ...newSession('fi'),
      serial: 1,
      active: 'small',
      runs: { small: runOf({ startedAt: now }) },
      pending: { kind: 'step', step: 'rooms-chosen', nonce: '1' },
    });
    expect(begun.effects).toEqual([
      { kind: 'count', counter: 'started' },
      { kind: 'count', counter: 'asked', step: 'rooms-chosen' },
    ]);
  });

  it('that is gone to has the answer it has, with the names of what was added', () => {
    const names = { 'kitchen.own-1.name': 'Whisk' };
    const session = inHand({ answers: { ...MOST, ...names } });
    const [question] = press({ do: 'go', to: 'kitchen.care' }, session).replies;
    expect(question).toEqual({
      kind: 'question',
      step: 'kitchen.care',
      nonce: '1',
      progress: { answered: 3, total: 7, position: 4 },
      values: { 'kitchen.care': 'daily', ...names },
      ...REF,
    });
  });

  it('with answers from a register tells the day of each that stands as it came', () => {
    const sources = { 'kitchen.pan.status': '2026-11-01', 'kitchen.care': '2026-11-02' };
    const prefilled = { municipality: '091', day: '2026-11-28', sources, ways: {}, decided: [] };
    const session = inHand({ answers: MOST, prefilled });
    expect(press({ do: 'go', to: 'kitchen.stock.1' }, session).replies[0]).toMatchObject({
      step: 'kitchen.stock.1',
      sources: { 'kitchen.pan.status': '2026-11-01' },
    });
    expect(press({ do: 'go', to: 'share' }, session).replies[0]).not.toHaveProperty('sources');
  });
});

describe('an answer', () => {
  const asked = (more: Partial<Run> = {}) => press({ do: 'go', to: 'colour' }, inHand(more));
  const answered = (value: string, before = asked()) =>
    press({ do: 'answer', step: 'colour', nonce: before.session.pending?.nonce, value }, before.session);

  it('is told, kept, and gone on from', () => {
    const { replies, session } = answered('red', asked({ answers: MOST }));
    expect(replies.map(({ kind }) => kind)).toEqual(['answered', 'question']);
    expect(replies[0]).toMatchObject({ step: 'colour', values: { colour: 'red' }, ...REF });
    expect(session.runs.small?.answers).toEqual({ ...MOST, colour: 'red' });
    expect(session.runs.small?.visiting).toBeUndefined();
  });

  it('opens a branch, and closes it again with what was answered there', () => {
    const passed = ['kitchen.figures'];
    const red = answered('red', asked({ answers: MOST, passed }));
    expect(red.replies[1]).toMatchObject({ kind: 'question', step: 'why' });
    const both = { ...MOST, colour: 'red', why: 'warm' };
    const blue = answered('blue', asked({ answers: both }));
    expect(blue.session.runs.small?.answers).toEqual({ ...MOST, colour: 'blue' });
  });

  it('to an older card is stale: what is open now is shown, and nothing is taken', () => {
    const { session } = asked();
    const old = press({ do: 'answer', step: 'colour', nonce: 'zz', value: 'red' }, session);
    expect(old.replies.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind))).toEqual([
      'stale',
      'question',
    ]);
    expect(old.replies[1]).toMatchObject({ nonce: session.pending?.nonce });
    expect(old.session.runs).toEqual(session.runs);
  });

  it('that is not understood is counted, and the next one that is ends the counting', () => {
    const once = turn({ kind: 'text', text: 'qwer asdf' }, asked().session);
    expect(once.replies).toEqual([{ kind: 'rejected', rejection: { problem: 'not-understood', misses: 1 } }]);
    expect(once.effects).toEqual([{ kind: 'count', counter: 'reprompted', step: 'colour' }]);
    const twice = turn({ kind: 'text', text: 'zxcv' }, once.session);
    expect(twice.session.misses).toBe(2);
    expect(turn({ kind: 'text', text: 'punainen' }, twice.session).session.misses).toBe(0);
  });

  it('with a number out of bounds tells these, in words or on its card', () => {
    const { session } = press({ do: 'go', to: 'share' }, inHand());
    const range = { min: 0, max: 50 };
    expect(turn({ kind: 'text', text: '60' }, session).replies).toContainEqual(
      expect.objectContaining({ kind: 'rejected', rejection: { problem: 'out-of-range', ...range } }),
    );
    expect(turn({ kind: 'text', text: 'qwer asdf' }, session).replies).toEqual([
      { kind: 'rejected', rejection: { problem: 'not-understood', misses: 1, ...range } },
    ]);
  });
});

describe('a card of the workbook', () => {
  const workbook = stoodOn('workbook');
  const about = { dialog: 'workbook', version: workbook.version };
  const answers = { areas: ['work'], 'work.job-matching.status': 'inuse' };
  const session = { ...inHand(), active: 'workbook', runs: { workbook: runOf({ ...about, answers }) } };
  const opened = press({ do: 'go', to: 'work.job-matching.details' }, session, realContext);
  const sent = (data: object) => press(data, opened.session, realContext).replies[0];

  it('that is answered tells how its area grows, and one that is passed tells nothing of it', () => {
    const nonce = opened.session.pending?.nonce;
    const card = { do: 'form', step: 'work.job-matching.details', nonce };
    expect(sent({ ...card, handling: 'full' })).toMatchObject({
      kind: 'answered',
      step: 'work.job-matching.details',
      replaces: nonce,
      skipped: false,
      growing: { amounts: { coverage: { share: 1 } } },
    });
    const passed = sent({ do: 'command', name: 'skip' });
    expect(passed).toMatchObject({ kind: 'answered', step: 'work.job-matching.details', skipped: true });
    for (const told of ['growing', 'line', 'heard']) expect(passed).not.toHaveProperty(told);
  });
});

describe('the summary', () => {
  it('bears every answer with what stands beside it', () => {
    const beside = {
      passed: ['colour'],
      reasons: { share: 'none' },
      notes: { share: 'ask again' },
      colleague: ['share'],
      by: { share: 'clerk' },
    };
    const { replies, session } = command('summary', inHand({ answers: MOST, ...beside }, { misses: 2 }));
    expect(replies).toEqual([
      {
        kind: 'summary',
        progress: { answered: 5, total: 7, position: 7 },
        answers: MOST,
        skipped: ['colour'],
        reasons: beside.reasons,
        notes: beside.notes,
        colleague: ['share'],
        by: beside.by,
        ...REF,
      },
    ]);
    expect(session).toMatchObject({ misses: 0, runs: { small: { stage: 'reviewing' } } });
    expect(session.pending).toBeUndefined();
    const { by: _, ...plain } = beside;
    expect(command('summary', inHand({ answers: MOST, ...plain })).replies[0]).not.toHaveProperty('by');
  });
});

describe('the result', () => {
  it('bears the answers, what is open, and is counted once', () => {
    const first = command('finish', inHand({ answers: MOST }));
    expect(first.replies).toMatchObject([
      { kind: 'result', answers: MOST, reasons: {}, open: true, outcome: { ...REF }, ...REF },
    ]);
    expect(first.effects).toEqual([{ kind: 'count', counter: 'finished' }]);
    expect(command('finish', first.session).effects).toEqual([]);
    const whole = { ...MOST, colour: 'blue', place: '091' };
    const done = command('finish', inHand({ answers: whole, passed: ['town', 'kitchen.figures'] }));
    expect(done.replies[0]).not.toHaveProperty('open');
    expect(done.replies[0]).not.toHaveProperty('sourced');
  });

  it('says how many answers came from a register, day by day', () => {
    const sources = { 'kitchen.pan.status': '2026-11-01', 'kitchen.care': '2026-11-01', share: '2026-11-02' };
    const prefilled = { municipality: '091', day: '2026-11-28', sources, ways: {}, decided: [] };
    expect(command('finish', inHand({ answers: MOST, prefilled })).replies[0]).toMatchObject({
      sourced: { '2026-11-01': 2, '2026-11-02': 1 },
    });
  });
});

describe('where somebody is', () => {
  it('is told with how far each room is', () => {
    const rooms = { ...MOST, 'rooms-chosen': ['kitchen', 'own-1'], 'own-1.name': 'Attic' };
    expect(command('status', inHand({ answers: rooms })).replies).toEqual([
      {
        kind: 'status',
        progress: { answered: 4, total: 10, position: 3 },
        items: [
          { list: 'rooms', item: 'kitchen', done: 2, total: 3 },
          { list: 'rooms', item: 'own-1', name: 'Attic', done: 0, total: 3 },
        ],
        ...REF,
      },
    ]);
  });

  it('is told to whoever comes back, with what is open and what was begun beside it', () => {
    const other = { ...runOf(), dialog: 'other' };
    const session = inHand(
      { answers: MOST, passed: ['colour'], colleague: ['share'], stage: 'reviewing' },
      { last: { ...REF, at: 5, low: 1, high: 2 } },
    );
    const back = turn({ kind: 'joined' }, { ...session, runs: { ...session.runs, other } });
    expect(back.replies[0]).toEqual({
      kind: 'greeting',
      returning: true,
      begun: ['other'],
      last: { ...REF, at: 5, stair: { low: 1, high: 2 } },
      open: {
        ...REF,
        progress: { answered: 5, total: 7, position: 7 },
        colleague: ['share'],
        skipped: ['colour'],
        unanswered: ['town'],
        names: {},
      },
    });
    const first = turn({ kind: 'joined', locale: 'sv' }, newSession('fi'));
    expect(first.replies).toEqual([{ kind: 'greeting', returning: false }]);
    expect(first.session.locale).toBe('sv');
  });
});

describe('what can be asked for', () => {
  const offered = (session: Partial<Session>, more: Partial<ConversationContext>) => {
    const [help] = command('help', { ...newSession('fi'), ...session }, more).replies;
    return help?.kind === 'help' ? help.commands : [];
  };
  const keys = { key: 'k', seed: 's' };

  it('hangs on the place and on what the server keeps', () => {
    const bare = offered({}, {});
    expect(bare).toEqual(expect.arrayContaining(['start', 'help', 'erase', 'workshop']));
    const missing = ['remind', 'share', 'unshare', 'invite', 'keep', 'kept', 'forget', 'compare', 'prefill'];
    expect(bare.filter(name => missing.includes(name))).toEqual([]);
    expect(offered({ place: 'personal' }, {})).toEqual(
      expect.arrayContaining(['remind', 'remind-off', 'share']),
    );
    const linked = offered({}, { link: () => keys });
    expect(linked).toEqual(expect.arrayContaining(['share', 'unshare', 'invite']));
    expect(linked).not.toContain('remind');
    expect(offered({}, { resume: () => keys })).toEqual(
      expect.arrayContaining(['keep', 'kept', 'forget', 'compare', 'uncompare']),
    );
  });

  it.each([
    ['contact', 'contact', [{ kind: 'count', counter: 'contact' }]],
    ['human', 'human', []],
    ['about', 'about', []],
    ['language', 'language', []],
    ['transcript', 'files', []],
    ['export', 'files', []],
  ])('%s is answered before anything was begun', (name, kind, effects) => {
    const said = command(name);
    expect([said.replies.map(reply => reply.kind), said.effects]).toEqual([[kind], effects]);
  });

  it.each(['back', 'status', 'summary', 'finish', 'pause', 'restart', 'skip', 'note'])(
    '%s needs something that was begun',
    name => {
      expect(command(name).replies).toEqual([{ kind: 'notice', notice: 'nothing-started' }]);
    },
  );

  it('start says that it is open already; typed for, the question comes below', () => {
    const { session } = command('start');
    const pressed = command('start', session);
    expect(pressed.replies).toMatchObject([{ notice: 'already-open' }, { kind: 'question', nonce: '1' }]);
    const typed = turn({ kind: 'text', text: 'aloita' }, session);
    expect(typed.replies).toMatchObject([{ notice: 'already-open' }, { kind: 'question', nonce: '2' }]);
    const none = command('start', newSession('fi'), { offered: [] });
    expect(none.replies).toEqual([{ kind: 'notice', notice: 'unavailable-here' }]);
  });

  it('a break changes nothing', () => {
    const { session } = command('start');
    const paused = command('pause', session);
    expect([paused.session, paused.replies]).toEqual([session, [{ kind: 'notice', notice: 'paused' }]]);
    const on = command('resume', paused.session);
    expect(on.replies).toMatchObject([{ kind: 'question', step: 'rooms-chosen' }]);
  });

  it('another language is spoken at once, and the question asked in it', () => {
    const swedish = press({ do: 'locale', value: 'sv' }, command('start').session);
    expect(swedish.replies).toMatchObject([{ notice: 'language-changed' }, { kind: 'question', nonce: '1' }]);
    expect(swedish.session.locale).toBe('sv');
    const fresh = press({ do: 'locale', value: 'en' }, newSession('fi'));
    expect(fresh.replies).toEqual([
      { kind: 'notice', notice: 'language-changed' },
      { kind: 'greeting', returning: false },
    ]);
  });

  it('what the result was worth is counted', () => {
    for (const value of ['up', 'down'] as const) {
      const thanked = press({ do: 'feedback', value }, inHand({ stage: 'finished' }));
      expect(thanked.replies).toEqual([{ kind: 'notice', notice: 'feedback-thanks' }]);
      expect(thanked.effects).toEqual([{ kind: 'count', counter: `feedback-${value}` }]);
    }
  });
});

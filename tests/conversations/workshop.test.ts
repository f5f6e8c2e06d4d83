/** A workshop as one conversation sees it: what is asked of the store, and what is said of its answers. */
import { describe, expect, it } from 'vitest';
import type { ConversationContext, Turn } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import type { Seat, Workshop, WorkshopAnswer, WorkshopCall } from '../../src/conversation/workshop.ts';
import { stoodOn } from '../support/content.ts';
import { realContext } from '../support/real-context.ts';

const ID = 'w'.repeat(22);
const CODE = 'GEGJ-4242';
const { version } = stoodOn('quick-check');
const JUDGED = { dialog: 'quick-check', version, at: [] };
const SEAT: Seat = { id: ID, code: CODE, judged: JUDGED };
const LED: Seat = { ...SEAT, host: true, secret: 's' };

const workshop = (more: Partial<Workshop> = {}): Workshop => ({
  id: ID,
  code: CODE,
  judged: JUDGED,
  phase: 'open',
  holder: 'anybody',
  answered: 4,
  waiting: 0,
  published: {},
  agreed: {},
  ...more,
});
const CONSENSUS = {
  workshop: ID,
  members: 4,
  answers: [
    { key: 'need', value: 'yes' },
    { key: 'plan', value: 'nothing of the kind' },
  ],
  parted: [],
};
const LOCKED = workshop({ phase: 'locked', consensus: CONSENSUS });
const SPREAD = { need: { at: 1, n: 4, counts: { yes: 3, no: 1 } } };

interface Said {
  readonly seat?: Seat | undefined;
  readonly session?: Partial<Session>;
  /** What the store answers, or nothing yet. */
  readonly answer?: WorkshopAnswer;
  readonly by?: string;
  readonly context?: Partial<ConversationContext>;
  /** Where no workshop can be kept. */
  readonly store?: 'none';
}

const is = (one: Workshop, secret?: string): WorkshopAnswer => ({
  kind: 'workshop',
  workshop: one,
  ...(secret !== undefined && { secret }),
});

function turn(
  input: Input,
  { seat, session, answer, by, context, store }: Said,
): Turn & { calls: WorkshopCall[] } {
  const calls: WorkshopCall[] = [];
  const asked = (call: WorkshopCall) => {
    calls.push(call);
    return answer;
  };
  const scene = {
    context: { ...realContext, ...(store !== 'none' && { workshop: asked }), ...context },
    session: { ...newSession('fi'), ...(seat && { workshop: seat }), ...session },
    now: 7,
    ...(by !== undefined && { by }),
  };
  return { ...takeTurn(scene, input), calls };
}
const press = (act: string, said: Said, more: object = {}) =>
  turn({ kind: 'press', press: pressSchema.parse({ do: 'workshop', act, ...more }) }, said);
const command = (said: Said) =>
  turn({ kind: 'press', press: pressSchema.parse({ do: 'command', name: 'workshop' }) }, said);
const kinds = ({ replies }: Turn) =>
  replies.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind));
const first = <Kind extends Reply['kind']>({ replies }: Turn, kind: Kind) =>
  replies.find((reply): reply is Extract<Reply, { kind: Kind }> => reply.kind === kind);

describe('what a workshop is begun on', () => {
  it('is chosen from the parts of all instruments', () => {
    const choice = first(command({}), 'workshop-choice');
    const named = choice?.parts.map(({ dialog, at }) => [dialog, ...at.map(({ item }) => item)].join('/'));
    expect(named).toContain('quick-check');
    expect(named).toContain('workbook/work');
    expect(named).not.toContain('resident-survey');
    expect(choice).not.toHaveProperty('value');
  });

  it('has the part in hand proposed', () => {
    const run = { dialog: 'quick-check', version, startedAt: 1, stage: 'asking' as const };
    const told = { answers: {}, passed: [], reasons: {}, notes: {}, colleague: [] };
    const session = { runs: { 'quick-check': { ...run, ...told } }, active: 'quick-check' };
    expect(first(command({ session }), 'workshop-choice')?.value).toBe('quick-check/all');
    const areas = { ...told, answers: { areas: ['work'] } };
    const workbook = { ...run, dialog: 'workbook', version: stoodOn('workbook').version, ...areas };
    const within = { runs: { workbook }, active: 'workbook' };
    expect(first(command({ session: within }), 'workshop-choice')?.value).toBe('workbook/work');
  });

  it('is nothing where no instrument can be judged together', () => {
    expect(kinds(command({ context: { offered: [] } }))).toEqual(['unavailable-here']);
    expect(kinds(press('start', {}))).toEqual(['workshop-choice']);
    expect(kinds(press('start', {}, { what: 'quick-check/none' }))).toEqual(['unavailable-here']);
  });

  it('is begun in the store first', () => {
    const asked = press('start', {}, { what: 'quick-check/all' });
    expect(asked.effects).toEqual([{ kind: 'workshop', call: { do: 'open', judged: JUDGED } }]);
    expect(asked.replies).toEqual([]);
    const none = press('start', { store: 'none' }, { what: 'quick-check/all' });
    expect(kinds(none)).toEqual(['unavailable-here']);
  });

  it('is led from here with its secret, and in a group the ballot comes at once', () => {
    const begun = press('start', { answer: is(workshop({ answered: 0 }), 's') }, { what: 'quick-check/all' });
    expect(begun.session.workshop).toEqual({ ...SEAT, host: true, secret: 's' });
    expect(begun.session.workshop).not.toHaveProperty('by');
    expect(begun.replies).toEqual([{ kind: 'workshop-led', ...SEAT, secret: 's', answered: 0 }]);
    expect(begun.effects).toEqual([{ kind: 'count', counter: 'workshop' }]);
    const said = { answer: is(workshop(), 's'), session: { place: 'group' as const }, by: 'anna' };
    const group = press('start', said, { what: 'quick-check/all' });
    expect(group.session.workshop).toMatchObject({ by: 'anna', secret: 's' });
    expect(group.replies).toEqual([
      { kind: 'workshop-led', ...SEAT, shared: true, answered: 4 },
      { kind: 'workshop-ballot', ...SEAT, shared: true },
    ]);
  });
});

describe('a workshop is joined by its code', () => {
  const join = (said: Said) => turn({ kind: 'text', text: CODE }, said);

  it('and its ballot is shown; how it was answered stays in the store', () => {
    expect(join({}).effects).toEqual([{ kind: 'workshop', call: { do: 'join', code: CODE } }]);
    const joined = join({ answer: is(workshop()) });
    expect(joined.session.workshop).toEqual(SEAT);
    expect(joined.replies).toEqual([{ kind: 'workshop-ballot', ...SEAT }]);
  });

  it.each<[what: string, said: Said, replies: readonly string[]]>([
    ['that is unknown', { answer: { kind: 'unknown' } }, ['workshop-unknown']],
    ['that is over', { answer: { kind: 'over' } }, ['workshop-over']],
    ['tried too often', { answer: { kind: 'too-many-tries' } }, ['workshop-tries']],
    ['of what is closed', { answer: is(workshop({ phase: 'closed' })) }, ['workshop-closed']],
    ['of what the group has agreed on', { answer: is(LOCKED) }, ['result-shared']],
    [
      'while another is led',
      { seat: { ...LED, code: 'other' }, answer: is(workshop()) },
      ['workshop-leading'],
    ],
    ['before a group', { session: { place: 'group' }, answer: is(workshop()) }, ['workshop-alone']],
    ['that is no answer to joining', { answer: { kind: 'taken' } }, ['unavailable-here']],
  ])('%s', (_what, said, replies) => {
    expect(kinds(join(said))).toEqual(replies);
  });

  it('that one is in already: it is looked at', () => {
    const looked = press('join', { seat: SEAT, answer: is(workshop()) }, { what: CODE });
    expect(looked.calls).toEqual([{ do: 'look', id: ID }]);
    expect(kinds(looked)).toEqual(['workshop-ballot']);
  });
});

describe('a word about the workshop', () => {
  it.each<[what: string, said: Said, replies: readonly string[], calls: number]>([
    ['in none', { answer: is(workshop()) }, ['workshop-choice'], 0],
    ['in one', { seat: SEAT, answer: is(workshop()) }, ['workshop-ballot'], 2],
    ['in one that is led', { seat: LED, answer: is(workshop()) }, ['workshop-led'], 2],
    ['in one that is over', { seat: SEAT, answer: is(LOCKED) }, ['workshop-choice'], 1],
    ['in one that is gone', { seat: LED, answer: { kind: 'unknown' } }, ['workshop-choice'], 1],
    [
      'in a group',
      { seat: { ...LED, by: 'anna' }, session: { place: 'group' }, by: 'eero', answer: is(workshop()) },
      ['workshop-led'],
      2,
    ],
    [
      'in a group without the secret',
      { seat: SEAT, session: { place: 'group' }, answer: is(workshop()) },
      ['workshop-ballot'],
      2,
    ],
  ])('%s', (_what, said, replies, calls) => {
    const told = command(said);
    expect(kinds(told)).toEqual(replies);
    expect(told.calls).toHaveLength(calls);
  });
});

describe('a ballot', () => {
  const cast = (fields: object, said: Partial<Said> = {}) =>
    press('cast', { seat: SEAT, answer: { kind: 'taken' }, ...said }, { id: ID, ...fields });

  it('goes to the store with what was answered, and nothing of it stays here', () => {
    const noted = cast({ 'q:need': 'yes', 'q:plan': 'unknown', 'q:money': '', other: 'x' });
    expect(noted.calls).toEqual([{ do: 'cast', id: ID, answers: { need: 'yes', plan: 'unknown' } }]);
    expect(noted.replies).toEqual([{ kind: 'workshop-noted', ...SEAT }]);
    expect(JSON.stringify(noted.session)).not.toContain('"need"');
  });

  it.each<[what: string, fields: object, said: Partial<Said>, replies: readonly string[]]>([
    ['empty', {}, {}, ['workshop-empty']],
    ['with an option that there is not', { 'q:need': 'perhaps' }, {}, ['workshop-empty']],
    ['with a number, which is no opinion', { 'q:usage-rate': '80' }, {}, ['workshop-empty']],
    ['too late', { 'q:need': 'yes' }, { answer: { kind: 'over' } }, ['workshop-over']],
    ['to what is gone', { 'q:need': 'yes' }, { answer: { kind: 'unknown' } }, ['workshop-unknown']],
    ['to another workshop', { 'q:need': 'yes', id: 'v'.repeat(22) }, {}, ['workshop-none']],
    ['in none', { 'q:need': 'yes' }, { seat: undefined }, ['workshop-none']],
    [
      'of an instrument that is gone',
      { 'q:need': 'yes' },
      { context: { instrument: () => undefined } },
      ['workshop-empty'],
    ],
  ])('%s', (_what, fields, said, replies) => {
    expect(kinds(cast(fields, said))).toEqual(replies);
  });
});

describe('who leads', () => {
  const OPEN = is(workshop({ published: SPREAD, waiting: 1 }));

  it.each(['reveal', 'lock', 'close', 'reopen', 'hand-over'])('alone can %s', act => {
    expect(kinds(press(act, { seat: SEAT, answer: OPEN }))).toEqual(['workshop-not-yours']);
    const group = { seat: { ...LED, by: 'anna' }, session: { place: 'group' as const }, by: 'eero' };
    expect(kinds(press(act, { ...group, answer: OPEN }))).toEqual(['workshop-not-yours']);
    const refused = press(act, { seat: LED, answer: { kind: 'not-yours' } });
    expect(kinds(refused)).toEqual(['workshop-not-yours']);
    expect(refused.calls).toMatchObject([{ do: act, id: ID, secret: 's' }]);
  });

  it('sees how many have answered, and what came of it once it is locked', () => {
    const looked = press('look', { seat: LED, answer: OPEN });
    expect(looked.calls).toEqual([{ do: 'look', id: ID, secret: 's' }]);
    expect(looked.replies).toEqual([{ kind: 'workshop-led', ...SEAT, secret: 's', answered: 4 }]);
    expect(kinds(press('look', { seat: LED, answer: is(LOCKED) }))).toEqual(['result']);
    expect(kinds(press('look', { seat: SEAT, answer: OPEN }))).toEqual(['workshop-ballot']);
  });

  it('reveals how views part, of as many as are enough', () => {
    const shown = press('reveal', { seat: LED, answer: OPEN });
    expect(first(shown, 'workshop-spread')).toMatchObject({
      secret: 's',
      answered: 4,
      waiting: 1,
      spreads: [{ key: 'need', n: 4 }],
      agreed: {},
    });
    expect(kinds(press('reveal', { seat: LED, answer: is(workshop()) }))).toEqual(['workshop-too-few']);
    expect(kinds(press('reveal', { seat: LED, answer: { kind: 'too-few' } }))).toEqual(['workshop-too-few']);
    expect(kinds(press('reveal', { seat: LED, answer: is(LOCKED) }))).toEqual(['result']);
  });

  it('locks it with what was chosen on the card, and numbers as they were written', () => {
    const fields = { 'q:need': 'no', 'q:usage-rate': '62,5 %', 'q:plan': 'perhaps', 'q:money': '' };
    const locked = press('lock', { seat: LED, answer: is(LOCKED) }, fields);
    expect(locked.calls).toEqual([
      { do: 'lock', id: ID, secret: 's', agreed: { need: 'no', 'usage-rate': 62.5 } },
    ]);
    expect(kinds(locked)).toEqual(['result']);
    // What does not fit the version that is in hand is left out.
    expect(locked.session.runs['quick-check']).toMatchObject({
      answers: { need: 'yes' },
      consensus: CONSENSUS,
      stage: 'finished',
    });
    expect(kinds(press('lock', { seat: LED, answer: is(workshop()) }))).toEqual(['workshop-unknown']);
  });

  it('closes and opens it again', () => {
    expect(kinds(press('close', { seat: LED, answer: OPEN }))).toEqual(['workshop-closed']);
    expect(kinds(press('reopen', { seat: LED, answer: OPEN }))).toEqual(['workshop-reopened']);
    expect(kinds(press('close', { seat: LED, answer: is(LOCKED) }))).toEqual(['result']);
  });

  it('hands it over with a new secret in a chat of one’s own, and leads no longer', () => {
    const handed = press('hand-over', { seat: LED, answer: is(workshop(), 'next') });
    expect(handed.replies).toEqual([{ kind: 'workshop-handed', ...SEAT, secret: 'next' }]);
    expect(handed.session.workshop).toEqual({ ...SEAT, host: true });
    const [without] = press('hand-over', { seat: LED, answer: is(workshop()) }).replies;
    expect(without).not.toHaveProperty('secret');
    const group = { seat: { ...LED, by: 'anna' }, session: { place: 'group' as const }, by: 'anna' };
    expect(kinds(press('hand-over', { ...group, answer: OPEN }))).toEqual(['unavailable-here']);
  });

  it('is taken over before a group, in the sight of all', () => {
    const group = { session: { place: 'group' as const }, by: 'eero' };
    const taken = press('take-over', { ...group, seat: { ...LED, by: 'anna' } });
    expect(kinds(taken)).toEqual(['workshop-taken-over', 'workshop-led']);
    expect(taken.session.workshop).toEqual({ ...LED, by: 'eero' });
    for (const said of [
      { seat: LED },
      { ...group, seat: SEAT },
      { session: group.session, seat: { ...LED, by: 'anna' } },
    ])
      expect(kinds(press('take-over', said))).toEqual(['unavailable-here']);
  });
});

describe('the result', () => {
  it('becomes a run where it was begun, and is shown to everybody else', () => {
    const mine = press('result', { seat: LED, answer: is(LOCKED) });
    expect([kinds(mine), mine.session.active]).toEqual([['result'], 'quick-check']);
    const shown = press('result', { seat: SEAT, answer: is(LOCKED) });
    expect(first(shown, 'result-shared')).toMatchObject({ dialog: 'quick-check', version });
    expect(shown.session.runs).toEqual({});
    expect(kinds(press('result', { seat: SEAT, answer: is(workshop()) }))).toEqual(['workshop-open']);
    const gone = { instrument: () => undefined };
    expect(kinds(press('result', { seat: SEAT, answer: is(LOCKED), context: gone }))).toEqual([
      'workshop-unknown',
    ]);
  });

  it('leaves what was changed since then as it is, however often it is asked for', () => {
    const { session } = press('result', { seat: LED, answer: is(LOCKED) });
    const run = session.runs['quick-check'];
    if (!run) throw new Error('the result became a run');
    const changed = { ...run, answers: { ...run.answers, need: 'no' } };
    const again = (one: typeof run) =>
      press('result', { seat: LED, session: { runs: { 'quick-check': one } }, answer: is(LOCKED) }).session
        .runs['quick-check']?.answers.need;
    expect(again(changed)).toBe('no');
    expect(again({ ...changed, consensus: { ...CONSENSUS, workshop: 'another' } })).toBe('yes');
  });
});

it('whoever leaves takes their ballot out; before a group there is none', () => {
  const left = press('leave', { seat: SEAT, answer: { kind: 'taken' } });
  expect([kinds(left), left.session.workshop, left.calls]).toEqual([
    ['workshop-left'],
    undefined,
    [{ do: 'withdraw', id: ID }],
  ]);
  const group = press('leave', { seat: LED, session: { place: 'group' }, by: 'anna' });
  expect([kinds(group), group.session.workshop, group.calls]).toEqual([['workshop-left'], undefined, []]);
});

/** What is said of an assessment to someone who comes back, calls the bot, shares a result or wishes for reminders. */
import { describe, expect, it } from 'vitest';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import { remind, reminderNeed } from '../../src/conversation/reminding.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

const CODE = 'ABCD-2345';
const context: ConversationContext = { ...realContext, shareCode: () => CODE };
const DAY = 24 * 3_600_000;
const LATER = 100 * DAY;

const personal: Session = { ...newSession('fi'), place: 'personal' };
const group: Session = { ...newSession('fi'), place: 'group' };

type Rows = [string, string][];
const BEGUN: Rows = [
  ['[/start]', 'question need 1/13'],
  ['[yes]', 'answered need=yes | question started 2/13'],
  ['[#skip]', 'answered started skipped | question plan 3/13'],
  ['[#ask-colleague]', 'colleague-marked | answered plan=unknown | question leadership 4/13'],
];
const FINISHED: Rows = [...BEGUN, ['[/finish]', 'result 0–4']];

const played = (rows: Rows, session = personal) => play(context, rows, { session }).session;
const turnOf = (session: Session, input: Input, now = LATER) => takeTurn({ context, session, now }, input);
const kinds = (replies: readonly Reply[]) => replies.map(({ kind }) => kind);

describe('a greeting', () => {
  it('the first time holds nothing of the past', () => {
    const [greeting] = turnOf(personal, { kind: 'joined' }).replies;
    expect(greeting).toEqual({ kind: 'greeting', returning: false });
  });

  it('in a group says that the assessment is shared', () => {
    const [greeting] = turnOf(group, { kind: 'joined' }).replies;
    expect(greeting).toEqual({ kind: 'greeting', returning: false, shared: true });
  });

  it('after a result holds the result, its day and every question without an answer, once each', () => {
    const [greeting, ...more] = turnOf(played(FINISHED), { kind: 'text', text: 'moi' }).replies;
    expect(more).toEqual([]);
    expect(greeting).toMatchObject({
      kind: 'greeting',
      returning: true,
      last: { dialog: 'quick-check', stair: { low: 0, high: 4 }, at: 4 },
      open: {
        progress: { answered: 3, total: 13 },
        colleague: ['plan'],
        skipped: ['started'],
        unanswered: expect.arrayContaining(['leadership', 'ecosystem']),
      },
    });
    expect(greeting).toHaveProperty('open.unanswered.length', 10);
  });

  it('in the middle of an assessment is followed by the open question, and lists none that will be asked', () => {
    const { replies } = turnOf(played(BEGUN), { kind: 'joined' });
    expect(kinds(replies)).toEqual(['greeting', 'question']);
    expect(replies[0]).toMatchObject({ open: { colleague: ['plan'], skipped: ['started'], unanswered: [] } });
    expect(replies[0]).not.toHaveProperty('last');
  });

  it('keeps the last result when a new assessment begins, until there is another', () => {
    const again = played(
      [
        ['[/restart]', 'sure restart'],
        ['[?yes]', 'question need 1/13'],
      ],
      played(FINISHED),
    );
    const { replies } = turnOf(again, { kind: 'joined' });
    expect(replies[0]).toMatchObject({
      last: { stair: { low: 0, high: 4 }, provisional: true },
      open: { colleague: [] },
    });
  });

  it('no longer waits for a colleague who has answered', () => {
    const answered = played(
      [
        ['[edit:plan]', 'question plan 3/13=unknown'],
        ['[yes]', 'answered plan=yes | question leadership 4/13'],
      ],
      played(BEGUN),
    );
    expect(turnOf(answered, { kind: 'joined' }).replies[0]).toMatchObject({ open: { colleague: [] } });
  });

  it('has nothing open when everything has an answer', () => {
    const answers = Object.fromEntries(
      (context.current('quick-check')?.steps ?? []).flatMap(step =>
        step.type === 'form'
          ? step.inputs.map(({ id }) => [id, 'full'])
          : [[step.id, step.type === 'number' ? 90 : 'yes']],
      ),
    );
    const session = played(FINISHED);
    const begun = session.runs['quick-check'];
    if (!begun) throw new Error('nothing was begun');
    const runs = { 'quick-check': { ...begun, answers, passed: [] } };
    const [greeting] = turnOf({ ...session, runs }, { kind: 'joined' }).replies;
    expect(greeting).not.toHaveProperty('open');
  });
});

describe('the bot called by its name alone', () => {
  it('tells how far it is and asks the open question again, with the same nonce', () => {
    const session = played(BEGUN, group);
    const turn = turnOf(session, { kind: 'called' });
    expect(kinds(turn.replies)).toEqual(['status', 'question']);
    expect(turn.session).toEqual(session);
  });

  it.each([
    ['greets when nothing was begun', [], ['greeting']],
    ['shows the result when there is one', FINISHED, ['result']],
    [
      'shows the answers while they are looked over',
      [...BEGUN, ['[/summary]', 'summary 2 answers']],
      ['summary'],
    ],
  ] as [string, Rows, string[]][])('%s', (_, rows, expected) => {
    expect(kinds(turnOf(played(rows, group), { kind: 'called' }).replies)).toEqual(expected);
  });

  it('tells how far the workbook is when that is in hand', () => {
    const { session } = takeTurn(
      { context, session: group, now: 0 },
      { kind: 'press', press: { do: 'command', name: 'start', dialog: 'workbook' } },
    );
    expect(kinds(turnOf(session, { kind: 'called' }).replies)).toEqual(['status', 'question']);
  });
});

describe('sharing', () => {
  const share: Input = { kind: 'text', text: 'jaa tulos' };

  it('offers the result under a code, without an answer or a reason in it', () => {
    const session = played(FINISHED);
    const turn = turnOf(session, share);
    expect(turn.replies).toEqual([{ kind: 'share-offered', code: CODE, minutes: 60 }]);
    const [effect] = turn.effects;
    expect(effect).toMatchObject({ kind: 'share', code: CODE, shared: { dialog: 'quick-check' } });
    expect(JSON.stringify(effect)).not.toMatch(/"answers"|"reasons"|"notes"/);
    expect(turn.session).toEqual(session);
  });

  it.each([
    ['without a result', personal, [], 'nothing-to-share'],
    ['before the result is shown', personal, BEGUN, 'nothing-to-share'],
    ['in a group', group, FINISHED, 'share-in-personal'],
    ['in the web chat', newSession('fi'), FINISHED, 'unavailable-here'],
  ] as [string, Session, Rows, string][])('does not happen %s', (_, session, rows, notice) => {
    const turn = turnOf(played(rows, session), share);
    expect(turn.replies).toEqual([{ kind: 'notice', notice }]);
    expect(turn.effects).toEqual([]);
  });

  it('shows what was found, and changes nothing here', () => {
    const [effect] = turnOf(played(FINISHED), share).effects;
    if (effect?.kind !== 'share') throw new Error('nothing shared');
    const here = played(BEGUN, group);
    const turn = turnOf(here, { kind: 'share-code', code: CODE, found: effect.shared });
    expect(turn.replies).toEqual([{ kind: 'result-shared', ...effect.shared }]);
    expect(turn.session).toEqual(here);
    expect(turnOf(here, { kind: 'share-code', code: CODE }).replies).toEqual([
      { kind: 'notice', notice: 'share-unknown' },
    ]);
  });
});

describe('reminders', () => {
  const wish: Rows = [['muistuta minua', 'reminders-on']];

  it('are of what is unfinished, then of the result, and of nothing once they are off', () => {
    expect(reminderNeed(context, played(BEGUN))).toBe('nothing');
    expect(reminderNeed(context, played(wish))).toBe('nothing');
    expect(reminderNeed(context, played([...BEGUN, ...wish]))).toBe('unfinished');
    expect(reminderNeed(context, played([...FINISHED, ...wish]))).toBe('follow-up');
    expect(reminderNeed(context, played([...FINISHED, ...wish, ['älä muistuta', 'reminders-off']]))).toBe(
      'nothing',
    );
  });

  it('are of the first day that somebody meant to come back on, until what it was for is over', () => {
    const plan: Rows = [
      ['[open experiment]', 'question portfolio.own 1/2'],
      ['[form name=Chat stage=planned theme=services]', 'noted | question own-1.nature 2/12=Chat'],
      ['[edit:own-1.measures.1]', 'question own-1.measures.1 9/12=Chat'],
      [
        '[form results.follow-up=1.6.2027 actions.follow-up=1.3.2027]',
        'answered own-1.measures.1 (3) | question own-1.nature 2/12=Chat',
      ],
    ];
    const done: Rows = [['[/finish]', 'result told'], ...wish];
    expect(reminderNeed(context, played([...plan, ...wish]))).toBe('unfinished');
    expect(reminderNeed(context, played([...plan, ...done]))).toEqual({ day: '2027-03-01' });
    expect(remind(context, played([...plan, ...done]), LATER)).toMatchObject({
      about: 'follow-up',
      day: { dialog: 'experiment', key: 'own-1.actions.follow-up', day: '2027-03-01' },
    });
    const over: Rows = [
      ['[edit:portfolio.1]', 'question portfolio.1 1/12 (3)'],
      ['[form own-1.stage=ended]', 'answered portfolio.1 (3) | question own-1.nature 2/16=Chat'],
    ];
    expect(reminderNeed(context, played([...plan, ...over, ...done]))).toBe('nothing');
  });

  it('are of no day of what is kept no longer', () => {
    const done = played([...FINISHED, ...wish]);
    const gone = { instrument: () => undefined };
    expect(reminderNeed(gone, done)).toBe('follow-up');
    expect(reminderNeed(gone, { ...done, last: undefined })).toBe('nothing');
  });

  it('say what is open and what was reached', () => {
    expect(remind(context, played([...BEGUN, ...wish]), LATER)).toMatchObject({
      kind: 'reminder',
      about: 'unfinished',
      open: { progress: { answered: 3 }, colleague: ['plan'] },
    });
    expect(remind(context, played([...FINISHED, ...wish]), LATER)).toMatchObject({
      about: 'follow-up',
      last: { stair: { low: 0, high: 4 }, provisional: true },
    });
    expect(remind(context, played(FINISHED), LATER)).toBeUndefined();
  });

  it('end with everything else when the person erases it', () => {
    const erased = played([...BEGUN, ...wish, ['[/erase]', 'sure erase'], ['[?yes]', 'erased']]);
    expect(erased.reminders).toBeUndefined();
    expect(erased.last).toBeUndefined();
  });

  it.each([
    ['in the web chat', newSession('fi'), context],
    ['where answers are not kept for long', personal, { ...context, reminders: 'unavailable' as const }],
  ])('cannot be had %s', (_, session, where) => {
    const turn = takeTurn({ context: where, session, now: 0 }, { kind: 'text', text: 'muistuta minua' });
    expect(turn.replies).toEqual([{ kind: 'notice', notice: 'reminders-not-here' }]);
    expect(turn.session.reminders).toBeUndefined();
  });
});

it('help tells of sharing and reminders only where they can be had', () => {
  const told = (session: Session) => {
    const [help] = takeTurn({ context, session, now: 0 }, { kind: 'text', text: 'ohje' }).replies;
    return help?.kind === 'help' ? help.commands : [];
  };
  expect(told(personal)).toContain('remind');
  expect(told(newSession('fi'))).not.toContain('remind');
  expect(told(newSession('fi'))).not.toContain('share');
});

describe('beginning an instrument whose result has been shown', () => {
  const DONE: [string, string][] = [
    ['[/start]', 'question need 1/13'],
    ['[yes]', 'answered need=yes | question started 2/13'],
    ['[/finish]', 'result 0–4'],
  ];

  it.each(['aloita', 'aloita pikatesti', '[/start]'])('%s asks before its answers go', does => {
    const asked = play(realContext, [...DONE, [does, 'sure restart']]);
    expect(asked.session.runs['quick-check']?.answers).toEqual({ need: 'yes' });
    const begun = play(realContext, [['kyllä', 'question need 1/13']], { session: asked.session });
    expect(begun.session.runs['quick-check']?.answers).toEqual({});
  });

  it('a number that is none is told what would do', () => {
    const { replies } = play(realContext, [['hölynpöly', 'rejected not-understood 1']], {
      session: atUsageRate(),
    });
    expect(replies).toMatchObject([{ rejection: { min: 0, max: 100 } }]);
  });
});

function atUsageRate() {
  return play(realContext, [
    ['[/start]', 'question need 1/13'],
    ['[edit:usage-rate]', 'question usage-rate 9/13'],
  ]).session;
}

/** A version is shipped while people are on the one before: open assessments move to it, finished ones keep theirs. */
import { describe, expect, it } from 'vitest';
import type { Instrument, Step } from '../../src/assessment/instrument.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import type { Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext, shippedContext, workbook } from '../support/real-context.ts';
import { inputOf, play } from '../support/transcript.ts';

type Rows = [string, string][];

const quickCheck = current('quick-check');

function current(dialog: string): Instrument {
  const instrument = realContext.current(dialog);
  if (!instrument) throw new Error(`no ${dialog}`);
  return instrument;
}

/** What turns stand on once a newer version of an instrument is in force beside the one before. */
function shipping(newer: Instrument): ConversationContext {
  const { current, instrument } = realContext;
  return {
    ...realContext,
    current: dialog => (dialog === newer.id ? newer : current(dialog)),
    instrument: (dialog, version) =>
      dialog === newer.id && version === newer.version ? newer : instrument(dialog, version),
  };
}

/** The quick check with steps of its beginning changed. */
function quickWith(change: (steps: readonly Step[]) => readonly Step[], more: Partial<Instrument> = {}) {
  return shipping({ ...quickCheck, version: '9.0.0', steps: [...change(quickCheck.steps)], ...more });
}

const SAME = quickWith(steps => steps);

function run({ session }: { session: Session }, dialog = 'quick-check') {
  const found = session.runs[dialog];
  if (!found) throw new Error(`nothing of ${dialog}`);
  return found;
}

const AT_PLAN: Rows = [
  ['[/start]', 'question need 1/13'],
  ['[yes]', 'answered need=yes | question started 2/13'],
  ['[partly]', 'answered started=partly | question plan 3/13'],
];
const { session: atPlan } = play(realContext, AT_PLAN);

describe('an open quick check, once a newer version is in force', () => {
  it.each<[string, Rows]>([
    ['a press', [['[yes]', 'version-moved | answered plan=yes | question leadership 4/13']]],
    ['words', [['kyllä', 'version-moved | answered plan=yes | question leadership 4/13']]],
    ['a label', [['Osittain', 'version-moved | answered plan=partly | question leadership 4/13']]],
    ['a place in the list', [['2', 'version-moved | answered plan=partly | question leadership 4/13']]],
    ['a command', [['[#skip]', 'version-moved | answered plan skipped | question leadership 4/13']]],
    ['a press on an older question', [['[1!no]', 'version-moved | stale | question plan 3/13']]],
    [
      'a note',
      [
        ['[#note]', 'version-moved | note-asked plan'],
        ['sivu 4', 'note-saved | question plan 3/13'],
      ],
    ],
    ['the chat opened anew', [['<joined>', 'version-moved | greeting again | question plan 3/13']]],
    ['the result asked for', [['[/finish]', 'version-moved | result 0–0']]],
    [
      'erasing',
      [
        ['[#erase]', 'version-moved | sure erase'],
        ['[?yes]', 'erased'],
      ],
    ],
  ])('takes %s, tells of the move once and keeps the answers', (_, rows) => {
    const moved = play(SAME, rows, { session: atPlan });
    expect(moved.session.runs['quick-check'] ?? 'erased').toSatisfy(
      kept => kept === 'erased' || (kept.version === '9.0.0' && kept.answers.started === 'partly'),
    );
  });

  it('does not tell of it before an erasure or a new beginning that takes the answers', () => {
    const erasing = play(realContext, [['[#erase]', 'sure erase']], { session: atPlan });
    play(SAME, [['[?yes]', 'erased']], { session: erasing.session });
    const anew = play(realContext, [['[#restart]', 'sure restart']], { session: atPlan });
    const begun = play(SAME, [['[?yes]', 'question need 1/13']], { session: anew.session, now: 99 });
    expect(run(begun).version).toBe('9.0.0');
  });

  it.each<[string, string, string]>([
    ['a press', '[yes]', 'version-moved | question plan 3/13'],
    ['words', 'kyllä', 'version-moved | question plan 3/13'],
    ['a place in the list', '2', 'version-moved | question plan 3/13'],
    ['a command', '[/status]', 'version-moved | status 2/13'],
    ['a command in words', 'tulos', 'version-moved | result 0–0'],
  ])(
    'asks the question anew where its options have changed, and takes nothing for it: %s',
    (_, does, says) => {
      const scales = {
        ...quickCheck.scales,
        other: { read: 'yesno' as const, options: { most: 1, yes: 0.5, no: 0 } },
      };
      const changed = quickWith(
        steps =>
          steps.map(step =>
            step.id === 'plan' && step.type === 'choice' ? { ...step, scale: 'other' } : step,
          ),
        { scales },
      );
      const moved = play(changed, [[does, says]], { session: atPlan });
      expect(run(moved).answers).toEqual({ need: 'yes', started: 'partly' });
      expect(moved.session.misses).toBe(0);
    },
  );

  it('asks a new question after the one on the screen, though it stands before it', () => {
    const added = quickWith(([need, ...rest]) =>
      need?.type === 'choice' ? [need, { ...need, id: 'skills' }, ...rest] : [],
    );
    play(
      added,
      [
        ['[no]', 'version-moved | answered plan=no | question skills 2/14'],
        ['[yes]', 'answered skills=yes | question leadership 5/14'],
      ],
      { session: atPlan },
    );
    play(added, [['[#skip]', 'version-moved | answered plan skipped | question skills 2/14']], {
      session: atPlan,
    });
  });

  it('goes on elsewhere when the question is gone, with what it had said of others', () => {
    const fewer = quickWith(steps => steps.filter(({ id }) => id !== 'plan' && id !== 'started'));
    const moved = play(fewer, [['[yes]', 'version-moved | question leadership 2/11']], { session: atPlan });
    expect(run(moved).answers).toEqual({ need: 'yes' });
  });

  it('asks again what does not fit any more, and says so', () => {
    const scales = { ...quickCheck.scales, flat: { read: 'yesno' as const, options: { yes: 1, no: 0 } } };
    const stricter = quickWith(
      steps =>
        steps.map(step =>
          step.id === 'started' && step.type === 'choice' ? { ...step, scale: 'flat' } : step,
        ),
      { scales },
    );
    play(
      stricter,
      [
        ['[yes]', 'version-moved-again | answered plan=yes | question started 2/13'],
        ['[yes]', 'answered started=yes | question leadership 4/13'],
      ],
      { session: atPlan },
    );
    const reviewing = play(realContext, [['[/summary]', 'summary 2 answers']], { session: atPlan });
    play(stricter, [['<joined>', 'version-moved-again | greeting again | question started 2/13']], {
      session: reviewing.session,
    });
  });

  it('takes answers to where the instrument says they belong now, with their notes', () => {
    const noted = play(
      realContext,
      [
        ['[#back]', 'question started 2/13=partly'],
        ['[#note]', 'note-asked started'],
        ['vasta yksi hanke', 'note-saved | question started 2/13=partly'],
      ],
      { session: atPlan },
    );
    const renamed = quickWith(
      steps => steps.map(step => (step.id === 'started' ? { ...step, id: 'begun' } : step)),
      {
        moved: [
          { came: '9.0.0', fields: { started: 'begun' }, items: {}, values: { begun: { partly: 'yes' } } },
        ],
      },
    );
    const moved = play(renamed, [['[/status]', 'version-moved | status 2/13']], { session: noted.session });
    expect(run(moved)).toMatchObject({
      answers: { need: 'yes', begun: 'yes' },
      notes: { begun: 'vasta yksi hanke' },
    });
  });

  it('keeps both notes of two questions that are one now', () => {
    const { session } = play(realContext, [
      ...AT_PLAN,
      ['[#note]', 'note-asked plan'],
      ['sivu 4', 'note-saved | question plan 3/13'],
    ]);
    const noted = { ...run({ session }), notes: { started: 'vasta yksi hanke', plan: 'sivu 4' } };
    const merged = quickWith(steps => steps.filter(({ id }) => id !== 'started'), {
      moved: [{ came: '9.0.0', fields: { started: 'plan' }, items: {}, values: {} }],
    });
    const moved = play(merged, [['[/status]', 'version-moved | status 2/12']], {
      session: { ...session, runs: { 'quick-check': noted } },
    });
    expect(run(moved).notes).toEqual({ plan: 'vasta yksi hanke\nsivu 4' });
  });

  it('comes to the same when the turn is worked out twice, and changes nothing it was given', () => {
    const session = structuredClone(atPlan);
    const worked = () => takeTurn({ context: SAME, session, now: 7 }, inputOf('[yes]', session));
    expect(worked()).toEqual(worked());
    expect(session).toEqual(atPlan);
  });

  it('stays where it is when its instrument is offered no longer', () => {
    const withdrawn = { ...realContext, current: () => undefined };
    play(withdrawn, [['[yes]', 'answered plan=yes | question leadership 4/13']], { session: atPlan });
  });
});

describe('a finished quick check, once a newer version is in force', () => {
  const { session } = play(realContext, [...AT_PLAN, ['[/finish]', 'result 0–0']]);
  const version = quickCheck.version;

  it('keeps its version and its rules, shown again and shared', () => {
    const told = play(
      SAME,
      [
        ['[/finish]', 'result 0–0'],
        ['[/status]', 'status 2/13'],
      ],
      { session },
    );
    expect(run(told)).toEqual(run({ session }));
    expect(told.session.last).toMatchObject({ version });
    const personal = { ...told.session, place: 'personal' as const };
    const context = { ...SAME, shareCode: () => 'AB12' };
    const { effects } = takeTurn({ context, session: personal, now: 1 }, inputOf('[/share]', personal));
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'share', shared: expect.objectContaining({ version }) }),
    );
  });

  it('moves when an answer is changed', () => {
    const changed = play(
      SAME,
      [
        ['[edit:plan]', 'question plan 3/13'],
        ['[no]', 'version-moved | answered plan=no | summary 3 answers'],
      ],
      { session },
    );
    expect(run(changed).version).toBe('9.0.0');
    expect(changed.session.last).toMatchObject({ version });
  });

  it('gives way to a new one of the version in force', () => {
    const begun = play(
      SAME,
      [
        ['[/restart]', 'sure restart'],
        ['[?yes]', 'question need 1/13'],
      ],
      { session },
    );
    expect(run(begun).version).toBe('9.0.0');
  });
});

describe('a half-filled workbook, once a newer version is in force', () => {
  const { session } = play(realContext, [
    ['[open workbook]', 'areas?'],
    ['[form areas=work,participation]', 'noted areas work,participation | services work 0'],
    [
      '[form jobseeker-meetings=inuse job-matching=planned startup-grants=none]',
      'noted work 1+1-1 | service jobseeker-meetings',
    ],
  ]);
  const status = {
    read: 'status' as const,
    options: { elsewhere: 0, open: 0, planned: 0, inuse: 1 },
    outs: [],
  };
  const newer: Instrument = { ...workbook, version: '9.0.0', scales: { ...workbook.scales, status } };
  const STATUSES = 'work.statuses.1';

  it.each<[string, Record<string, string | null>, string, object]>([
    ['leads to', { none: 'open' }, 'version-moved', { 'work.startup-grants.status': 'open' }],
    ['cannot lead to', { none: null }, 'version-moved-again', {}],
  ])('takes a state to what it %s now', (_, values, notice, of) => {
    const moved = [{ came: '9.0.0', fields: {}, items: {}, values: { status: values } }];
    const context = shipping({ ...newer, moved });
    const { session: after, replies } = takeTurn({ context, session, now: 9 }, inputOf('[/status]', session));
    expect(replies.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind))).toEqual([
      notice,
      'status',
    ]);
    expect(run({ session: after }, 'workbook')).toMatchObject({
      version: '9.0.0',
      answers: { areas: ['work', 'participation'], 'work.jobseeker-meetings.status': 'inuse', ...of },
    });
    expect(run({ session: after }, 'workbook').answers).not.toMatchObject({
      'work.startup-grants.status': 'none',
    });
    // What has to be told again is on a card that is asked again.
    expect(run({ session: after }, 'workbook').passed.includes(STATUSES)).toBe(notice === 'version-moved');
  });

  it('moves when it is gone back to from the quick check, and the quick check when it is', () => {
    const beside = play(realContext, AT_PLAN, { session });
    const both: ConversationContext = {
      ...shipping(newer),
      current: dialog => (dialog === 'workbook' ? newer : SAME.current(dialog)),
      instrument: (dialog, version) =>
        SAME.instrument(dialog, version) ?? shipping(newer).instrument(dialog, version),
    };
    const turn = takeTurn(
      { context: both, session: beside.session, now: 9 },
      inputOf('[open workbook]', beside.session),
    );
    expect(turn.replies.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind))).toEqual([
      'version-moved',
      'version-moved-again',
      'question',
    ]);
    expect(Object.values(turn.session.runs).map(({ version }) => version)).toEqual(['9.0.0', '9.0.0']);
  });
});

describe('what is shipped', () => {
  it.each<[string, Rows]>([
    ['quick-check', AT_PLAN],
    [
      'workbook',
      [
        ['[open workbook]', 'areas?'],
        ['[form areas=work,participation]', 'noted areas work,participation | services work 0'],
        [
          '[form jobseeker-meetings=inuse job-matching=planned startup-grants=none]',
          'noted work 1+1-1 | service jobseeker-meetings',
        ],
        [
          '[form application=full usage-rate=85]',
          'noted jobseeker-meetings inuse phases(1) 85 | area work 33/100/85',
        ],
      ],
    ],
  ])('takes over every answer of the %s that was under way before', (dialog, rows) => {
    const { session } = play(realContext, rows);
    const turn = takeTurn({ context: shippedContext, session, now: 9 }, inputOf('[/status]', session));
    expect(turn.replies[0]).toEqual({ kind: 'notice', notice: 'version-moved' });
    const { version, answers } = run(turn, dialog);
    expect(version).toBe(shippedContext.current(dialog)?.version);
    expect(version).not.toBe(run({ session }, dialog).version);
    expect(answers).toEqual(run({ session }, dialog).answers);
  });
});

describe('the move', () => {
  it('is saved with the turn that made it, and a delivery that comes twice makes it once', async () => {
    const store = await embeddedStore();
    const key = { channel: 'test', conversation: 'moved' };
    const deliver = (context: ConversationContext, deliveryId: string, input: Input) =>
      createTurns({ store, context, now: () => 0, count: () => undefined }).process({
        key,
        deliveryId,
        input,
        locale: 'fi',
        out: { to: 'caller' },
      });
    await deliver(realContext, 'a', { kind: 'press', press: { do: 'command', name: 'start' } });
    const first = await deliver(SAME, 'b', { kind: 'text', text: 'kyllä' });
    const saved = await store.load(key);
    const again = await deliver(SAME, 'b', { kind: 'text', text: 'kyllä' });
    const said = {
      said: [MOVED, { reply: { kind: 'answered' } }, { reply: { kind: 'question', step: 'started' } }],
    };
    expect(first).toMatchObject({ kind: 'applied', ...said });
    expect(again).toMatchObject({ kind: 'repeated', ...said });
    expect(await store.load(key)).toEqual(saved);
    expect(JSON.parse(saved.record?.split('\n')[0] ?? '')).toMatchObject({
      session: { runs: { 'quick-check': { version: '9.0.0', answers: { need: 'yes' } } } },
    });
  });
});

const MOVED = { reply: { kind: 'notice', notice: 'version-moved' } };

/** A colleague's part as two conversations see it: what is asked, what is answered, and what comes back of it. */
import { describe, expect, it } from 'vitest';
import { takeArrived } from '../../src/conversation/asking-colleagues.ts';
import { takeAnyTurn } from '../../src/conversation/colleague-turn.ts';
import type { ConversationContext, Turn } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import { MOST_PARTS, type PartAnswers, type PartAsked } from '../../src/conversation/parts.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Run, type Session } from '../../src/conversation/session.ts';
import { stoodOn } from '../support/content.ts';
import { realContext } from '../support/real-context.ts';

const NOW = 1000;
const quickCheck = stoodOn('quick-check');
const { version } = quickCheck;

function runOf(more: Partial<Run> = {}): Run {
  const told = { answers: { need: 'yes', plan: 'unknown' }, passed: [], reasons: {}, notes: {} };
  return {
    ...{ dialog: 'quick-check', version, startedAt: 1, stage: 'asking', ...told },
    ...{ colleague: ['started', 'plan'], ...more },
  };
}
const asker = (run = runOf(), more: Partial<Session> = {}): Session => ({
  ...newSession('fi'),
  runs: { [run.dialog]: run },
  active: run.dialog,
  ...more,
});
const PART = { part: () => ({ key: 'new', seed: 'seed' }) };

function turn(input: Input, session: Session, context: Partial<ConversationContext> = PART): Turn {
  return takeAnyTurn({ context: { ...realContext, ...context }, session, now: NOW }, input);
}
const press = (data: object, session: Session, context?: Partial<ConversationContext>) =>
  turn({ kind: 'press', press: pressSchema.parse(data) }, session, context);
const command = (name: string, session: Session, context?: Partial<ConversationContext>) =>
  press({ do: 'command', name }, session, context);
const kinds = ({ replies }: Turn) =>
  replies.map(reply => {
    if (reply.kind === 'question') return `question ${reply.step}`;
    return reply.kind === 'notice' ? reply.notice : reply.kind;
  });
const replyOf = <Kind extends Reply['kind']>({ replies }: Turn, kind: Kind) =>
  replies.find((reply): reply is Extract<Reply, { kind: Kind }> => reply.kind === kind);

describe('a colleague is asked', () => {
  const asked = (session = asker()) => command('invite', session);
  const offered = (session = asker()) => {
    const who = asked(session);
    return turn({ kind: 'text', text: 'talousjohtaja' }, who.session);
  };

  it('what was marked, by a link for whoever knows', () => {
    expect(asked().session.pending).toMatchObject({ kind: 'name', of: 'part' });
    const done = offered();
    expect(replyOf(done, 'part-offered')).toEqual({
      kind: 'part-offered',
      ...{ key: 'new', seed: 'seed', role: 'talousjohtaja', count: 2, days: 14 },
    });
    expect(done.effects.filter(({ kind }) => kind === 'ask-part')).toEqual([
      {
        kind: 'ask-part',
        key: 'new',
        asked: {
          dialog: 'quick-check',
          version,
          cards: ['started', 'plan'],
          names: {},
          role: 'talousjohtaja',
          locale: 'fi',
          until: NOW + 14 * 86_400_000,
        },
      },
    ]);
    expect(done.session.parts).toEqual([{ key: 'new', dialog: 'quick-check' }]);
  });

  it('by as many links at a time as are left open: the oldest is closed', () => {
    const parts = Array.from({ length: MOST_PARTS }, (_, at) => ({ key: `p${at}`, dialog: 'quick-check' }));
    const done = offered(asker(runOf(), { parts }));
    expect(done.session.parts?.map(({ key }) => key)).toEqual([
      ...parts.slice(1).map(({ key }) => key),
      'new',
    ]);
    expect(done.effects).toContainEqual({ kind: 'close-part', key: 'p0' });
    const fewer = offered(asker(runOf(), { parts: parts.slice(1) }));
    expect(fewer.effects.filter(({ kind }) => kind === 'close-part')).toEqual([]);
  });

  it.each<[what: string, session: Session, context: Partial<ConversationContext>, said: string]>([
    ['where that cannot be', asker(), {}, 'unavailable-here'],
    ['in a group', asker(runOf(), { place: 'group' }), PART, 'unavailable-here'],
    ['before anything was begun', newSession('fi'), PART, 'nothing-for-colleague'],
    ['while nothing was marked', asker(runOf({ colleague: [] })), PART, 'nothing-for-colleague'],
  ])('nothing %s', (_what, session, context, said) => {
    expect(kinds(command('invite', session, context))).toEqual([said]);
  });
});

const ASKED: PartAsked = {
  ...{ dialog: 'quick-check', version, cards: ['started', 'plan'], names: {} },
  ...{ role: 'talousjohtaja', locale: 'fi', until: NOW + 1 },
};
const MEMBER = { memberName: () => 'member', asked: () => 'open' as const };

function begin(
  session: Session = newSession('fi'),
  context: Partial<ConversationContext> = MEMBER,
  asked = ASKED,
) {
  return turn(
    { kind: 'resume-code', code: 'c', opened: { kind: 'part', key: 'k', asked } },
    session,
    context,
  );
}
const answer = (value: string, { session }: Turn, context: Partial<ConversationContext> = MEMBER) => {
  const { pending } = session.part?.inner ?? {};
  const step = pending && 'step' in pending ? pending.step : '';
  return press({ do: 'answer', step, nonce: pending?.nonce, value }, session, context);
};

describe('a colleague answers', () => {
  it('just those questions, and their answers go to whoever asked', () => {
    const begun = begin();
    expect(begun.replies[0]).toEqual({ kind: 'part-begun', dialog: 'quick-check', version, count: 2 });
    expect(kinds(begun)).toEqual(['part-begun', 'question started']);
    const second = answer('yes', begun);
    expect(kinds(second)).toEqual(['answered', 'question plan']);
    const done = answer('unknown', second);
    expect(kinds(done)).toEqual(['answered', 'part-done']);
    expect(done.effects.map(({ kind }) => kind)).toEqual(['answer-part', 'count']);
    // What is not known is no answer to hand in.
    expect(done.effects).toContainEqual({
      kind: 'answer-part',
      key: 'k',
      member: 'member',
      answers: { started: 'yes' },
    });
    expect(done.session).not.toHaveProperty('part');
    expect(done.session.answered).toEqual({ k: 'member' });
    expect(done.session.runs).toEqual({});
  });

  it('beside what they have of their own, which is neither seen nor changed', () => {
    const own = asker(runOf({ answers: { started: 'no' } }), { serial: 7 });
    const begun = begin(own);
    expect(begun.session.runs).toEqual(own.runs);
    const done = answer('no', answer('yes', begun));
    expect(done.session.runs).toEqual(own.runs);
    expect(done.session.serial).toBeGreaterThan(7);
  });

  it('under the name they answered under before', () => {
    const again = begin({ ...newSession('fi'), answered: { k: 'earlier' } }, { asked: () => 'open' });
    expect(again.session.part?.member).toBe('earlier');
  });

  it('about what others added by its name, and only those parts of a table that are asked', () => {
    const names = { 'work.own-1.name': 'Venerannat' };
    const workbook = stoodOn('workbook');
    const cards = ['work.own-1.details', 'work.statuses.1'];
    const asked = { ...ASKED, dialog: 'workbook', version: workbook.version, cards, names };
    const { part } = begin(newSession('fi'), MEMBER, asked).session;
    const run = part?.inner.runs.workbook;
    expect(run?.answers).toEqual(names);
    expect(run?.passed).not.toContain('work.statuses.1');
  });

  it.each<[what: string, session: Session, context: Partial<ConversationContext>, asked: PartAsked]>([
    ['in a group', { ...newSession('fi'), place: 'group' }, MEMBER, ASKED],
    ['without a name to answer under', newSession('fi'), { asked: () => 'open' }, ASKED],
    ['of a version that is gone', newSession('fi'), MEMBER, { ...ASKED, version: '0.0.1' }],
  ])('nothing %s', (_what, session, context, asked) => {
    const refused = begin(session, context, asked);
    expect([kinds(refused), refused.session.part]).toEqual([['part-closed'], undefined]);
  });

  it('no longer when the link has been closed, which is looked up first', () => {
    const second = answer('yes', begin());
    const looking = answer('no', second, { ...MEMBER, asked: () => undefined });
    expect([kinds(looking), looking.effects]).toEqual([[], [{ kind: 'part-asked', key: 'k' }]]);
    expect(looking.session).toEqual(second.session);
    for (const context of [{ ...MEMBER, asked: () => 'closed' as const }, { memberName: () => 'member' }]) {
      const closed = answer('no', second, context);
      expect([kinds(closed), closed.effects, closed.session.part]).toEqual([['part-closed'], [], undefined]);
      expect(closed.session).not.toHaveProperty('answered');
    }
  });

  it('or leaves it: what was begun goes', () => {
    const left = turn({ kind: 'text', text: 'peruuta' }, begin().session, MEMBER);
    expect([kinds(left), left.session.part]).toEqual([['part-left'], undefined]);
    expect(left.session.serial).toBeGreaterThan(0);
    const { session } = begin();
    const gone = turn({ kind: 'text', text: 'kyllä' }, session, { ...MEMBER, instrument: () => undefined });
    expect([kinds(gone), gone.session.part]).toEqual([['part-closed'], undefined]);
  });

  it.each(['start', 'restart', 'export', 'share', 'keep', 'kept', 'workshop', 'invite', 'remind'])(
    'first, whatever else is asked for: %s',
    name => {
      expect(kinds(command(name, begin().session, MEMBER))).toEqual(['part-first', 'question started']);
    },
  );

  it('first, also where something else is asked for in words', () => {
    expect(kinds(turn({ kind: 'text', text: 'aloita alusta' }, begin().session, MEMBER))).toEqual([
      'part-first',
      'question started',
    ]);
  });

  it('or leaves it by a button, whatever was asked', () => {
    const left = command('cancel', begin({ ...newSession('fi'), serial: 4 }).session, MEMBER);
    expect([kinds(left), left.session.part]).toEqual([['part-left'], undefined]);
    expect(left.session.serial).toBeGreaterThan(4);
    expect(kinds(turn({ kind: 'joined' }, begin().session, MEMBER))).toContain('question started');
  });

  it('each counted, and nothing else done', () => {
    const second = answer('yes', begin());
    expect(second.effects).toEqual([
      { kind: 'count', counter: 'answered', step: 'started' },
      { kind: 'count', counter: 'asked', step: 'plan' },
    ]);
    expect(second.session.locale).toBe('fi');
  });

  it('in the language they choose, with help where they ask for it', () => {
    const { session } = begin();
    const swedish = press({ do: 'locale', value: 'sv' }, session, MEMBER);
    expect([swedish.session.locale, swedish.session.part?.inner.locale]).toEqual(['sv', 'sv']);
    expect(kinds(command('why', session, MEMBER))[0]).toBe('explanation');
  });

  it('or erases all they have, their own as well', () => {
    const own = asker(runOf(), {
      links: ['l'],
      contributed: { 'quick-check': { member: 'm', since: 1, group: '091' } },
      kept: { key: 'k', name: 'Oulu' },
      workshop: { id: 'w', code: 'GEGJ-4242', judged: { dialog: 'quick-check', version, at: [] } },
    });
    const sure = turn({ kind: 'text', text: 'poista tietoni' }, begin(own).session, MEMBER);
    const nonce = sure.session.part?.inner.pending?.nonce;
    const erased = press({ do: 'confirm', nonce, value: 'yes' }, sure.session, MEMBER);
    const effects = ['withdraw', 'unlink', 'forget-workshop', 'erase-everything'];
    expect(erased.effects.map(({ kind }) => kind)).toEqual(effects);
    expect(kinds(erased)).toEqual(['erased', 'kept-stays']);
    expect(erased.session.runs).toEqual({});
  });
});

const arrived = (role: string, answers: PartAnswers['answers'], dialog = 'quick-check'): PartAnswers => ({
  ...{ key: role, dialog, role, answers },
});

describe('what colleagues answered', () => {
  const take = (run: Run, ...all: readonly PartAnswers[]) => {
    const scene = { context: realContext, session: asker(run), now: NOW, run, instrument: quickCheck };
    const { scene: taken, said } = takeArrived(scene, all);
    return { run: taken.run, said, same: taken === scene };
  };

  it('is taken where the asker did not know, under the role it came from', () => {
    const { run, said } = take(runOf(), arrived('talous', { started: 'yes', plan: 'no' }));
    expect(run.answers).toEqual({ need: 'yes', started: 'yes', plan: 'no' });
    expect(run.by).toEqual({ started: 'talous', plan: 'talous' });
    expect(run.colleague).toEqual([]);
    expect(said).toEqual([
      { key: 'started', said: [{ role: 'talous', value: 'yes' }] },
      { key: 'plan', said: [{ role: 'talous', value: 'no' }] },
    ]);
  });

  it('is left to the asker where it is told differently, by them or by the others', () => {
    const own = take(runOf(), arrived('talous', { need: 'no' }));
    expect([own.run.answers.need, own.same]).toEqual(['yes', true]);
    expect(own.said).toEqual([{ key: 'need', said: [{ value: 'yes' }, { role: 'talous', value: 'no' }] }]);
    const apart = take(
      runOf(),
      arrived('talous', { started: 'yes' }),
      arrived('tekniikka', { started: 'no' }),
    );
    expect([apart.run.answers.started, apart.said[0]?.said.length]).toEqual([undefined, 2]);
  });

  it('of one mind bears every role once', () => {
    const both = take(
      runOf(),
      arrived('talous', { started: 'yes' }),
      arrived('tekniikka', { started: 'yes' }),
      arrived('talous', { started: 'yes' }),
    );
    expect(both.run.by).toEqual({ started: 'talous, tekniikka' });
  });

  it('says nothing new where it is what the asker said, or not known, or of another instrument', () => {
    expect(take(runOf(), arrived('talous', { need: 'yes' }))).toMatchObject({ said: [], same: true });
    expect(take(runOf(), arrived('talous', { started: 'unknown' }))).toMatchObject({ said: [], same: true });
    expect(take(runOf(), arrived('talous', { started: 'yes' }, 'workbook'))).toMatchObject({ said: [] });
    // What was taken from them already is theirs, not the asker's.
    const again = runOf({ answers: { started: 'yes' }, by: { started: 'talous' } });
    expect(take(again, arrived('talous', { started: 'no' })).said).toEqual([]);
  });

  it('that does not fit leaves the answers as they were', () => {
    expect(take(runOf(), arrived('talous', { started: 'perhaps' })).run.answers).not.toHaveProperty(
      'started',
    );
  });

  it('is told before the summary, once it has been looked up', () => {
    const session = asker(runOf(), { parts: [{ key: 'p', dialog: 'quick-check' }] });
    const looking = command('summary', session, { arrived: () => undefined });
    expect(looking.effects).toContainEqual({ kind: 'parts-answered', keys: ['p'] });
    const told = command('summary', session, { arrived: () => [arrived('talous', { started: 'yes' })] });
    expect(kinds(told)).toEqual(['colleagues-said', 'summary']);
    expect(replyOf(told, 'summary')?.answers).toMatchObject({ started: 'yes' });
    const result = command('finish', session, { arrived: () => [arrived('talous', { started: 'yes' })] });
    expect(kinds(result)).toEqual(['colleagues-said', 'result']);
    expect(replyOf(result, 'result')?.answers).toMatchObject({ started: 'yes' });
    const nothing = command('summary', session, { arrived: () => [] });
    expect(kinds(nothing)).toEqual(['summary']);
    const differing = command('summary', session, { arrived: () => [arrived('talous', { need: 'no' })] });
    expect(kinds(differing)).toEqual(['colleagues-said', 'summary']);
    const elsewhere = asker(runOf(), { parts: [{ key: 'p', dialog: 'workbook' }] });
    expect(
      kinds(command('summary', elsewhere, { arrived: () => [arrived('t', { started: 'yes' })] })),
    ).toEqual(['summary']);
  });

  it('is no colleague’s any more once the asker has changed it', () => {
    const run = runOf({
      answers: { need: 'yes', started: 'yes' },
      by: { need: 'talous', started: 'talous' },
    });
    const opened = press({ do: 'go', to: 'need' }, asker(run));
    const nonce = opened.session.pending?.nonce;
    const changed = press({ do: 'answer', step: 'need', nonce, value: 'no' }, opened.session);
    expect(changed.session.runs['quick-check']?.answers.need).toBe('no');
    expect(changed.session.runs['quick-check']?.by).toEqual({ started: 'talous' });
  });

  it('is the asker’s own in the very summary that shows the change, also where the colleague said otherwise', () => {
    const run = runOf({
      stage: 'reviewing',
      answers: { need: 'yes' },
      by: { need: 'talous' },
      colleague: [],
    });
    const context = { arrived: () => [arrived('talous', { need: 'yes' })] };
    const opened = press(
      { do: 'go', to: 'need' },
      asker(run, { parts: [{ key: 'p', dialog: 'quick-check' }] }),
    );
    const nonce = opened.session.pending?.nonce;
    const changed = press({ do: 'answer', step: 'need', nonce, value: 'no' }, opened.session, context);
    expect(changed.session.runs['quick-check']?.by).toEqual({});
    expect(replyOf(changed, 'summary')).not.toHaveProperty('by');
    expect(replyOf(changed, 'colleagues-said')?.rows).toEqual([
      { key: 'need', said: [{ value: 'no' }, { role: 'talous', value: 'yes' }] },
    ]);
  });
});

/** Results that are kept, shown to others and compared: what is said, remembered and done of it, turn by turn. */
import { describe, expect, it } from 'vitest';
import type { ConversationContext, Turn } from '../../src/conversation/context.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import type { Input } from '../../src/conversation/input.ts';
import { type KeptAssessment, type KeptFound, type KeptRun, MOST_RUNS } from '../../src/conversation/kept.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Run, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { stoodOn } from '../support/content.ts';
import { realContext } from '../support/real-context.ts';

const NOW = 5000;
const { version } = stoodOn('quick-check');
const ANSWERS = { judged: 'whole', need: 'yes', started: 'yes', plan: 'no', 'usage-rate': 60 };

function runOf(more: Partial<Run> = {}): Run {
  const told = { answers: ANSWERS, passed: [], reasons: {}, notes: {}, colleague: [] };
  return { dialog: 'quick-check', version, startedAt: 100, stage: 'finished', ...told, ...more };
}
const sessionWith = (run: Run, more: Partial<Session> = {}): Session => ({
  ...newSession('fi'),
  runs: { [run.dialog]: run },
  active: run.dialog,
  ...more,
});
const finished = (more: Partial<Session> = {}) => sessionWith(runOf(), more);

const keptRun = (startedAt: number, more: Partial<KeptRun> = {}): KeptRun => ({
  name: 'Nurmela',
  dialog: 'quick-check',
  version,
  startedAt,
  at: startedAt + 1,
  answers: ANSWERS,
  reasons: {},
  outcome: { dialog: 'quick-check', version, sections: [] },
  ...more,
});
const kept = (key: string, ...runs: KeptRun[]): KeptAssessment => ({
  key,
  name: `${key} kept`,
  runs,
  shared: [],
});
const found = (current: KeptAssessment | undefined, ...own: KeptAssessment[]) => ({
  kept: (): KeptFound => ({ current, own }),
});

/** What is at hand in a channel where all of it can be done. */
const KEYS = {
  resume: () => ({ key: 'new-key', seed: 'new-seed' }),
  link: () => ({ key: 'link-key', seed: 'link-seed' }),
} as const;

interface Said {
  readonly session?: Session;
  readonly context?: Partial<ConversationContext>;
}

function turn(input: Input, { session = finished(), context = KEYS }: Said = {}): Turn {
  return takeTurn({ context: { ...realContext, ...context }, session, now: NOW }, input);
}
const press = (data: object, said?: Said) => turn({ kind: 'press', press: pressSchema.parse(data) }, said);
const command = (name: string, said?: Said) => press({ do: 'command', name }, said);
const kinds = ({ replies }: Turn) =>
  replies.map(reply => {
    if (reply.kind === 'rejected') return `rejected ${reply.rejection.problem}`;
    return reply.kind === 'notice' ? reply.notice : reply.kind;
  });
const effectsOf = <Kind extends Effect['kind']>({ effects }: Turn, kind: Kind) =>
  effects.filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
const replyOf = <Kind extends Reply['kind']>({ replies }: Turn, kind: Kind) =>
  replies.find((reply): reply is Extract<Reply, { kind: Kind }> => reply.kind === kind);

describe('a result is kept', () => {
  const asked = () => command('keep');
  const named = (text: string, context: Partial<ConversationContext> = KEYS) =>
    turn({ kind: 'text', text }, { session: asked().session, context });

  it('under a name that is asked for, and its code is told', () => {
    expect(kinds(asked())).toEqual(['keep-asked']);
    const done = named(' Nurmelan \n kunta ');
    expect(done.replies).toEqual([
      { kind: 'kept', key: 'new-key', name: 'Nurmelan kunta', seed: 'new-seed', alone: true },
    ]);
    expect(done.session).toMatchObject({ kept: { key: 'new-key', name: 'Nurmelan kunta' }, misses: 0 });
    expect(done.session.pending).toBeUndefined();
    expect(effectsOf(done, 'keep')).toMatchObject([
      {
        key: 'new-key',
        fresh: true,
        run: { name: 'Nurmelan kunta', at: NOW, startedAt: 100, answers: ANSWERS },
      },
    ]);
    expect(effectsOf(done, 'keep')[0]).not.toHaveProperty('person');
    expect(effectsOf(done, 'count')).toEqual([{ kind: 'count', counter: 'kept' }]);
  });

  it('by who speaks, where that is known: they find it without the code', () => {
    const done = named('Nurmela', { ...KEYS, ...found(undefined), person: 'me' });
    expect(replyOf(done, 'kept')).toMatchObject({ mine: true });
    expect(effectsOf(done, 'keep')[0]).toMatchObject({ person: 'me' });
  });

  it.each([
    ['', 'rejected missing'],
    [' \u200b\t ', 'rejected missing'],
    ['x'.repeat(61), 'rejected too-long'],
  ])('under no name that is %j: it is asked for again', (value, problem) => {
    const nonce = asked().session.pending?.nonce;
    const done = press({ do: 'name', nonce, value }, { session: asked().session });
    expect(kinds(done)).toEqual([problem, 'keep-asked']);
    expect(done.session.pending?.kind).toBe('name');
    expect(kinds(named('x'.repeat(60)))).toEqual(['kept']);
  });

  it('under no name where somebody leaves, or cannot keep it any more', () => {
    expect(kinds(named('peruuta'))).not.toContain('kept');
    expect(kinds(named('Nurmela', {}))).toEqual(['unavailable-here']);
    const old = press({ do: 'name', nonce: 'zz', value: 'Nurmela' }, { session: asked().session });
    expect(kinds(old)).not.toContain('kept');
  });

  it('only once it has been shown, and where that can be done', () => {
    expect(kinds(command('keep', { context: {} }))).toEqual(['unavailable-here']);
    expect(kinds(command('keep', { session: newSession('fi') }))).toEqual(['nothing-to-keep']);
    expect(kinds(command('keep', { session: sessionWith(runOf({ stage: 'asking' })) }))).toEqual([
      'nothing-to-keep',
    ]);
  });

  it('anew with those kept before it, without another code', () => {
    const session = finished({ kept: { key: 'k', name: 'k kept' } });
    const first = command('keep', { session, context: { ...KEYS, kept: () => undefined } });
    expect(first.effects).toEqual([{ kind: 'recall' }]);
    const again = command('keep', { session, context: { ...KEYS, ...found(kept('k', keptRun(100))) } });
    expect(replyOf(again, 'kept')).toEqual({ kind: 'kept', key: 'k', name: 'k kept', alone: true });
    expect(effectsOf(again, 'keep')).toMatchObject([{ key: 'k', fresh: false, run: { name: 'k kept' } }]);
  });

  it('no more often than there is room, but once more in its own place', () => {
    const session = finished({ kept: { key: 'k', name: 'k kept' } });
    const full = Array.from({ length: MOST_RUNS }, (_, at) => keptRun(1000 + at));
    const keep = (...runs: KeptRun[]) =>
      kinds(command('keep', { session, context: { ...KEYS, ...found(kept('k', ...runs)) } }));
    expect(keep(...full)).toEqual(['kept-full']);
    expect(keep(...full.slice(1))).toEqual(['kept']);
    expect(keep(...full.slice(1), keptRun(100))).toEqual(['kept']);
  });
});

describe('what is kept', () => {
  const one = kept('one', keptRun(10), keptRun(20));
  const two = kept('two', keptRun(30, { dialog: 'workbook', version: '1.0.0' }));

  it('is opened by its code: the conversation goes on with it', () => {
    const opened = turn({ kind: 'resume-code', code: 'c', opened: { kind: 'found', kept: one } });
    expect(opened.session.kept).toEqual({ key: 'one', name: 'one kept' });
    expect(replyOf(opened, 'kept-opened')).toMatchObject({
      name: 'one kept',
      dialogs: [{ dialog: 'quick-check', version, trend: { points: [{ at: 11 }, { at: 21 }] } }],
      alone: true,
    });
    const unknown = turn({ kind: 'resume-code', code: 'c', opened: { kind: 'unknown' } });
    expect([kinds(unknown), unknown.session.kept]).toEqual([['kept-unknown'], undefined]);
    expect(kinds(turn({ kind: 'resume-code', code: 'c', opened: { kind: 'too-many' } }))).toEqual([
      'kept-too-many',
    ]);
    expect(kinds(turn({ kind: 'resume-code', code: 'c' }))).toEqual(['kept-unknown']);
  });

  it('is shown instrument by instrument', () => {
    const both = kept(
      'both',
      keptRun(10),
      keptRun(30, { dialog: 'workbook', version: '1.0.0' }),
      keptRun(40),
    );
    const opened = turn({ kind: 'resume-code', code: 'c', opened: { kind: 'found', kept: both } });
    expect(
      replyOf(opened, 'kept-opened')?.dialogs.map(({ dialog, trend }) => [dialog, trend.points.length]),
    ).toEqual([
      ['quick-check', 2],
      ['workbook', 1],
    ]);
  });

  it.each<[what: string, context: Partial<ConversationContext>, replies: readonly string[]]>([
    ['nothing that is known of', {}, ['kept-give-code']],
    ['nothing', { ...found(undefined), person: 'me' }, ['kept-give-code']],
    ['what this conversation goes on with', { ...found(one), person: 'me' }, ['kept-opened']],
    ['the only one somebody has', { ...found(undefined, two), person: 'me' }, ['kept-opened']],
    ['one of several', { ...found(one, one, two), person: 'me' }, ['kept-list']],
    ['what is to be looked up', { kept: () => undefined, person: 'me' }, []],
  ])('is asked for: %s', (_what, context, replies) => {
    const asked = command('kept', { context: { ...KEYS, ...context } });
    expect(kinds(asked)).toEqual(replies);
    if (replies.length === 0) expect(asked.effects).toEqual([{ kind: 'recall' }]);
  });

  it('is chosen from a list with the day of the latest of each', () => {
    const context = { ...KEYS, ...found(undefined, one, two), person: 'me' };
    expect(replyOf(command('kept', { context }), 'kept-list')?.own).toEqual([
      { key: 'one', name: 'one kept', at: 21 },
      { key: 'two', name: 'two kept', at: 31 },
    ]);
    expect(press({ do: 'open-kept', key: 'two' }, { context }).session.kept).toEqual({
      key: 'two',
      name: 'two kept',
    });
    expect(kinds(press({ do: 'open-kept', key: 'three' }, { context }))).toEqual(['kept-unknown']);
    const toLoad = press({ do: 'open-kept', key: 'two' }, { context: { ...context, kept: () => undefined } });
    expect([kinds(toLoad), toLoad.effects]).toEqual([[], [{ kind: 'recall' }]]);
  });

  it('is thrown away when that is confirmed, and the conversation stays', () => {
    const session = finished({ kept: { key: 'one', name: 'one kept' } });
    expect(kinds(command('forget'))).toEqual(['kept-give-code']);
    const asked = command('forget', { session });
    expect(asked.session.pending).toMatchObject({ kind: 'confirm', what: 'forget', kept: ['one kept'] });
    const sure = (value: string, context: Partial<ConversationContext> = KEYS) =>
      press(
        { do: 'confirm', nonce: asked.session.pending?.nonce, value },
        { session: asked.session, context },
      );
    const gone = sure('yes', { ...KEYS, person: 'me' });
    expect(gone.session).not.toHaveProperty('kept');
    expect(gone.session.runs).toEqual(session.runs);
    expect(gone.effects).toEqual([{ kind: 'forget', key: 'one', person: 'me' }]);
    expect(sure('yes').effects).toEqual([{ kind: 'forget', key: 'one' }]);
    expect(sure('no').session.kept).toEqual({ key: 'one', name: 'one kept' });
  });

  it('is named when all of a conversation goes, and goes with it when that is said', () => {
    const session = finished({
      kept: { key: 'one', name: 'one kept' },
      links: ['l1', 'l2'],
      contributed: { 'quick-check': { member: 'm', since: 1, group: '091' } },
      workshop: { id: 'w', code: 'c', judged: { dialog: 'quick-check', version, at: [] }, secret: 's' },
    });
    const context = { ...KEYS, ...found(one, two), person: 'me' };
    const asked = command('erase', { session, context });
    expect(asked.session.pending).toMatchObject({ what: 'erase', kept: ['one kept', 'two kept'] });
    const sure = (value: string) =>
      press(
        { do: 'confirm', nonce: asked.session.pending?.nonce, value },
        { session: asked.session, context },
      );
    const conversation = sure('yes');
    expect(kinds(conversation)).toEqual(['erased', 'kept-stays']);
    expect(conversation.effects).toEqual([
      { kind: 'withdraw', of: { dialog: 'quick-check', group: '091' }, member: 'm' },
      { kind: 'unlink', key: 'l1' },
      { kind: 'unlink', key: 'l2' },
      { kind: 'forget-workshop', id: 'w', secret: 's' },
      { kind: 'erase-everything' },
    ]);
    expect(conversation.session).toEqual({
      locale: 'fi',
      serial: asked.session.serial,
      misses: 0,
      runs: {},
      pending: { kind: 'confirm', what: 'erase', nonce: asked.session.pending?.nonce },
    });
    const all = sure('all');
    expect(kinds(all)).toEqual(['erased']);
    expect(effectsOf(all, 'forget').map(({ key }) => key)).toEqual(['one', 'two']);
    const nothing = command('erase');
    expect(nothing.session.pending).not.toHaveProperty('kept');
    expect(command('erase', { context: { ...context, kept: () => undefined } }).effects).toEqual([
      { kind: 'recall' },
    ]);
  });
});

describe('a result is shown to others', () => {
  it.each<[what: string, said: Said, replies: readonly string[]]>([
    ['by a link', {}, ['link-offered']],
    ['by a link alone on a page', { context: { ...KEYS, shareCode: () => 'ABC' } }, ['link-offered']],
    [
      'by a code as well in a chat of one’s own',
      { session: finished({ place: 'personal' }), context: { ...KEYS, shareCode: () => 'ABC' } },
      ['share-offered', 'link-offered'],
    ],
    [
      'by a code alone',
      { session: finished({ place: 'personal' }), context: { shareCode: () => 'ABC' } },
      ['share-offered'],
    ],
    ['not in a group', { session: finished({ place: 'group' }) }, ['share-in-personal']],
    ['not where there is no way to', { context: {} }, ['unavailable-here']],
    ['not without a result', { session: newSession('fi') }, ['nothing-to-share']],
    ['not before it was shown', { session: sessionWith(runOf({ stage: 'asking' })) }, ['nothing-to-share']],
  ])('%s', (_what, said, replies) => {
    expect(kinds(command('share', said))).toEqual(replies);
  });

  it('without what was answered, for so long', () => {
    const shown = command('share', {
      session: finished({ place: 'personal' }),
      context: { ...KEYS, shareCode: () => 'ABC' },
    });
    expect(replyOf(shown, 'link-offered')).toEqual({
      kind: 'link-offered',
      key: 'link-key',
      seed: 'link-seed',
      days: 30,
    });
    expect(replyOf(shown, 'share-offered')).toEqual({ kind: 'share-offered', code: 'ABC', minutes: 60 });
    expect(shown.effects.map(({ kind }) => kind)).toEqual(['share', 'link', 'count']);
    const [link] = effectsOf(shown, 'link');
    expect(link).toMatchObject({ key: 'link-key', shared: { dialog: 'quick-check', version, at: NOW } });
    expect(shown.session.links).toEqual(['link-key']);
  });

  it('after a change only once it has been shown itself', () => {
    const last = { dialog: 'quick-check', version, at: 200, low: 0, high: 4 };
    const session = sessionWith(runOf({ stage: 'reviewing' }), { last });
    const shown = command('share', { session });
    expect(kinds(shown)).toEqual(['result', 'link-offered']);
    expect(shown.session.runs['quick-check']?.stage).toBe('finished');
    // What was shown of an earlier run, or of another instrument, is not this one.
    for (const other of [
      { ...last, at: 99 },
      { ...last, dialog: 'workbook' },
    ])
      expect(kinds(command('share', { session: { ...session, last: other } }))).toEqual(['nothing-to-share']);
  });

  it('by five links at a time: the oldest is called back', () => {
    const session = finished({ links: ['1', '2', '3', '4', '5'] });
    const sixth = command('share', { session });
    expect(sixth.session.links).toEqual(['2', '3', '4', '5', 'link-key']);
    expect(effectsOf(sixth, 'unlink')).toEqual([{ kind: 'unlink', key: '1' }]);
    expect(
      effectsOf(command('share', { session: finished({ links: ['1', '2', '3', '4'] }) }), 'unlink'),
    ).toEqual([]);
  });

  it('no longer, when all links are called back', () => {
    expect(kinds(command('unshare'))).toEqual(['no-links']);
    const session = finished({ links: ['1', '2'], parts: [{ key: 'p', dialog: 'quick-check' }] });
    const closed = command('unshare', { session });
    expect(kinds(closed)).toEqual(['links-closed']);
    expect(closed.effects).toEqual([
      { kind: 'unlink', key: '1' },
      { kind: 'unlink', key: '2' },
      { kind: 'close-part', key: 'p' },
    ]);
    expect(closed.session).not.toHaveProperty('links');
    expect(closed.session).not.toHaveProperty('parts');
  });

  it('where its code is said, and where nothing is kept under it that is told', () => {
    const outcome = { dialog: 'quick-check', version, sections: [] };
    const shared = { dialog: 'quick-check', version, at: 7, outcome };
    const shown = turn({ kind: 'share-code', code: 'ABC', found: shared });
    expect(shown.replies).toEqual([{ kind: 'result-shared', ...shared }]);
    expect(shown.session.runs).toEqual(finished().runs);
    expect(kinds(turn({ kind: 'share-code', code: 'ABC' }))).toEqual(['share-unknown']);
  });
});

describe('a result is set beside others’', () => {
  const stair = { low: 2, high: 2 };
  const standing = {
    kind: 'standing',
    stair,
    of: 4,
    coverage: 1,
    provisional: false,
    provisionalBelow: 0.5,
    progress: 0,
    holding: [],
    smallestLift: [],
    notApplicable: [],
  } as const;
  const quickCheck = {
    ...stoodOn('quick-check'),
    compares: { by: 'municipality', whole: { judged: 'whole' } },
  };
  const whole = (more: Partial<KeptRun> = {}) =>
    keptRun(10, { outcome: { dialog: 'quick-check', version, sections: [standing] }, ...more });
  const comparing = (assessment: KeptAssessment | undefined, more: Partial<ConversationContext> = {}) => ({
    ...KEYS,
    ...found(assessment),
    current: (dialog: string) => (dialog === 'quick-check' ? quickCheck : undefined),
    peers: () => new Map(),
    memberName: () => 'member',
    person: 'me',
    ...more,
  });
  const known = { size: 'under-5000', group: 'rural' } as const;
  const deciding = (sure: string, more: Partial<ConversationContext> = {}, one = kept('k', whole())) =>
    press(
      { do: 'confirm', nonce: '1', value: sure },
      {
        session: finished({ pending: { kind: 'compare', nonce: '1', dialog: 'quick-check', class: known } }),
        context: comparing(one, more),
      },
    );

  const { resume: _, ...unkept } = comparing(kept('k', whole()));
  it.each<[what: string, said: Said, replies: readonly string[]]>([
    ['where it cannot be', { context: KEYS }, ['unavailable-here']],
    ['where nothing can be kept', { context: unkept }, ['unavailable-here']],
    [
      'in a group',
      { session: finished({ place: 'group' }), context: comparing(kept('k', whole())) },
      ['share-in-personal'],
    ],
    ['before it is kept', { context: comparing(undefined) }, ['compare-keep-first']],
    [
      'of an area',
      { context: comparing(kept('k', whole({ answers: { ...ANSWERS, judged: 'work' } }))) },
      ['compare-whole'],
    ],
    [
      'of few answers',
      {
        context: comparing(
          kept(
            'k',
            whole({
              outcome: { dialog: 'quick-check', version, sections: [{ ...standing, coverage: 0.1 }] },
            }),
          ),
        ),
      },
      ['compare-more'],
    ],
    [
      'once what the municipality is like is told',
      { context: comparing(kept('k', whole())) },
      ['compare-asked'],
    ],
  ])('%s', (_what, said, replies) => {
    expect(kinds(command('compare', said))).toEqual(replies);
  });

  it('after its group, its size and whether it may be have been asked', () => {
    const context = comparing(kept('k', whole()));
    const asks = (played: Turn) => replyOf(played, 'compare-asked')?.asks;
    const first = command('compare', { context });
    expect(replyOf(first, 'compare-asked')).toMatchObject({
      asks: 'group',
      class: {},
      figures: { stair: 2 },
    });
    const said = (value: string, before: Turn) =>
      press(
        { do: 'compare', nonce: before.session.pending?.nonce, value },
        { session: before.session, context },
      );
    const second = said('rural', first);
    const third = said('under-5000', second);
    expect([asks(second), asks(third)]).toEqual(['size', 'share']);
    expect(third.session.pending).toMatchObject({ kind: 'compare', class: known });
    const shared = press(
      { do: 'confirm', nonce: third.session.pending?.nonce, value: 'yes' },
      { session: third.session, context },
    );
    expect(kinds(shared)).toEqual(['compared']);
  });

  it('shared with a yes, only looked at with a no', () => {
    const yes = deciding('yes');
    expect(replyOf(yes, 'compared')).toMatchObject({
      sharing: 'begun',
      peers: { class: known, own: { stair: 2 } },
    });
    expect(effectsOf(yes, 'share-figures')).toEqual([
      {
        kind: 'share-figures',
        key: 'k',
        shared: { dialog: 'quick-check', member: 'member', class: known },
        figures: { stair: 2 },
        fresh: true,
      },
    ]);
    const no = deciding('no');
    expect([replyOf(no, 'compared')?.sharing, no.effects]).toEqual(['off', []]);
  });

  it('once what is public of theirs has been looked up', () => {
    const looking = deciding('yes', { peers: () => undefined });
    expect([kinds(looking), looking.effects]).toEqual([
      [],
      [{ kind: 'look-at-peers', dialog: 'quick-check' }],
    ]);
  });

  it('by four of one person at most, and of nobody’s where it is not known who speaks', () => {
    const shared = [{ dialog: 'quick-check', member: 'm', class: known }];
    const own = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...kept(`o${at}`, whole()), shared }));
    const by = (count: number) =>
      kinds(deciding('yes', { kept: () => ({ current: kept('k', whole()), own: own(count) }) }));
    expect([by(3), by(4)]).toEqual([['compared'], ['compare-too-many']]);
    // What is shared of another dialog is counted there.
    const other = { ...kept('o', whole()), shared: [{ dialog: 'workbook', member: 'm', class: known }] };
    const mixed = { kept: () => ({ current: kept('k', whole()), own: [...own(3), other] }) };
    expect(kinds(deciding('yes', mixed))).toEqual(['compared']);
    const session = finished({ kept: { key: 'k', name: 'k' } });
    const { person: _, ...stranger } = comparing(kept('k', whole()));
    const said = (mayShare?: () => boolean) =>
      kinds(
        press(
          { do: 'confirm', nonce: '1', value: 'yes' },
          {
            session: {
              ...session,
              pending: { kind: 'compare', nonce: '1', dialog: 'quick-check', class: known },
            },
            context: { ...stranger, ...(mayShare && { mayShare }) },
          },
        ),
      );
    expect([said(() => true), said(() => false), said()]).toEqual([
      ['compared'],
      ['compare-too-many'],
      ['compare-too-many'],
    ]);
    expect(kinds(deciding('yes', { memberName: () => 'm', ...found(kept('k', whole())) }))).toEqual([
      'compared',
    ]);
  });

  it('with the latest figures while they are shared, and no longer when that is taken back', () => {
    const shared = { dialog: 'quick-check', member: 'm', class: known };
    const one = { ...kept('k', whole()), shared: [shared] };
    const again = command('compare', { context: comparing(one) });
    expect(replyOf(again, 'compared')?.sharing).toBe('on');
    expect(effectsOf(again, 'share-figures')).toMatchObject([{ fresh: false, shared }]);
    const stopped = command('uncompare', { context: comparing(one) });
    expect([kinds(stopped), stopped.effects]).toEqual([
      ['compare-stopped'],
      [{ kind: 'unshare-figures', key: 'k', shared }],
    ]);
    expect(kinds(command('uncompare', { context: comparing(kept('k', whole())) }))).toEqual([
      'compare-not-shared',
    ]);
    expect(kinds(command('uncompare', { context: comparing(undefined) }))).toEqual(['compare-not-shared']);
    expect(kinds(command('uncompare', { context: {} }))).toEqual(['unavailable-here']);
    expect(command('uncompare', { context: comparing(one, { kept: () => undefined }) }).effects).toEqual([
      { kind: 'recall' },
    ]);
  });

  it('by the latest of the dialog in hand, or else the latest there is', () => {
    const at = (low: number): Partial<KeptRun> => ({
      outcome: { dialog: 'quick-check', version, sections: [{ ...standing, stair: { low, high: 4 } }] },
    });
    const context = comparing(kept('k', whole(at(1)), whole(at(3)), keptRun(90, { dialog: 'profile' })));
    const figures = (session: Session) =>
      replyOf(command('compare', { session, context }), 'compare-asked')?.figures;
    expect(figures(finished())).toEqual({ stair: 3 });
    expect(figures({ ...newSession('fi'), active: 'profile' })).toEqual({ stair: 3 });
  });

  it('of the dialog that was asked about, whichever is in hand by now', () => {
    const other = { ...quickCheck, id: 'other' };
    const find = (dialog: string) => ({ 'quick-check': quickCheck, other })[dialog];
    const at = (dialog: string, low: number) =>
      whole({ dialog, outcome: { dialog, version, sections: [{ ...standing, stair: { low, high: low } }] } });
    const one = kept('k', at('quick-check', 1), at('other', 3));
    const asking = (dialog: string): Session => ({
      ...finished({ active: 'other' }),
      pending: { kind: 'compare', nonce: '1', dialog, class: { group: 'rural' } },
    });
    const figures = (dialog: string) =>
      replyOf(
        press(
          { do: 'compare', nonce: '1', value: 'under-5000' },
          { session: asking(dialog), context: comparing(one, { current: find, instrument: find }) },
        ),
        'compare-asked',
      )?.figures;
    expect([figures('quick-check'), figures('other')]).toEqual([{ stair: 1 }, { stair: 3 }]);
  });
});

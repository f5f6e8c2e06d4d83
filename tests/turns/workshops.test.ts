/** A workshop through real turns: begun, joined, answered alone, revealed, locked; and what is left of it in the store. */
import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { ballotPart } from '../../src/assessment/workshop/ballot.ts';
import type { Input } from '../../src/conversation/input.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery, Turns } from '../../src/turns/turns.ts';
import { ballotsIn, stateName } from '../../src/turns/workshop/state.ts';
import { shipped } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { shippedContext } from '../support/real-context.ts';

interface Room {
  readonly turns: Turns;
  readonly store: Store;
  readonly clock: { now: number };
  /** What was said to this; a string is typed, an object pressed. */
  does(who: string, what: string | object, more?: Partial<Delivery>): Promise<readonly Reply[]>;
}

const ANSWERS = {
  need: 'yes',
  started: 'yes',
  plan: 'yes',
  leadership: 'no',
  money: 'yes',
  'work-time': 'yes',
};

function turnsOn(store: Store, clock: { now: number }): Turns {
  return createTurns({ store, context: shippedContext, now: () => clock.now, count: () => undefined });
}

/** Given another room, a second process of the same store. */
async function room(other?: Room): Promise<Room> {
  const clock = other?.clock ?? { now: 1_000_000 };
  const store = other?.store ?? (await embeddedStore({ now: () => clock.now }));
  const turns = turnsOn(store, clock);
  let deliveries = 0;
  return {
    turns,
    store,
    clock,
    does: async (who, what, more = {}) => {
      deliveries += 1;
      const outcome = await turns.process({
        key: { channel: 'test', conversation: who },
        deliveryId: `${other ? 'second' : 'first'} ${deliveries}`,
        locale: 'fi',
        input: inputFrom(what),
        voter: who,
        codesFrom: who,
        out: { to: 'caller' },
        ...more,
      });
      if (outcome.kind !== 'applied') throw new Error(`${JSON.stringify(what)} was ${outcome.kind}`);
      return outcome.said.map(({ reply }) => reply);
    },
  };
}

function inputFrom(what: string | object): Input {
  if (typeof what === 'string') return { kind: 'text', text: what };
  return { kind: 'press', press: pressSchema.parse(what) };
}

const press = (act: string, more: object = {}) => ({ do: 'workshop', act, ...more });
const ballot = (id: string, answers: Readonly<Record<string, string>>) =>
  press('cast', {
    id,
    ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [`q:${key}`, value])),
  });

const kinds = (replies: readonly Reply[]) =>
  replies.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind));

function of<Kind extends Reply['kind']>(
  replies: readonly Reply[],
  kind: Kind,
): Extract<Reply, { kind: Kind }> {
  const found = replies.find((reply): reply is Extract<Reply, { kind: Kind }> => reply.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${kinds(replies)}`);
  return found;
}

const GROUP = { place: 'group' } as const;
const asMember = (person: string) => ({ ...GROUP, voter: person, by: person });

async function begun({ does }: Room, what = 'quick-check/all', more: Partial<Delivery> = {}) {
  return of(await does('lead', press('start', { what }), more), 'workshop-led');
}

/** Members join by the code and answer alone. */
async function answeredBy(
  { does }: Room,
  { id, code }: { id: string; code: string },
  ballots: Readonly<Record<string, Readonly<Record<string, string>>>>,
) {
  for (const [who, answers] of Object.entries(ballots)) {
    expect(kinds(await does(who, code))).toEqual(['workshop-ballot']);
    expect(kinds(await does(who, ballot(id, answers)))).toEqual(['workshop-noted']);
  }
}

/** The names that ballots have in the store. */
async function ballotsOf({ store }: Room, id: string): Promise<readonly string[]> {
  return [...ballotsIn(await store.gather(stateName(id))).keys()];
}

const THREE = {
  aino: ANSWERS,
  bosse: { ...ANSWERS, plan: 'no' },
  cilla: { ...ANSWERS, plan: 'no', leadership: 'yes' },
};

describe('a workshop', () => {
  it.each(['työpaja', 'aloitetaan työpaja', 'workshop', 'starta workshopen', 'start a workshop'])(
    'is begun with “%s”, on what is chosen',
    async words => {
      const { does } = await room();
      const choice = of(await does('lead', words), 'workshop-choice');
      expect(choice.parts.map(({ dialog, at }) => [dialog, ...at.map(({ item }) => item)].join('/'))).toEqual(
        expect.arrayContaining(['quick-check', 'workbook/work']),
      );
    },
  );

  it('proposes the part that is in hand', async () => {
    const { does } = await room();
    expect(of(await does('lead', 'työpaja'), 'workshop-choice').value).toBeUndefined();
    await does('lead', { do: 'command', name: 'start' });
    expect(of(await does('lead', 'työpaja'), 'workshop-choice').value).toBe('quick-check/all');
  });

  it('ends in one result that says it is a consensus, of how many, and where views parted', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const looked = of(await here.does('lead', press('look', { id: led.id })), 'workshop-led');
    expect(looked.answered).toBe(3);
    const spread = of(await here.does('lead', press('reveal', { id: led.id })), 'workshop-spread');
    // The same three answers part views as far either way; what nobody doubts comes last.
    expect(spread.spreads.slice(0, 2).map(({ key }) => key)).toEqual(['plan', 'leadership']);
    const settled = press('lock', { id: led.id, 'q:plan': 'partly', 'q:usage-rate': '85 %' });
    const result = of(await here.does('lead', settled), 'result');
    expect(result.answers).toMatchObject({ need: 'yes', plan: 'partly', leadership: 'no', 'usage-rate': 85 });
    expect(sectionOf(result.outcome, 'consensus')).toMatchObject({
      members: 3,
      parted: [
        {
          answer: { key: 'plan', value: 'partly' },
          counts: [
            { value: 'yes', n: 1 },
            { value: 'no', n: 2 },
          ],
        },
        { answer: { key: 'leadership', value: 'no' } },
      ],
    });
    const seen = of(await here.does('aino', press('result', { id: led.id })), 'result-shared');
    expect(seen.outcome).toEqual(result.outcome);
    expect((await here.turns.recall({ channel: 'test', conversation: 'aino' }))?.runs).toEqual({});
  });

  it('judges an area of the workbook, and chooses it in the run', async () => {
    const here = await room();
    const led = await begun(here, 'workbook/work');
    const answers = { 'work.work-begun': 'yes', 'work.job-matching.status': 'inuse' };
    await answeredBy(here, led, { a: answers, b: answers, c: { 'work.job-matching.status': 'none' } });
    const result = of(await here.does('lead', press('lock', { id: led.id })), 'result');
    expect(result.answers).toMatchObject({ areas: ['work'], 'work.job-matching.status': 'inuse' });
    // Of the groundwork only two spoke: nothing of that is told, and nothing agreed on.
    expect(result.answers['work.work-begun']).toBeUndefined();
  });

  it('judges one perspective of the profile, whose rungs are asked as far as the answers lead', async () => {
    const here = await room();
    const choice = of(await here.does('lead', 'työpaja'), 'workshop-choice');
    const parts = choice.parts.map(({ dialog, at }) => [dialog, ...at.map(({ item }) => item)].join('/'));
    expect(parts).toContain('profile/whole/strategy');
    const led = await begun(here, 'profile/whole.strategy');
    const { questions = [] } = ballotPart(shipped('profile'), led.judged.at) ?? {};
    const every = (value: string) => Object.fromEntries(questions.map(({ field }) => [field.key, value]));
    await answeredBy(here, led, { a: every('yes'), b: every('yes'), c: every('no') });
    const result = of(await here.does('lead', press('lock', { id: led.id })), 'result');
    expect(sectionOf(result.outcome, 'consensus')).toMatchObject({ members: 3 });
    const profile = sectionOf(result.outcome, 'profile');
    const strategy = profile?.axes.find(({ item }) => item.id === 'strategy');
    expect(strategy?.level.low).toBeGreaterThan(1);
    expect(Object.keys(result.answers).every(key => !key.startsWith('whole.leadership'))).toBe(true);
  });

  it('keeps what the facilitator had answered otherwise', async () => {
    const here = await room();
    await here.does('lead', { do: 'command', name: 'start' });
    const led = await begun(here);
    await here.turns.process({
      key: { channel: 'test', conversation: 'lead' },
      deliveryId: 'cells',
      locale: 'fi',
      input: {
        kind: 'entries',
        dialog: 'quick-check',
        locale: 'fi',
        cells: [{ key: 'usage-rate', text: '42' }],
      },
      out: { to: 'caller' },
    });
    await answeredBy(here, led, THREE);
    const result = of(await here.does('lead', press('lock', { id: led.id })), 'result');
    expect(result.answers).toMatchObject({ 'usage-rate': 42, need: 'yes' });
  });

  it('does not undo what was changed after it, however often its result is asked for', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const { answers } = of(await here.does('lead', press('lock', { id: led.id })), 'result');
    expect(answers.need).toBe('yes');
    const asked = of(await here.does('lead', { do: 'go', to: 'need' }), 'question');
    await here.does('lead', { do: 'answer', step: 'need', nonce: asked.nonce, value: 'no' });
    const again = of(await here.does('lead', press('result', { id: led.id })), 'result');
    expect(again.answers.need).toBe('no');
    expect(sectionOf(again.outcome, 'consensus')?.changed).toBe(1);
  });
});

describe('members', () => {
  it('can change their ballot, and none counts twice', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, { a: ANSWERS, b: ANSWERS });
    await answeredBy(here, led, { a: { need: 'no' }, b: { need: 'no' } });
    expect(of(await here.does('lead', press('look', { id: led.id })), 'workshop-led').answered).toBe(2);
    await answeredBy(here, led, { c: { need: 'no' } });
    const { spreads } = of(await here.does('lead', press('reveal', { id: led.id })), 'workshop-spread');
    expect(spreads.map(({ key, n }) => `${key} ${n}`)).toEqual(['need 3']);
  });

  it('who come late are shown with three of them, never one', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const reveal = async () =>
      of(await here.does('lead', press('reveal', { id: led.id })), 'workshop-spread');
    const first = await reveal();
    for (const late of ['d', 'e']) {
      await answeredBy(here, led, { [late]: { plan: 'partly' } });
      expect((await reveal()).spreads).toEqual(first.spreads);
    }
    expect(await reveal()).toMatchObject({ answered: 5, waiting: 2 });
    await answeredBy(here, led, { f: { plan: 'partly' } });
    expect((await reveal()).spreads.find(({ key }) => key === 'plan')?.n).toBe(6);
  });

  it.each([0, 1, 2])('who are %i are told nothing of each other', async count => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, Object.fromEntries(Object.entries(THREE).slice(0, count)));
    for (const act of ['reveal', 'lock'])
      expect(kinds(await here.does('lead', press(act, { id: led.id })))).toEqual(['workshop-too-few']);
  });

  it('cannot lead, nor see more than the ballot', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    for (const act of ['reveal', 'lock', 'close', 'hand-over'])
      expect(kinds(await here.does('aino', press(act, { id: led.id })))).toEqual(['workshop-not-yours']);
    expect(kinds(await here.does('aino', press('look', { id: led.id })))).toEqual(['workshop-ballot']);
    expect(kinds(await here.does('aino', press('result', { id: led.id })))).toEqual(['workshop-open']);
    expect(kinds(await here.does('stranger', press('cast', { id: led.id, 'q:need': 'yes' })))).toEqual([
      'workshop-none',
    ]);
  });

  it.each([
    ['nothing', {}],
    ['an answer that is none', { need: 'maybe' }],
    ['a question of another part', { 'work.job-matching.status': 'inuse' }],
    ['an empty one', { need: '' }],
  ])('who send %s are told so, and nothing is kept', async (_, answers) => {
    const here = await room();
    const led = await begun(here);
    await here.does('aino', led.code);
    expect(kinds(await here.does('aino', ballot(led.id, answers)))).toEqual(['workshop-empty']);
    expect((await ballotsOf(here, led.id)).length).toBe(0);
  });

  it('who leave, or erase what they told, take their ballot with them', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    expect(kinds(await here.does('aino', press('leave', { id: led.id })))).toEqual(['workshop-left']);
    expect((await ballotsOf(here, led.id)).length).toBe(2);
    await here.does('bosse', 'poista tietoni');
    expect(kinds(await here.does('bosse', 'kyllä'))).toEqual(['erased']);
    expect((await ballotsOf(here, led.id)).length).toBe(1);
  });
});

describe('a code', () => {
  it('is taken as it is typed', async () => {
    const here = await room();
    const { code } = await begun(here);
    for (const typed of [
      code,
      code.toLowerCase(),
      `työpaja ${code.replace('-', ' ')}`,
      `liity työpajaan ${code}`,
    ])
      expect(kinds(await here.does(typed, typed))).toEqual(['workshop-ballot']);
  });

  it('that is none is told, and after many of them none is listened to for ten minutes', async () => {
    const here = await room();
    const { code } = await begun(here);
    expect(kinds(await here.does('eve', 'ABCD-2345'))).toEqual(['workshop-unknown']);
    const wrong = { do: 'join', code: 'ABCD-2345' } as const;
    for (let index = 1; index < 30; index++)
      expect(await here.turns.workshops.call(wrong, { codesFrom: 'eve' })).toEqual({ kind: 'unknown' });
    expect(kinds(await here.does('eve', code))).toEqual(['workshop-tries']);
    expect(kinds(await here.does('aino', code))).toEqual(['workshop-ballot']);
    here.clock.now += 10 * 60_000;
    expect(kinds(await here.does('eve', code))).toEqual(['workshop-ballot']);
  });

  it('lets nobody in after half a day; who is in goes on', async () => {
    const here = await room();
    const led = await begun(here);
    await here.does('aino', led.code);
    here.clock.now += 12 * 3_600_000 + 1;
    expect(kinds(await here.does('bosse', led.code))).toEqual(['workshop-unknown']);
    expect(kinds(await here.does('aino', ballot(led.id, ANSWERS)))).toEqual(['workshop-noted']);
  });

  it('opens nothing where nobody counts the wrong ones', async () => {
    const here = await room();
    const { code } = await begun(here);
    expect(kinds(await here.does('aino', code, { codesFrom: undefined }))).toEqual(['workshop-tries']);
  });

  it('is a word where words are asked for', async () => {
    const here = await room();
    await here.does('aino', { do: 'command', name: 'start' });
    await here.does('aino', 'muistiinpano');
    expect(kinds(await here.does('aino', 'ABCD-2345'))).toContain('note-saved');
  });
});

describe('in a group', () => {
  it('all press one card and nothing is said or saved there, whoever presses at the same time', async () => {
    const here = await room();
    const said = await here.does('lead', press('start', { what: 'quick-check/all' }), asMember('chair'));
    expect(kinds(said)).toEqual(['workshop-led', 'workshop-ballot']);
    const { id } = of(said, 'workshop-led');
    expect(of(said, 'workshop-led').secret).toBeUndefined();
    const before = await here.store.load({ channel: 'test', conversation: 'lead' }, 'record');
    const people = Array.from({ length: 40 }, (_, index) => `person ${index}`);
    const heard = await Promise.all(
      people.map(person =>
        here.does(
          'lead',
          ballot(id, { ...ANSWERS, plan: person < 'person 2' ? 'yes' : 'no' }),
          asMember(person),
        ),
      ),
    );
    expect(heard.flat()).toEqual([]);
    expect(await here.store.load({ channel: 'test', conversation: 'lead' }, 'record')).toEqual(before);
    const look = of(await here.does('lead', press('look', { id }), asMember('person 3')), 'workshop-led');
    expect(look.answered).toBe(40);
  });

  it('who answers there and alone counts once', async () => {
    const here = await room();
    const { id, code } = await begun(here, 'quick-check/all', asMember('chair'));
    await here.does('lead', ballot(id, ANSWERS), asMember('aino'));
    await here.does('aino', code);
    await here.does('aino', ballot(id, ANSWERS));
    expect(of(await here.does('lead', press('look', { id }), asMember('x')), 'workshop-led').answered).toBe(
      1,
    );
  });

  it('only who began it leads, until somebody takes over in the sight of all', async () => {
    const here = await room();
    const { id } = await begun(here, 'quick-check/all', asMember('chair'));
    for (const person of ['a', 'b', 'c']) await here.does('lead', ballot(id, ANSWERS), asMember(person));
    const reveal = async (person: string) =>
      kinds(await here.does('lead', press('reveal', { id }), asMember(person)));
    expect(await reveal('a')).toEqual(['workshop-not-yours']);
    expect(await reveal('chair')).toEqual(['workshop-spread']);
    expect(kinds(await here.does('lead', press('take-over', { id }), asMember('a')))).toEqual([
      'workshop-taken-over',
      'workshop-led',
    ]);
    expect(await reveal('chair')).toEqual(['workshop-not-yours']);
    expect(kinds(await here.does('lead', press('lock', { id }), asMember('a')))).toEqual(['result']);
    const late = await here.does('lead', ballot(id, ANSWERS), asMember('d'));
    expect(kinds(late)).toEqual(['workshop-over']);
  });

  it('an erasure is the asker’s to confirm, and until then the workshop goes on', async () => {
    const here = await room();
    const { id } = await begun(here, 'quick-check/all', asMember('chair'));
    const asked = of(await here.does('lead', 'poista tietoni', asMember('a')), 'confirm');
    const yes = { do: 'confirm', nonce: asked.nonce, value: 'yes' };
    expect(kinds(await here.does('lead', yes, asMember('b')))).toEqual(['asker-confirms']);
    expect((await here.store.gather(stateName(id))).size).toBeGreaterThan(0);
    expect(kinds(await here.does('lead', yes, asMember('a')))).toEqual(['erased']);
    expect((await here.store.gather(stateName(id))).size).toBe(0);
  });
});

describe('a facilitator', () => {
  it('who closes it keeps the answers, and can go on', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    expect(kinds(await here.does('lead', press('close', { id: led.id })))).toEqual(['workshop-closed']);
    expect(kinds(await here.does('aino', ballot(led.id, ANSWERS)))).toEqual(['workshop-over']);
    expect(kinds(await here.does('dan', led.code))).toEqual(['workshop-closed']);
    expect((await ballotsOf(here, led.id)).length).toBe(3);
    expect(kinds(await here.does('lead', press('reopen', { id: led.id })))).toEqual(['workshop-reopened']);
    await answeredBy(here, led, { dan: ANSWERS });
    expect(kinds(await here.does('lead', press('lock', { id: led.id })))).toEqual(['result']);
  });

  it('who hands it over leads no more; the other does, also when the first has gone', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const { secret = '' } = of(
      await here.does('lead', press('hand-over', { id: led.id })),
      'workshop-handed',
    );
    expect(kinds(await here.does('lead', press('lock', { id: led.id })))).toEqual(['workshop-not-yours']);
    await here.does('lead', 'poista tietoni');
    await here.does('lead', 'kyllä');
    const call = { id: led.id, secret };
    expect(await here.turns.workshops.call({ do: 'reveal', ...call }, {})).toMatchObject({
      workshop: { holder: 'facilitator', answered: 3 },
    });
    expect(await here.turns.workshops.call({ do: 'lock', ...call, agreed: {} }, {})).toMatchObject({
      workshop: { phase: 'locked', consensus: { members: 3 } },
    });
    expect(kinds(await here.does('aino', press('result', { id: led.id })))).toEqual(['result-shared']);
  });

  it('who leads two at once in two chats mixes nothing up', async () => {
    const here = await room();
    const one = await begun(here);
    const other = of(await here.does('second', press('start', { what: 'quick-check/all' })), 'workshop-led');
    await answeredBy(here, one, { a: ANSWERS, b: ANSWERS });
    await answeredBy(here, other, { d: ANSWERS, a: ANSWERS, f: ANSWERS });
    const looked = async (who: string, id: string) =>
      of(await here.does(who, press('look', { id })), 'workshop-led').answered;
    expect([await looked('lead', one.id), await looked('second', other.id)]).toEqual([2, 3]);
    expect(kinds(await here.does('second', one.code))).toEqual(['workshop-leading']);
  });

  it('whose secret is another’s, or none, does nothing', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    for (const secret of ['', 'x', led.id, 'A'.repeat(22)])
      expect(await here.turns.workshops.call({ do: 'lock', id: led.id, secret, agreed: {} }, {})).toEqual({
        kind: 'not-yours',
      });
    expect(
      await here.turns.workshops.call({ do: 'look', id: 'A'.repeat(22), secret: led.secret ?? '' }, {}),
    ).toEqual({ kind: 'unknown' });
  });
});

describe('a process that knew the workshop a moment ago', () => {
  /** Another process of the same store, which has just taken a ballot and asks for nothing while it knows enough. */
  async function busy(here: Room, id: string) {
    const there = await room(here);
    const cast = async (voter: string) =>
      (await there.turns.workshops.call({ do: 'cast', id, answers: { plan: 'partly' } }, { voter })).kind;
    expect(await cast('first')).toBe('taken');
    return Object.assign(cast, { there });
  }

  it.each([
    ['reveal', 'workshop-noted'],
    ['close', 'workshop-over'],
    ['lock', 'workshop-over'],
  ])('after a %s tells a member in their own chat: %s', async (act, told) => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const { there } = await busy(here, led.id);
    await here.does('dan', led.code);
    await here.does('lead', press(act, { id: led.id }));
    const before = await ballotsOf(here, led.id);
    expect(kinds(await there.does('dan', ballot(led.id, ANSWERS)))).toEqual([told]);
    expect((await ballotsOf(here, led.id)).length - before.length).toBe(told === 'workshop-noted' ? 1 : 0);
  });

  it('has what comes right behind a reveal wait for the next one', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const cast = await busy(here, led.id);
    const reveal = async () =>
      of(await here.does('lead', press('reveal', { id: led.id })), 'workshop-spread');
    await reveal();
    for (const late of ['d', 'e', 'f']) expect(await cast(late)).toBe('taken');
    expect(await here.turns.workshops.call({ do: 'look', id: led.id }, {})).toMatchObject({
      workshop: { answered: 7, waiting: 3 },
    });
    expect((await reveal()).spreads.find(({ key }) => key === 'plan')?.n).toBe(7);
  });

  it.each(['close', 'lock'])('takes nothing more after a %s', async act => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const cast = await busy(here, led.id);
    await here.does('lead', press(act, { id: led.id }));
    const before = await ballotsOf(here, led.id);
    expect(await cast('late')).toBe('over');
    expect(await ballotsOf(here, led.id)).toEqual(before);
  });

  it('takes ballots again once it goes on', async () => {
    const here = await room();
    const led = await begun(here);
    const cast = await busy(here, led.id);
    for (const act of ['close', 'reopen']) await here.does('lead', press(act, { id: led.id }));
    expect(await cast('late')).toBe('taken');
    expect(await ballotsOf(here, led.id)).toHaveLength(2);
  });

  it('tells that a workshop was ended', async () => {
    const here = await room();
    const led = await begun(here);
    const cast = await busy(here, led.id);
    await here.does('lead', 'poista tietoni');
    await here.does('lead', 'kyllä');
    expect(await cast('late')).toBe('unknown');
    expect((await here.store.gather(stateName(led.id))).size).toBe(0);
  });
});

describe('after the lock', () => {
  it('no key ties anybody to a ballot: what made their names is gone, and the ballots with it', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const names = await ballotsOf(here, led.id);
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^ballot\n[\w-]{43}$/);
    await here.does('lead', press('lock', { id: led.id }));
    expect((await ballotsOf(here, led.id)).length).toBe(0);
    const kept = JSON.stringify([...(await here.store.gather(stateName(led.id)))]);
    for (const name of [...names, 'aino', 'bosse', 'cilla']) expect(kept).not.toContain(name);
    expect(kept).not.toContain('"key"');
  });

  it('nothing of a ballot is in the conversation it was given in', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const { record } = await here.store.load({ channel: 'test', conversation: 'aino' }, 'record');
    expect(record).toContain(led.id);
    for (const said of ['leadership', '"yes"', '"no"', 'q:']) expect(record).not.toContain(said);
  });

  it('a ballot that comes in the middle of it is counted where it was said to be taken', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    const late = Array.from({ length: 20 }, (_, index) => `late ${index}`);
    for (const who of late) await here.does(who, led.code);
    const [said, ...heard] = await Promise.all([
      here.does('lead', press('lock', { id: led.id })),
      ...late.map(who => here.does(who, ballot(led.id, ANSWERS))),
    ]);
    const taken = heard.filter(replies => kinds(replies).includes('workshop-noted')).length;
    expect(heard.flatMap(kinds).every(kind => ['workshop-noted', 'workshop-over'].includes(kind))).toBe(true);
    const members = sectionOf(of(said, 'result').outcome, 'consensus')?.members ?? 0;
    expect(members).toBeGreaterThanOrEqual(3 + taken);
    await here.does('lead', press('look', { id: led.id }));
    expect((await ballotsOf(here, led.id)).length).toBe(0);
  });

  it('that was broken off in the middle, it is made again', async () => {
    const here = await room();
    const led = await begun(here);
    await answeredBy(here, led, THREE);
    // The process ended when the key was gone and nothing else had been written.
    await here.store.withdraw(stateName(led.id), 'key');
    const { workshops } = turnsOn(here.store, here.clock);
    const cast = { do: 'cast', id: led.id, answers: ANSWERS } as const;
    expect(await workshops.call(cast, { voter: 'late' })).toEqual({ kind: 'over' });
    // Who still knew the key puts one in that will be counted.
    expect(kinds(await here.does('aino', ballot(led.id, ANSWERS)))).toEqual(['workshop-noted']);
    const result = of(await here.does('lead', press('lock', { id: led.id })), 'result');
    expect(sectionOf(result.outcome, 'consensus')?.members).toBe(3);
  });
});

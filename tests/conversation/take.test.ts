/** How answers get in: written all or none, told in a line, and what comes next. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { instrumentSchema } from '../../src/assessment/instrument.ts';
import type { Turn } from '../../src/conversation/context.ts';
import { leaveAnswered, skipCard } from '../../src/conversation/leave-card.ts';
import { notedReply } from '../../src/conversation/noted-reply.ts';
import { refuse } from '../../src/conversation/refuse.ts';
import type { Run } from '../../src/conversation/session.ts';
import { takeCard, takeField, takeSaid } from '../../src/conversation/take.ts';
import { write } from '../../src/conversation/write.ts';
import { small } from '../assessment/small-instrument.ts';
import { cardIn, type Open, sceneAt } from './small-scene.ts';

const kinds = ({ replies }: Turn) =>
  replies.map(reply => {
    if (reply.kind === 'question') return `question ${reply.step}`;
    if (reply.kind === 'rejected') return `rejected ${reply.rejection.problem}`;
    return reply.kind === 'answered' && reply.skipped ? 'skipped' : reply.kind;
  });
const runIn = ({ session }: Turn) => session.runs.small;

const KITCHEN: Answers = { 'rooms-chosen': ['kitchen'] };
const PAN_IN_USE: Answers = { ...KITCHEN, 'kitchen.pan.status': 'in-use' };

describe('entries', () => {
  const problems = (answers: Answers, entries: Parameters<typeof write>[1]) => {
    const written = write(sceneAt(answers), entries);
    return written.kind === 'refused' ? written.problems : written.scene.run.answers;
  };

  it('are written all, or none with why', () => {
    const fine = { key: 'colour', value: 'blue' };
    expect(problems({}, [fine, { key: 'share', value: 12.5 }])).toEqual({ colour: 'blue', share: 12.5 });
    expect(problems({}, [fine, { key: 'share', value: 51 }])).toEqual([
      { key: 'share', rejection: { problem: 'out-of-range', min: 0, max: 50 } },
    ]);
    expect(problems({}, [{ key: 'share', value: 1.25 }])).toEqual([
      { key: 'share', rejection: { problem: 'too-precise', decimals: 1 } },
    ]);
    expect(problems({}, [{ key: 'colour-name', value: 'x'.repeat(21) }])).toEqual([
      { key: 'colour-name', rejection: { problem: 'too-long', max: 20 } },
    ]);
    expect(
      problems({}, [
        { key: 'none', value: 'x' },
        { key: 'colour', value: 'green' },
      ]),
    ).toEqual([
      { key: 'none', rejection: { problem: 'unknown-input' } },
      { key: 'colour', rejection: { problem: 'not-an-option' } },
    ]);
  });

  it('without a value take an answer away, known or not', () => {
    expect(problems({ colour: 'blue' }, [{ key: 'colour', value: undefined }])).toEqual({});
    expect(problems({}, [{ key: 'none', value: undefined }])).toEqual({});
  });

  it('name as many items of one’s own as the list takes, and no more', () => {
    const name = (id: string) => ({ key: `kitchen.${id}.name`, value: id });
    expect(problems(KITCHEN, [name('own-1'), name('own-2')])).toMatchObject({
      'kitchen.own-2.name': 'own-2',
    });
    const two = { ...KITCHEN, 'kitchen.own-1.name': 'a', 'kitchen.own-2.name': 'b' };
    expect(problems(two, [name('own-3')])).toEqual([
      { key: 'kitchen.own-3.name', rejection: { problem: 'too-many', max: 2 } },
    ]);
    // Those of another room are counted there, and a new name for one that is there makes none more.
    expect(problems(two, [{ key: 'yard.own-1.name', value: 'Lapio' }])).toMatchObject({
      'yard.own-1.name': 'Lapio',
    });
    expect(problems(two, [name('own-1')])).toMatchObject({ 'kitchen.own-1.name': 'own-1' });
  });

  it('leave a reason where one is still wanted', () => {
    const reasons = { 'kitchen.pan.sharp': 'tylsä', 'kitchen.lid.sharp': 'rikki' };
    const answers = { ...PAN_IN_USE, 'kitchen.pan.sharp': 'na', 'kitchen.lid.sharp': 'na' };
    const scene = sceneAt(answers, { run: { reasons } });
    const written = (key: string, value: string) => {
      const done = write(scene, [{ key, value }]);
      return done.kind === 'written' ? done.scene.run.reasons : undefined;
    };
    expect(written('kitchen.pan.sharp', 'full')).toEqual({ 'kitchen.lid.sharp': 'rikki' });
    expect(written('colour', 'blue')).toBe(reasons);
  });
});

describe('a card that was sent in', () => {
  it('shrinks to a line, and the next one is asked', () => {
    const scene = sceneAt({}, { step: 'colour' });
    const turn = takeCard(scene, cardIn('colour'), { entries: [{ key: 'colour', value: 'red' }] });
    expect(turn.replies[0]).toMatchObject({
      ...{ kind: 'answered', step: 'colour', replaces: '7', skipped: false, values: { colour: 'red' } },
    });
    expect(turn.replies[0]).not.toHaveProperty('heard');
    expect(kinds(turn)).toEqual(['answered', 'question rooms-chosen']);
    expect(turn.effects).toEqual([
      { kind: 'count', counter: 'answered', step: 'colour' },
      { kind: 'count', counter: 'asked', step: 'rooms-chosen' },
    ]);
    const words = leaveAnswered({ ...scene, heard: 'words' }, cardIn('colour'));
    expect(words.replies[0]).toMatchObject({ heard: 'words' });
  });

  it('has no line where another one is asked', () => {
    const turn = leaveAnswered(sceneAt({ colour: 'red' }, { step: 'share' }), cardIn('colour'));
    expect(kinds(turn)).toEqual(['question rooms-chosen']);
  });

  it('goes on where it was wished', () => {
    const turn = leaveAnswered(sceneAt({}, { step: 'colour' }), cardIn('colour'), 'share');
    expect([runIn(turn)?.visiting, kinds(turn)]).toEqual(['share', ['answered', 'question share']]);
  });

  it('is passed while something on it is open, and no longer once nothing is', () => {
    const scene = sceneAt(PAN_IN_USE, { step: 'kitchen.pan.details', run: { passed: ['why'] } });
    const card = cardIn('kitchen.pan.details', PAN_IN_USE);
    const open = takeCard(scene, card, { entries: [{ key: 'kitchen.pan.owner', value: 'Kokki' }] });
    expect(runIn(open)?.passed).toEqual(['why', 'kitchen.pan.details']);
    const passed = sceneAt(PAN_IN_USE, { run: { passed: ['kitchen.pan.details', 'why'] } });
    const whole = takeCard(passed, card, { entries: [{ key: 'kitchen.pan.sharp', value: 'full' }] });
    expect(runIn(whole)?.passed).toEqual(['why']);
    expect(runIn(leaveAnswered(passed, card))?.passed).toEqual(['kitchen.pan.details', 'why']);
  });

  it('beside the way is never passed', () => {
    const card = cardIn('kitchen.pan.repairs', PAN_IN_USE);
    expect(runIn(leaveAnswered(sceneAt(PAN_IN_USE), card))?.passed).toEqual([]);
  });

  it('for an item of one’s own tells of the item in the place of the card', () => {
    const entries = [
      { key: 'kitchen.own-1.name', value: 'Vatkain' },
      { key: 'kitchen.own-1.status', value: 'planned' },
      { key: 'kitchen.own-1.none', value: undefined },
    ];
    const card = cardIn('kitchen.stock.own', KITCHEN);
    const run = { visiting: 'kitchen.stock.own' };
    const turn = takeCard(sceneAt(KITCHEN, { step: card.key, run }), card, { entries });
    expect(turn.replies[0]).toMatchObject({
      kind: 'noted',
      replaces: '7',
      // The name is told with the item; what was left open is not.
      entries: [{ key: 'kitchen.own-1.status', value: 'planned' }],
      names: { 'kitchen.own-1.name': 'Vatkain' },
    });
    expect(runIn(turn)?.visiting).toBeUndefined();
    const elsewhere = takeCard(sceneAt(KITCHEN, { step: 'colour' }), card, { entries });
    expect(elsewhere.replies[0]).not.toHaveProperty('replaces');
  });

  it('asks why something does not apply, where a reason is wanted and none was given', () => {
    const answers = { ...PAN_IN_USE, 'kitchen.pan.sharp': 'na' };
    const card = cardIn('kitchen.pan.details', answers);
    const asked = leaveAnswered(sceneAt(answers, { step: card.key }), card);
    expect(kinds(asked)).toEqual(['answered', 'reason']);
    const given = { run: { reasons: { 'kitchen.pan.sharp': 'tylsä' } }, step: card.key };
    expect(kinds(leaveAnswered(sceneAt(answers, given), card))).not.toContain('reason');
    const instrument = instrumentSchema.parse({ ...small, reasons: 'not-asked' });
    expect(kinds(leaveAnswered(sceneAt(answers, { instrument }), card))).not.toContain('reason');
    const known = { ...PAN_IN_USE, 'kitchen.pan.sharp': 'full' };
    expect(kinds(leaveAnswered(sceneAt(known), card))).not.toContain('reason');
  });
});

describe('a card that is skipped', () => {
  const skip = (key: string, answers: Answers, open: Open = {}) =>
    skipCard(sceneAt(answers, { step: key, ...open }), cardIn(key, answers));

  it('has no answer any more, and is not asked again', () => {
    const turn = skip(
      'colour',
      { colour: 'blue', share: 10 },
      { run: { passed: ['colour'], visiting: 'colour' } },
    );
    expect(runIn(turn)).toMatchObject({ answers: { share: 10 }, passed: ['colour'] });
    expect(runIn(turn)?.visiting).toBeUndefined();
    expect(kinds(turn)).toEqual(['skipped', 'question rooms-chosen']);
  });

  it('keeps what was told of an item by the way, and says so', () => {
    const told = { ...PAN_IN_USE, 'kitchen.pan.owner': 'Kokki' };
    const turn = skip('kitchen.pan.details', told);
    expect([runIn(turn)?.answers, kinds(turn)[0]]).toEqual([told, 'answered']);
    expect(kinds(skip('kitchen.pan.details', PAN_IN_USE))[0]).toBe('skipped');
    expect(kinds(skip('kitchen.stock.1', PAN_IN_USE))[0]).toBe('answered');
  });

  it('of figures leaves no line', () => {
    expect(kinds(skip('kitchen.figures', PAN_IN_USE))).toEqual(['question kitchen.stock.1']);
  });
});

describe('a field of a form, answered by text', () => {
  const card = cardIn('kitchen.pan.details', PAN_IN_USE);
  const scene = sceneAt(PAN_IN_USE, { step: card.key });

  it('is followed by the next one, after the last one by what comes next', () => {
    const first = takeField(scene, card, { key: 'kitchen.pan.sharp', value: 'full' });
    expect(first.replies).toMatchObject([
      {
        kind: 'input-asked',
        input: 'kitchen.pan.owner',
        noted: { key: 'kitchen.pan.sharp', value: 'full' },
      },
    ]);
    expect(first.session.pending).toMatchObject({ input: 'kitchen.pan.owner', card: '7' });
    const last = takeField(scene, card, { key: 'kitchen.pan.colours', value: ['red'] });
    expect(kinds(last)[0]).toBe('answered');
  });

  it('that does not fit is refused, the card open still', () => {
    const turn = takeField(scene, card, { key: 'kitchen.pan.sharp', value: 'round' });
    expect(turn.replies).toEqual([
      {
        kind: 'refused',
        ...{ dialog: 'small', version: '1.0.0' },
        problems: [{ key: 'kitchen.pan.sharp', rejection: { problem: 'not-an-option' } }],
        open: { step: 'kitchen.pan.details', nonce: '7' },
      },
    ]);
  });
});

it('a question by itself is refused in its own words; a form that is not asked is not offered again', () => {
  const problems = [{ key: 'colour', rejection: { problem: 'missing' as const } }];
  expect(kinds(refuse(sceneAt({}, { step: 'colour' }), cardIn('colour'), problems))).toEqual([
    'rejected missing',
  ]);
  for (const key of ['rooms-chosen', 'kitchen.stock.1', 'kitchen.pan.details'])
    expect([key, kinds(refuse(sceneAt(PAN_IN_USE), cardIn(key, PAN_IN_USE), problems))]).toEqual([
      key,
      ['refused'],
    ]);
  const beside = refuse(sceneAt({}, { step: 'colour' }), cardIn('rooms-chosen'), problems);
  expect(beside.replies[0]).not.toHaveProperty('open');
});

describe('what was said of items', () => {
  it('leaves the card on the screen open, until it is finished', () => {
    const scene = sceneAt(KITCHEN, { step: 'kitchen.stock.1' });
    const open = takeSaid(scene, [{ key: 'kitchen.pan.status', value: 'planned' }]);
    expect(open.replies).toMatchObject([{ kind: 'noted', open: true }]);
    expect(open.session.pending).toEqual(scene.session.pending);
    const all = ['pan', 'pot', 'lid'].map(id => ({ key: `kitchen.${id}.status`, value: 'gone' }));
    const done = takeSaid({ ...scene, session: { ...scene.session, misses: 2 } }, all);
    expect(kinds(done)).toEqual(['noted', 'question kitchen.figures']);
    expect(done.replies[0]).not.toHaveProperty('open');
    const passed = sceneAt(KITCHEN, { step: 'kitchen.stock.1', run: { passed: ['kitchen.stock.1'] } });
    expect(kinds(takeSaid(passed, all.slice(0, 1)))).toEqual(['noted', 'question kitchen.figures']);
  });

  it('of an item elsewhere chooses where it is', () => {
    const turn = takeSaid(sceneAt(KITCHEN, { step: 'colour' }), [
      { key: 'yard.spade.status', value: 'gone' },
    ]);
    expect(runIn(turn)?.answers['rooms-chosen']).toEqual(['kitchen', 'yard']);
  });

  it('leaves a card that was gone to once that is finished', () => {
    const visiting = { step: 'colour', run: { visiting: 'colour' } };
    const turn = takeSaid(sceneAt({ colour: 'red' }, visiting), [{ key: 'share', value: 10 }]);
    expect(runIn(turn)?.visiting).toBeUndefined();
    const other = { step: 'colour', run: { visiting: 'share' } };
    expect(runIn(takeSaid(sceneAt({ colour: 'red' }, other), [{ key: 'share', value: 10 }]))?.visiting).toBe(
      'share',
    );
  });

  it('that does not fit is refused, and nothing of it written', () => {
    const turn = takeSaid(sceneAt({}), [
      { key: 'share', value: 10 },
      { key: 'colour', value: 'green' },
    ]);
    expect([kinds(turn), runIn(turn)?.answers]).toEqual([['refused'], {}]);
  });
});

describe('a line on entries', () => {
  const told = (answers: Answers, ...keys: readonly string[]) =>
    notedReply(
      sceneAt(answers),
      keys.map(key => ({ key, value: answers[key] ?? '' })),
    ).entries.map(({ key }) => key);
  const answers = {
    ...PAN_IN_USE,
    'kitchen.pan.sharp': 'full',
    'kitchen.pan.mended': '2026-11-01',
    'kitchen.own-1.name': 'Vatkain',
    colour: 'red',
    share: 10,
  };

  it('tells all that is known of an item that was spoken of, but not what is asked beside the way', () => {
    expect(told(answers, 'kitchen.pan.sharp')).toEqual(['kitchen.pan.status', 'kitchen.pan.sharp']);
    expect(told(answers, 'colour')).toEqual(['colour']);
    // Of several items each is told by itself.
    expect(
      told({ ...answers, 'kitchen.pot.status': 'gone' }, 'kitchen.pan.sharp', 'kitchen.pot.status'),
    ).toEqual([...['kitchen.pan.status', 'kitchen.pan.sharp', 'kitchen.pot.status']]);
    expect(told(answers, 'kitchen.own-1.name')).toEqual(['kitchen.own-1.name']);
  });
});

it('a line on an item with many cards tells of those that were spoken of alone', () => {
  const many = instrumentSchema.parse({
    ...small,
    steps: [
      ...['one', 'two', 'three'].map(id => ({
        id: `each-${id}`,
        type: 'each',
        list: 'rooms',
        items: 'all',
        steps: [{ id, type: 'text', max: 20 }],
      })),
    ],
  });
  const noted = (...ids: readonly string[]) => {
    const answers = Object.fromEntries(ids.map(id => [`yard.${id}`, id]));
    return notedReply(sceneAt(answers, { instrument: many }), [{ key: 'yard.one', value: 'one' }]).entries;
  };
  const entries = (...ids: readonly string[]) => ids.map(id => ({ key: `yard.${id}`, value: id }));
  expect(noted('one', 'two')).toEqual(entries('one', 'two'));
  expect(noted('one', 'two', 'three')).toEqual(entries('one'));
});

describe('after the summary', () => {
  const depends = instrumentSchema.parse({
    ...small,
    steps: [
      ...small.steps,
      {
        id: 'both',
        type: 'text',
        max: 20,
        when: {
          all: [{ equals: { input: 'colour', value: 'red' } }, { equals: { input: 'share', value: 10 } }],
        },
      },
    ],
  });
  const called = (key: string, answers: Answers, stage: Run['stage'] = 'reviewing') =>
    runIn(
      leaveAnswered(sceneAt(answers, { instrument: depends, run: { stage } }), cardIn(key, answers, depends)),
    )?.visiting;

  it('what an answer calls for is asked, though it hangs on others as well', () => {
    expect(called('colour', { colour: 'red', share: 20 })).toBe('why');
    expect(called('share', { colour: 'red', share: 10, why: 'x' })).toBe('both');
    expect(called('share', { colour: 'blue', share: 10 })).toBeUndefined();
    expect(called('colour', { colour: 'red' }, 'asking')).toBeUndefined();
  });

  it('what was chosen is gone through', () => {
    expect(called('rooms-chosen', KITCHEN)).toBe('kitchen.stock.1');
  });
});

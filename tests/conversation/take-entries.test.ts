/** What is put into a page of many fields beside the conversation: all of it is taken, or none, and the chat goes on. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import type { WrittenCell } from '../../src/conversation/input.ts';
import { takeEntries } from '../../src/conversation/take-entries.ts';
import { small } from '../assessment/small-instrument.ts';
import { KITCHEN, type Open, sceneAt } from './small-scene.ts';

function put(
  cells: readonly WrittenCell[],
  answers: Answers = KITCHEN,
  open: Open & { dialog?: string } = {},
) {
  const scene = sceneAt(answers, open);
  const find = (dialog: string) => (dialog === 'small' ? small : undefined);
  const context = { ...scene.context, current: find, instrument: find };
  const { dialog = 'small' } = open;
  const turn = takeEntries({ ...scene, context }, { kind: 'entries', dialog, locale: 'sv', cells });
  const [reply] = turn.replies;
  return {
    said: reply?.kind === 'notice' ? reply.notice : reply?.kind,
    problems:
      reply?.kind === 'refused'
        ? reply.problems.map(({ key, rejection }) => `${key} ${rejection.problem}`)
        : [],
    told: reply?.kind === 'noted' ? reply.entries.map(({ key }) => key) : [],
    answers: turn.session.runs.small?.answers,
    pending: turn.session.pending,
    locale: turn.session.locale,
    effects: turn.effects,
  };
}

describe('cells', () => {
  it('are written, and told; the language of the chat stays', () => {
    const done = put([
      { key: 'colour', text: ' red ' },
      { key: 'share', text: '12,5' },
    ]);
    expect(done).toMatchObject({
      ...{ said: 'noted', told: ['colour', 'share'], locale: 'fi', effects: [] },
      answers: { ...KITCHEN, colour: 'red', share: 12.5 },
    });
  });

  it('that are empty take an answer away', () => {
    const done = put([{ key: 'colour', text: '', was: 'red' }], { colour: 'red', share: 5 });
    expect([done.said, done.told, done.answers]).toEqual(['noted', [], { share: 5 }]);
  });

  it('of an item elsewhere choose where it is', () => {
    const { answers } = put([{ key: 'yard.spade.status', text: 'gone' }]);
    expect(answers?.['rooms-chosen']).toEqual(['kitchen', 'yard']);
  });

  it.each<[what: string, cell: WrittenCell, problem: string]>([
    ['of no field', { key: 'none', text: 'x' }, 'none unknown-input'],
    ['that cannot be read', { key: 'share', text: 'paljon' }, 'share not-a-number'],
    ['that do not fit', { key: 'share', text: '60' }, 'share out-of-range'],
    [
      'with a slip of the pen, which a page cannot ask back',
      { key: 'place', text: 'Helsinkki' },
      'place not-listed',
    ],
    [
      'of what another has answered since',
      { key: 'colour', text: 'red', was: 'other' },
      'colour changed-since',
    ],
    ['of what was open, and is not any more', { key: 'colour', text: 'red' }, 'colour changed-since'],
  ])('%s are refused, and the others with them', (_what, cell, problem) => {
    const answers = { ...KITCHEN, colour: 'blue' };
    const done = put([{ key: 'kitchen.pan.owner', text: 'Kokki' }, cell], answers);
    expect([done.said, done.problems, done.answers]).toEqual(['refused', [problem], answers]);
  });

  it('that say what stands there are taken, whatever stood there', () => {
    expect(put([{ key: 'colour', text: 'blue', was: 'red' }], { colour: 'blue' }).said).toBe('noted');
    const several = { 'kitchen.pan.colours': ['red', 'blue'] };
    const changed = put([{ key: 'kitchen.pan.colours', text: 'red', was: ['red', 'blue'] }], {
      ...KITCHEN,
      ...several,
    });
    expect(changed.answers?.['kitchen.pan.colours']).toEqual(['red']);
  });

  it('of what is not offered are none', () => {
    expect(put([], KITCHEN, { dialog: 'other' }).said).toBe('unavailable-here');
  });
});

describe('the question that is open in the chat', () => {
  const pending = (step: string, key: string, text: string) =>
    put([{ key, text }], KITCHEN, { step }).pending;

  it('stays, unless its card shows what was changed or is gone by it', () => {
    const open = { kind: 'step', step: 'colour', nonce: '7' };
    expect(pending('colour', 'share', '5')).toEqual(open);
    expect(pending('colour', 'colour', 'red')).toBeUndefined();
    expect(put([{ key: 'share', text: '5' }]).pending).toBeUndefined();
    const gone = put([{ key: 'colour', text: 'blue', was: 'red' }], { colour: 'red' }, { step: 'why' });
    expect(gone.pending).toBeUndefined();
  });
});

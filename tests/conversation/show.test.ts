/** Which card is shown: the next one, the one before, the one gone to; and what is chosen on the way there. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { cardReply, stepReply } from '../../src/conversation/asking.ts';
import type { Pending, Run } from '../../src/conversation/session.ts';
import {
  askField,
  cardNonce,
  choosing,
  goTo,
  showCard,
  showNext,
  showOpen,
  showPlace,
  showPrevious,
} from '../../src/conversation/show.ts';
import { small } from '../assessment/small-instrument.ts';
import { byResult, cardIn, KITCHEN, type Open, repliesIn, sceneAt } from './small-scene.ts';

const ALL: Answers = {
  'rooms-chosen': ['yard'],
  'yard.spade.status': 'gone',
  'yard.care': 'none',
  colour: 'blue',
  share: 10,
};
const PASSED = ['yard.figures', 'town'];

describe('what comes next', () => {
  const next = (answers: Answers, open: Open = {}) => repliesIn(showNext(sceneAt(answers, open)));

  it('is the first open card, or one that was gone to, and at the end the answers or the result', () => {
    expect(next({})).toEqual(['question rooms-chosen']);
    expect(next({}, { run: { visiting: 'share' } })).toEqual(['question share']);
    expect(next(ALL, { run: { passed: PASSED } })).toEqual(['summary']);
    expect(next(ALL, { run: { passed: PASSED }, instrument: byResult })).toEqual(['result']);
    // Once the answers are looked through, what is open is asked no more by itself; without that it is.
    expect(next({}, { run: { stage: 'reviewing' } })).toEqual(['summary']);
    expect(next({}, { run: { stage: 'finished' }, instrument: byResult })).toEqual(['question rooms-chosen']);
  });

  it('is counted, and asked under a nonce of its own', () => {
    const turn = showCard(sceneAt({}, { step: 'share' }), cardIn('colour'));
    expect(turn.effects).toEqual([{ kind: 'count', counter: 'asked', step: 'colour' }]);
    expect(turn.session).toMatchObject({
      serial: 1,
      misses: 0,
      pending: { kind: 'step', step: 'colour', nonce: '1' },
    });
  });
});

describe('what is open', () => {
  const of = (how: typeof showOpen, open: Open = {}, pending?: Pending) => {
    const scene = sceneAt(ALL, { run: { passed: PASSED }, ...open });
    return how({ ...scene, session: { ...scene.session, ...(pending && { pending }) } });
  };
  const stage = (is: Run['stage']) => ({ run: { stage: is, passed: PASSED } });

  it('is shown with the nonce it has', () => {
    const turn = of(showOpen, { step: 'colour' });
    expect(turn.replies).toMatchObject([{ kind: 'question', step: 'colour', nonce: '7' }]);
    expect(turn.effects).toEqual([]);
    const note = of(showOpen, {}, { kind: 'note', step: 'colour', nonce: '9' });
    expect(note.replies).toMatchObject([{ kind: 'note-asked', step: 'colour', nonce: '9' }]);
    const field = of(showOpen, {}, { kind: 'step', step: 'town', nonce: '9', input: 'place' });
    expect(field.replies).toMatchObject([{ kind: 'input-asked', step: 'town', input: 'place', nonce: '9' }]);
  });

  it('is what comes next where the card is gone, or a yes or no was asked', () => {
    expect(repliesIn(of(showOpen, { step: 'gone' }))).toEqual(['summary']);
    const sure = { kind: 'confirm', what: 'erase', nonce: '9' } as const;
    expect(repliesIn(of(showOpen, {}, sure))).toEqual(['summary']);
    const where = { kind: 'prefill-where', nonce: '9', near: [] } as const;
    expect(of(showOpen, {}, where).replies).toEqual([where]);
  });

  it('is the answers while they are looked through, and after the result nothing, unless its place is asked for', () => {
    expect(repliesIn(of(showOpen, stage('reviewing')))).toEqual(['summary']);
    expect(of(showOpen, stage('finished')).replies).toEqual([]);
    const visiting = { run: { stage: 'finished', visiting: 'share' } as const };
    expect(repliesIn(of(showOpen, visiting))).toEqual(['question share']);
    expect(repliesIn(of(showPlace, stage('finished')))).toEqual(['result']);
    expect(repliesIn(of(showPlace, visiting))).toEqual(['question share']);
    expect(repliesIn(of(showPlace, { ...stage('finished'), instrument: byResult }))).toEqual(['result']);
    expect(repliesIn(of(showPlace, { step: 'colour' }))).toEqual(['question colour']);
  });
});

describe('back', () => {
  const back = (answers: Answers, open: Open = {}) => showPrevious(sceneAt(answers, open));

  it.each<[what: string, answers: Answers, run: Partial<Run>, shows: string]>([
    ['from the second card', KITCHEN, {}, 'question rooms-chosen'],
    ['from the first', {}, {}, 'nothing-to-go-back-to'],
    ['from one that was gone to', KITCHEN, { visiting: 'share' }, 'question colour'],
    // Beside the way there is none before it.
    ['from beside the way', KITCHEN, { visiting: 'rooms-added' }, 'question kitchen.stock.1'],
    ['from the end', ALL, { stage: 'reviewing', passed: PASSED }, 'question town'],
  ])('%s', (_what, answers, run, shows) => {
    expect(repliesIn(back(answers, { run }))).toEqual([shows]);
  });
});

describe('a card that is gone to', () => {
  it('has its items gone through as well, in the list’s order', () => {
    const { run } = choosing(sceneAt({ 'rooms-chosen': ['yard'] }), [{ list: 'rooms', item: 'kitchen' }]);
    expect(run.answers['rooms-chosen']).toEqual(['kitchen', 'yard']);
    const usual = choosing(sceneAt({}), [{ list: 'rooms', item: 'yard' }]);
    expect(usual.run.answers['rooms-chosen']).toEqual(['kitchen', 'yard']);
    const scene = sceneAt(KITCHEN);
    expect(choosing(scene, [{ list: 'rooms', item: 'kitchen' }])).toBe(scene);
    expect(choosing(scene, [{ list: 'shelves', item: 'top' }])).toBe(scene);
    const turn = goTo(sceneAt(KITCHEN), cardIn('yard.stock.1'));
    expect(turn.session.runs.small).toMatchObject({
      visiting: 'yard.stock.1',
      answers: { 'rooms-chosen': ['kitchen', 'yard'] },
    });
    expect(repliesIn(turn)).toEqual(['question yard.stock.1']);
  });
});

describe('a field of a form', () => {
  it('is asked under a nonce of its own, and the card keeps the one it has', () => {
    const scene = sceneAt(KITCHEN, { step: 'kitchen.pan.details' });
    const card = cardIn('kitchen.pan.details', KITCHEN);
    const noted = { key: 'kitchen.pan.sharp', value: 'full' };
    const first = askField(scene, card, { field: 'kitchen.pan.owner', noted });
    expect(first.session.pending).toEqual({
      ...{ kind: 'step', step: card.key, nonce: '1', input: 'kitchen.pan.owner', card: '7' },
    });
    expect(first.replies).toMatchObject([{ kind: 'input-asked', noted }]);
    const second = askField({ ...scene, session: first.session }, card, { field: 'kitchen.pan.story' });
    expect(second.session.pending).toMatchObject({ nonce: '2', card: '7' });
    expect(second.replies[0]).not.toHaveProperty('noted');
    expect([cardNonce(undefined), cardNonce({ kind: 'note', step: 'x', nonce: '1' })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a card', () => {
  const reply = (key: string, answers: Answers, run: Partial<Run> = {}) =>
    cardReply(sceneAt(answers, { run }), cardIn(key, answers), '7');

  it('bears what was answered on it, and nothing that it has not', () => {
    expect(reply('colour', { colour: 'red', share: 10 })).toEqual({
      ...{ kind: 'question', dialog: 'small', version: '1.0.0', step: 'colour', nonce: '7' },
      progress: { answered: 2, total: 8, position: 5 },
      values: { colour: 'red' },
    });
  });

  it('tells of the answers on it that came from a register, and of no others', () => {
    const prefilled = {
      ...{ municipality: '091', day: '2026-11-28', ways: {}, decided: [] },
      sources: { 'kitchen.pan.status': '2026-11-28', 'yard.spade.status': '2026-11-28' },
    };
    expect(reply('kitchen.stock.1', KITCHEN, { prefilled })).toMatchObject({
      sources: { 'kitchen.pan.status': '2026-11-28' },
    });
    expect(reply('colour', KITCHEN, { prefilled })).not.toHaveProperty('sources');
  });

  it('of which one field is asked is asked by that alone', () => {
    const step = { kind: 'step', step: 'town', nonce: '7' } as const;
    const scene = sceneAt({ place: '091' });
    expect(stepReply(scene, cardIn('town'), step).kind).toBe('question');
    expect(stepReply(scene, cardIn('town'), { ...step, input: 'place' })).toEqual({
      ...{ kind: 'input-asked', dialog: 'small', version: '1.0.0', step: 'town', nonce: '7', input: 'place' },
      values: { place: '091' },
    });
  });
});

describe('a card of figures', () => {
  const sharp = { id: 'sharp', type: 'choice', scale: 'phase', blank: 'open' };
  const twice = instrumentSchema.parse({
    ...small,
    steps: small.steps.map(step =>
      step.type === 'each'
        ? {
            ...step,
            steps: step.steps.map(one =>
              one.type === 'each'
                ? {
                    ...one,
                    steps: [
                      ...one.steps,
                      { id: 'more', type: 'form', inputs: [{ ...sharp, id: 'more' }] },
                      { id: 'seen', type: 'show' },
                    ],
                  }
                : one,
            ),
          }
        : step,
    ),
  });
  const figures = (answers: Answers, instrument: Instrument = small) =>
    cardReply(sceneAt(answers, { instrument }), cardIn('kitchen.figures', answers, instrument), '7');

  it('leads on to the next card', () => {
    expect(figures(KITCHEN)).toMatchObject({ sections: [], next: 'kitchen.stock.1' });
    const end = cardReply(sceneAt(ALL, { run: { passed: PASSED } }), cardIn('yard.figures', ALL), '7');
    expect(end).not.toHaveProperty('next');
    expect(reply('colour')).not.toHaveProperty('sections');
  });

  it('names the cards within where an item has several, and only those on the way', () => {
    expect(figures(KITCHEN)).not.toHaveProperty('within');
    expect(
      figures({ ...KITCHEN, 'rooms-chosen': ['kitchen', 'yard'], 'yard.spade.status': 'in-use' }, twice),
    ).toMatchObject({
      within: ['kitchen.pan.details', 'kitchen.pan.more'],
    });
  });

  function reply(key: string) {
    return cardReply(sceneAt(KITCHEN), cardIn(key, KITCHEN), '7');
  }
});

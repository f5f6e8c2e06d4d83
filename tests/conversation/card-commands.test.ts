/** What commands do about the question that is open, and where a button leads. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { instrumentSchema } from '../../src/assessment/instrument.ts';
import { go, leaveWords, onCard } from '../../src/conversation/card-commands.ts';
import type { Command } from '../../src/conversation/command.ts';
import type { Turn } from '../../src/conversation/context.ts';
import { small } from '../assessment/small-instrument.ts';
import { byResult, KITCHEN, type Open, repliesIn, sceneAt } from './small-scene.ts';

const WITH_OWN: Answers = { ...KITCHEN, 'kitchen.own-1.name': 'Vatkain' };
const PART = { part: () => ({ key: 'k', seed: 's' }) };

const told = ({ session }: Turn) => session.runs.small;

function command(name: Command, step: string, open: Open = {}, context: object = {}) {
  const scene = sceneAt(WITH_OWN, { step, ...open, run: { visiting: step, ...open.run } });
  return onCard({ ...scene, context: { ...scene.context, ...context } }, name);
}

describe('a command about the open question', () => {
  it('explains it, with the names of what was added', () => {
    expect(command('why', 'colour').replies).toEqual([
      {
        ...{ kind: 'explanation', step: 'colour', dialog: 'small', version: '1.0.0' },
        names: { 'kitchen.own-1.name': 'Vatkain' },
      },
    ]);
  });

  it('skips it, but for a choice that all the rest hangs on', () => {
    const skipped = command('skip', 'colour');
    expect(repliesIn(skipped)[0]).toBe('answered colour skipped');
    expect(told(skipped)?.passed).toEqual(['colour']);
    expect(repliesIn(command('skip', 'rooms-chosen'))).toEqual(['unavailable-here']);
  });

  it('asks for a note to it, where the answers are looked through', () => {
    expect(repliesIn(command('note', 'colour'))).toEqual(['note-asked colour']);
    expect(repliesIn(command('note', 'colour', { instrument: byResult }))).toEqual(['unavailable-here']);
    expect(repliesIn(command('status', 'colour'))).toEqual(['unavailable-here']);
  });

  it('is nothing where no question is open', () => {
    const done = sceneAt(WITH_OWN, { run: { stage: 'reviewing' } });
    expect(repliesIn(onCard(done, 'why'))).toEqual(['unavailable-here']);
  });
});

describe('a question left to a colleague', () => {
  it.each([
    ['colour', 'unknown'],
    ['share', 'unknown'],
  ])('is marked: %s', (step, value) => {
    const instrument = instrumentSchema.parse({
      ...small,
      scales: { ...small.scales, colour: { ...small.scales.colour, outs: ['unknown'] } },
    });
    const left = command('ask-colleague', step, { instrument, run: { colleague: ['why'] } });
    expect(repliesIn(left).slice(0, 2)).toEqual(['colleague-marked', `answered ${step}`]);
    expect(told(left)).toMatchObject({ answers: { [step]: value }, colleague: ['why', step] });
    const twice = command('ask-colleague', step, { instrument, run: { colleague: [step] } });
    expect(told(twice)?.colleague).toEqual([step]);
  });

  it('that takes no "don’t know" is passed', () => {
    for (const step of ['colour', 'kitchen.pan.details']) {
      const left = command('ask-colleague', step);
      expect(repliesIn(left).slice(0, 2)).toEqual(['colleague-marked', `answered ${step} skipped`]);
      expect(told(left)).toMatchObject({ answers: WITH_OWN, passed: [step], colleague: [step] });
    }
  });

  it('where nothing is looked through is one only where a link can ask for it', () => {
    expect(repliesIn(command('ask-colleague', 'share', { instrument: byResult }))).toEqual([
      'unavailable-here',
    ]);
    expect(repliesIn(command('ask-colleague', 'share', { instrument: byResult }, PART))[0]).toBe(
      'colleague-marked',
    );
  });
});

describe('words that are asked for', () => {
  const asked = (kind: 'note' | 'reason', leave: typeof leaveWords) => {
    const scene = sceneAt({ ...WITH_OWN, colour: 'red' }, { run: { visiting: 'share' } });
    const beneath = { kind: 'step', step: 'colour', nonce: '7' } as const;
    const pending =
      kind === 'note'
        ? ({ kind, step: 'colour', nonce: '9', beneath } as const)
        : ({ kind, step: 'colour', nonce: '9' } as const);
    return repliesIn(leave({ ...scene, session: { ...scene.session, pending } }));
  };

  it('are left for what was open: of a note its question, of a reason the next one', () => {
    expect(asked('note', leaveWords)).toEqual(['question colour']);
    expect(asked('reason', leaveWords)).toEqual(['question share']);
    expect(asked('note', run => onCard(run, 'skip'))).toEqual(['question colour']);
    expect(asked('reason', run => go(run, 'next'))).toEqual(['question share']);
  });
});

describe('a button', () => {
  const to = (where: string, open: Open = {}) => go(sceneAt(WITH_OWN, { step: 'colour', ...open }), where);

  it('leads to a card, also one beside the way', () => {
    expect(repliesIn(to('share'))).toEqual(['question share']);
    expect(repliesIn(to('nowhere'))).toEqual(['stale', 'question colour']);
  });

  it('to the card that one is at shows it as it stands', () => {
    const at = { run: { visiting: 'colour' } };
    const [again] = to('colour', at).replies;
    expect(again).toMatchObject({ kind: 'question', step: 'colour', nonce: '7' });
    const [anew] = to('share', at).replies;
    expect(anew).toMatchObject({ kind: 'question', step: 'share', nonce: '1' });
  });

  it('leads on: past the open card, or to what comes at the end', () => {
    expect(repliesIn(to('next', { run: { visiting: 'colour' } }))[0]).toBe('answered colour skipped');
    expect(repliesIn(to('next', { run: { stage: 'reviewing' } }))).toEqual(['summary']);
    expect(repliesIn(to('result'))).toEqual(['result']);
    expect(repliesIn(to('another'))).toEqual(['unavailable-here']);
  });
});

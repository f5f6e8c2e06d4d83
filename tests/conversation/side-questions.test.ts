/** Notes, reasons and readings: how they are asked, kept, and declined. */
import { describe, expect, it } from 'vitest';
import { leaveAnswered } from '../../src/conversation/leave-card.ts';
import { reject } from '../../src/conversation/refuse.ts';
import type { Pending } from '../../src/conversation/session.ts';
import {
  askNote,
  declined,
  keepNote,
  keepReason,
  keepWords,
  LONGEST_NOTE,
  offerNote,
  suggestCommand,
  suggestReading,
} from '../../src/conversation/side-questions.ts';
import { cardIn, KITCHEN, repliesIn, sceneAt } from './small-scene.ts';

const STEP = { kind: 'step', step: 'colour', nonce: '7' } as const;

function sceneWith(pending: Pending | undefined, answers = {}) {
  const scene = sceneAt(answers);
  return { ...scene, session: { ...scene.session, pending } };
}

describe('a note', () => {
  it('is asked on the question that is open, and on no other side question', () => {
    const beneath = (pending: Pending | undefined) => {
      const open = askNote(sceneWith(pending), 'colour').session.pending;
      return open && 'beneath' in open ? open.beneath : undefined;
    };
    expect(askNote(sceneWith(STEP), 'colour').session.pending).toEqual({
      ...{ kind: 'note', step: 'colour', nonce: '1', beneath: STEP },
    });
    const reason = { kind: 'reason', step: 'colour', nonce: '8' } as const;
    expect(beneath(reason)).toEqual(reason);
    expect(beneath({ kind: 'note', step: 'share', nonce: '8', beneath: reason })).toEqual(reason);
    expect(beneath({ kind: 'confirm', what: 'erase', nonce: '8', beneath: STEP })).toEqual(STEP);
    expect(beneath({ kind: 'prefill-where', nonce: '8', near: [] })).toBeUndefined();
    expect(beneath(undefined)).toBeUndefined();
  });

  it('is kept beside others, without the spaces around it; an empty one is none', () => {
    const open = sceneWith({ kind: 'note', step: 'colour', nonce: '8', beneath: STEP });
    const noted = { ...open, run: { ...open.run, notes: { share: 'x', colour: 'old' } } };
    const kept = keepNote(noted, 'colour', '  new ');
    expect(kept.session.runs.small?.notes).toEqual({ share: 'x', colour: 'new' });
    expect([repliesIn(kept), kept.session.pending]).toEqual([['note-saved', 'question colour'], STEP]);
    const none = keepNote(noted, 'colour', '  ');
    expect([repliesIn(none), none.session.runs.small?.notes]).toEqual([['question colour'], {}]);
    // What is open is no note any more: it is shown as it is.
    expect(keepNote(sceneWith(STEP), 'colour', 'x').session.pending).toEqual(STEP);
  });

  it('that came with an answer is offered, cut to its length; not with one that was refused', () => {
    const scene = sceneAt({ colour: 'red' }, { step: 'colour' });
    const taken = leaveAnswered(scene, cardIn('colour'));
    const offered = offerNote(scene, taken, { step: 'colour', note: 'y'.repeat(LONGEST_NOTE + 1) });
    expect(repliesIn(offered)).toEqual(['answered colour', 'note-offered colour']);
    expect(offered.session.pending).toMatchObject({ kind: 'keep-note', note: 'y'.repeat(LONGEST_NOTE) });
    expect(offered.effects).toBe(taken.effects);
    const refused = reject(scene, { problem: 'missing' });
    expect(offerNote(scene, refused, { step: 'colour', note: 'y' })).toBe(refused);
  });
});

describe('a reason', () => {
  const answers = { ...KITCHEN, 'kitchen.pan.sharp': 'na', 'kitchen.pan.owner': 'Kokki' };
  const keep = (reason: string | undefined) => {
    const scene = sceneAt(answers, { run: { reasons: { share: 'old' } } });
    return keepReason(scene, cardIn('kitchen.pan.details', answers), reason).session.runs.small?.reasons;
  };

  it('is kept for the fields that do not apply; none is fine', () => {
    expect(keep(' tylsä ')).toEqual({ share: 'old', 'kitchen.pan.sharp': 'tylsä' });
    expect(keep('  ')).toEqual({ share: 'old' });
    expect(keep(undefined)).toEqual({ share: 'old' });
  });

  it('and a note are words asked for on a card; words to anything else are neither', () => {
    const kept = (pending: Pending | undefined) => {
      const run = keepWords(sceneWith(pending, { colour: 'na' }), 'x').session.runs.small;
      return { reasons: run?.reasons, notes: run?.notes };
    };
    const NONE = { reasons: {}, notes: {} };
    expect(kept({ kind: 'reason', step: 'colour', nonce: '8' })).toEqual({
      ...NONE,
      reasons: { colour: 'x' },
    });
    expect(kept({ kind: 'note', step: 'share', nonce: '8' })).toEqual({ ...NONE, notes: { share: 'x' } });
    expect(kept(STEP)).toEqual(NONE);
  });
});

describe('a no', () => {
  const no = (pending: Pending, stage: 'asking' | 'finished' = 'asking') => {
    const scene = sceneWith(pending);
    const run = { ...scene.run, stage };
    return repliesIn(
      declined({ ...scene, run, session: { ...scene.session, runs: { small: run } } }, pending),
    );
  };
  const reading = (key: string): Pending => ({
    kind: 'reading',
    entries: [{ key, value: 1 }],
    nonce: '9',
    beneath: STEP,
  });

  it('opens what lay beneath, and says so where nothing else shows it', () => {
    expect(no(reading('share'))).toEqual(['question colour']);
    // Of an item nothing is shown again: its card is on the screen.
    expect(no(reading('kitchen.pan.status'))).toEqual(['kept-as-is']);
    const alone: Pending = {
      kind: 'reading',
      entries: [{ key: 'kitchen.pan.status', value: 1 }],
      nonce: '9',
    };
    expect(no(alone)).toEqual(['question rooms-chosen']);
    expect(no({ kind: 'confirm', what: 'erase', nonce: '9', beneath: STEP })).toEqual([
      'kept-as-is',
      'question colour',
    ]);
    expect(no({ kind: 'command', name: 'finish', nonce: '9', beneath: STEP })).toEqual(['question colour']);
    expect(no({ kind: 'file', dialog: 'small', entries: [], nonce: '9', beneath: STEP })).toEqual([
      'kept-as-is',
      'question colour',
    ]);
    expect(no({ kind: 'command', name: 'finish', nonce: '9' }, 'finished')).toEqual(['kept-as-is']);
  });
});

it('what was perhaps meant is asked on what is open', () => {
  const entries = [{ key: 'share', value: 5 }];
  expect(suggestReading(sceneWith(STEP), entries).session.pending).toMatchObject({
    kind: 'reading',
    entries,
    beneath: STEP,
  });
  const start = suggestCommand(sceneWith(STEP), { name: 'start', dialog: 'workbook' });
  expect(start.replies).toEqual([
    { kind: 'command-suggested', name: 'start', dialog: 'workbook', nonce: '1' },
  ]);
  const help = suggestCommand(sceneWith(STEP), { name: 'help' });
  expect(help.replies).toEqual([{ kind: 'command-suggested', name: 'help', nonce: '1' }]);
  expect(help.session.pending).toEqual({ kind: 'command', name: 'help', nonce: '1', beneath: STEP });
});

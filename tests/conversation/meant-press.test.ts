/** A message after a yes-or-no question: it answers that, is a button, or lets the question go. */
import { describe, expect, it } from 'vitest';
import type { Conversed } from '../../src/conversation/input.ts';
import { settle } from '../../src/conversation/meant-press.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Pending } from '../../src/conversation/session.ts';
import { sceneAt } from './small-scene.ts';

const STEP = { kind: 'step', step: 'share', nonce: '7' } as const;
const ERASE: Pending = { kind: 'confirm', what: 'erase', nonce: '9', beneath: STEP };
const READING: Pending = {
  kind: 'reading',
  entries: [{ key: 'share', value: 5 }],
  nonce: '9',
  beneath: STEP,
};
const NOTE: Pending = { kind: 'keep-note', step: 'share', nonce: '9', note: 'x' };
const COMMAND: Pending = { kind: 'command', name: 'finish', nonce: '9', beneath: STEP };

function settled(pending: Pending | undefined, input: Conversed, runs: 'some' | 'none' = 'some') {
  const scene = sceneAt({});
  const session = { ...scene.session, pending, ...(runs === 'none' && { runs: {} }) };
  const { scene: now, input: done } = settle({ ...scene, session }, input);
  const open = now.session.pending;
  return { open: open?.nonce, done: done.kind === 'press' ? said(done.press) : done.kind };
}

function said(press: Press): string {
  const what = 'value' in press ? press.value : 'name' in press ? press.name : '';
  return `${press.do} ${what}`.trim();
}

const text = (words: string) => ({ kind: 'text', text: words }) as const;

describe('words', () => {
  it.each<[what: string, pending: Pending, words: string, done: string, open: string]>([
    ['say yes', ERASE, 'kyllä', 'confirm yes', '9'],
    ['say no', ERASE, 'ei', 'confirm no', '9'],
    ['leave it, which is a no', ERASE, 'peruuta', 'confirm no', '9'],
    ['go back, which is a no', ERASE, 'takaisin', 'confirm no', '9'],
    // With a condition, a doubt or anything else it is neither; an erasure is let go then.
    ['say yes and something else', ERASE, 'kyllä, mutta säilytä vastaukset', 'let-go', '7'],
    // No options were shown: the first one is no yes, nor the last one a no.
    ['say the first one', ERASE, '1', 'let-go', '7'],
    ['say the last one', ERASE, 'viimeinen', 'let-go', '7'],
    ['say perhaps', ERASE, 'varmaan joo', 'let-go', '7'],
    ['nod', ERASE, 'ok', 'let-go', '7'],
    ['are a command', ERASE, 'ohje', 'command help', '7'],
    ['are an answer to what is beneath', ERASE, '12', 'let-go', '7'],
    ['are an answer to what is beneath a reading', READING, '12', 'text', '7'],
    ['nod to a reading', READING, 'ok', 'confirm yes', '9'],
    ['nod to a command', COMMAND, 'ok', 'confirm yes', '9'],
    ['say yes to a note that is offered', NOTE, 'joo', 'confirm yes', '9'],
    ['say something else than whether to keep a note', NOTE, 'kissa', 'let-go', ''],
    ['say something else than whether that command was meant', COMMAND, 'kissa', 'text', '7'],
  ])('%s', (_what, pending, words, done, open) => {
    const after = settled(pending, text(words));
    expect([after.done, after.open ?? '']).toEqual([done, open]);
  });

  it('let nothing go where nothing was told', () => {
    expect(settled(ERASE, text('kissa'), 'none')).toEqual({ open: '7', done: 'text' });
  });

  it('are read as they are where a question is open', () => {
    expect(settled(STEP, text('12'))).toEqual({ open: '7', done: 'text' });
    expect(settled(undefined, text('kissa'))).toEqual({ open: undefined, done: 'text' });
  });
});

describe('a press', () => {
  const press = (nonce?: string): Conversed => ({
    kind: 'press',
    press:
      nonce === undefined
        ? { do: 'command', name: 'help' }
        : { do: 'answer', step: 'share', nonce, value: '5' },
  });

  it('opens the question again that its card is of', () => {
    expect(settled(ERASE, press('7')).open).toBe('7');
    expect(settled(ERASE, press('9')).open).toBe('9');
    expect(settled(ERASE, press('3')).open).toBe('7');
    expect(settled(ERASE, press()).open).toBe('7');
    expect(settled(STEP, press('3')).open).toBe('7');
    expect(settled(undefined, press('3')).open).toBeUndefined();
    const note: Pending = { kind: 'note', step: 'share', nonce: '8', beneath: STEP };
    expect(settled({ ...ERASE, beneath: note }, press('7')).open).toBe('7');
    expect(settled({ ...ERASE, beneath: note }, press('8')).open).toBe('8');
  });

  it('and what comes from elsewhere lets a question go without a word', () => {
    expect(settled(ERASE, { kind: 'joined' })).toEqual({ open: '7', done: 'joined' });
    expect(settled(ERASE, { kind: 'unreadable' })).toEqual({ open: '7', done: 'unreadable' });
  });
});

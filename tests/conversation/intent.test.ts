/** What a press or a message is meant to do, where each kind of field is open. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { openField, readPress, readText } from '../../src/conversation/intent.ts';
import { newSession, type Pending } from '../../src/conversation/session.ts';
import { KITCHEN, sceneAt } from './small-scene.ts';

describe('a press', () => {
  const open = { kind: 'step', step: 'colour', nonce: '7' } as const;
  const press = (more: object, pending: Pending | undefined = open) =>
    readPress(
      { ...newSession('fi'), pending },
      { do: 'answer', step: 'colour', nonce: '7', value: 'red', ...more },
    ).kind;

  it('is of the question that is asked, and stale on any other', () => {
    expect(press({})).toBe('press');
    expect([press({ nonce: '6' }), press({ step: 'share' })]).toEqual(['stale', 'stale']);
    expect(readPress(newSession('fi'), { do: 'answer', step: 'colour', nonce: '7', value: 'red' }).kind).toBe(
      'stale',
    );
  });

  it('without a nonce is good wherever it stands', () => {
    const session = { ...newSession('fi'), pending: open };
    const command = { do: 'command', name: 'help' } as const;
    expect(readPress(session, command)).toEqual({ kind: 'press', press: command });
    expect(readPress(session, { ...command, nonce: '6' }).kind).toBe('stale');
    expect(readPress(session, { ...command, nonce: '7' }).kind).toBe('press');
    expect(readPress(session, { do: 'feedback', value: 'up' }).kind).toBe('press');
  });

  it('for the result is good again once nothing is asked', () => {
    const finish = { do: 'command', name: 'finish', nonce: '6' } as const;
    expect(readPress(newSession('fi'), finish).kind).toBe('press');
    expect(readPress({ ...newSession('fi'), pending: open }, finish).kind).toBe('stale');
    expect(readPress(newSession('fi'), { ...finish, name: 'skip' }).kind).toBe('stale');
  });

  it('on what has no card, by its nonce alone', () => {
    const sure = { kind: 'confirm', what: 'erase', nonce: '7' } as const;
    expect(
      readPress({ ...newSession('fi'), pending: sure }, { do: 'confirm', nonce: '7', value: 'yes' }).kind,
    ).toBe('press');
  });
});

describe('the open field', () => {
  const of = (step: string, input?: string, answers: Answers = KITCHEN) => {
    const scene = sceneAt(answers, { step });
    const pending = { kind: 'step', step, nonce: '7', ...(input !== undefined && { input }) } as const;
    const found = openField({ ...scene, session: { ...scene.session, pending } });
    return found && [found.field.key, found.alone];
  };

  it.each<[what: string, step: string, input: string | undefined, field: unknown]>([
    ['of a question', 'colour', undefined, ['colour', true]],
    [
      'of a form, the first one, which was not asked',
      'kitchen.pan.details',
      undefined,
      ['kitchen.pan.sharp', false],
    ],
    [
      'of a form, the one that was asked',
      'kitchen.pan.details',
      'kitchen.pan.owner',
      ['kitchen.pan.owner', true],
    ],
    ['of a form, one that is gone', 'kitchen.pan.details', 'kitchen.pan.gone', ['kitchen.pan.sharp', false]],
    ['of a form with one field', 'town', undefined, ['place', true]],
    ['of figures, none', 'kitchen.figures', undefined, undefined],
    ['of a card that is gone, none', 'gone', undefined, undefined],
  ])('%s', (_what, step, input, field) => {
    expect(of(step, input)).toEqual(field);
  });

  it('is none where something else is asked', () => {
    const scene = sceneAt(KITCHEN);
    const pending = { kind: 'note', step: 'colour', nonce: '7' } as const;
    expect(openField({ ...scene, session: { ...scene.session, pending } })).toBeUndefined();
  });
});

describe('a message', () => {
  const read = (step: string, text: string, input?: string) => {
    const scene = sceneAt({ ...KITCHEN, colour: 'red' }, { step });
    const pending = { kind: 'step', step, nonce: '7', ...(input !== undefined && { input }) } as const;
    const run = { ...scene, session: { ...scene.session, pending } };
    const intent = readText(run, run, text);
    if (intent.kind === 'answer' || intent.kind === 'suggest') return `${intent.kind} ${intent.value}`;
    return 'name' in intent ? `${intent.kind} ${intent.name}` : intent.kind;
  };

  it.each<[what: string, step: string, input: string | undefined, text: string, meant: string]>([
    ['words', 'why', undefined, 'koska  niin', 'answer koska niin'],
    ['a command, short', 'why', undefined, 'ohje', 'command help'],
    [
      'a long command that is one among words as well',
      'why',
      undefined,
      'haluan puhua ihmiselle kiitos',
      'command contact',
    ],
    [
      'words that sound like a command',
      'why',
      undefined,
      'haluan aloittaa kypsyysprofiilin kiitos',
      'answer haluan aloittaa kypsyysprofiilin kiitos',
    ],
    ['an option by its label', 'colour', undefined, 'sininen', 'answer blue'],
    ['an option by its place', 'colour', undefined, '2', 'answer blue'],
    ['the last one', 'colour', undefined, 'viimeinen', 'answer other'],
    ['no option', 'colour', undefined, 'vihreä', 'nonsense'],
    [
      'no place on a form that was not asked field by field',
      'kitchen.pan.details',
      undefined,
      '1',
      'nonsense',
    ],
    ['a place in the field that was asked', 'kitchen.pan.details', 'kitchen.pan.sharp', '2', 'answer manual'],
    [
      'that it does not apply, as the last place',
      'kitchen.pan.details',
      'kitchen.pan.sharp',
      '4',
      'answer na',
    ],
    ['a number', 'share', undefined, '12,5', 'answer 12.5'],
    ['a number that is perhaps meant', 'share', undefined, 'ehkä 12', 'suggest 12'],
    ['several of a scale', 'kitchen.pan.details', 'kitchen.pan.colours', '1, 2', 'answer red,blue'],
    ['a day', 'kitchen.pan.repairs', undefined, '1.5.2027', 'answer 2027-05-01'],
  ])('is %s', (_what, step, input, text, meant) => {
    expect(read(step, text, input)).toBe(meant);
  });

  it('where words are asked for is those words, but for a command', () => {
    const scene = sceneAt(KITCHEN);
    const pending = { kind: 'note', step: 'colour', nonce: '7' } as const;
    const run = { ...scene, session: { ...scene.session, pending } };
    expect(readText(run, run, 'kyllä')).toEqual({ kind: 'words', words: 'kyllä' });
    expect(readText(run, run, 'peruuta')).toMatchObject({ kind: 'command', name: 'cancel' });
  });

  it('with nothing in hand is a command, or nothing', () => {
    const { run: _, ...scene } = sceneAt({});
    expect(readText(scene, undefined, 'ohje')).toMatchObject({ kind: 'command', name: 'help', text: 'ohje' });
    expect(readText(scene, undefined, 'höpö')).toEqual({ kind: 'nonsense' });
  });
});

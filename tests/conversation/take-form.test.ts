/** What a message says of several fields of the open form, on a form of two phases. */
import { expect, it } from 'vitest';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { itemWordsSchema } from '../../src/conversation/naming/item-words.ts';
import { createNaming } from '../../src/conversation/naming/naming.ts';
import type { Pending } from '../../src/conversation/session.ts';
import { takeFormWords } from '../../src/conversation/take-form.ts';
import { small } from '../assessment/small-instrument.ts';
import { sceneAt } from './small-scene.ts';

const phase = (id: string) => ({ id, type: 'choice', scale: 'done', blank: 'open' });
const form = (id: string, ...fields: readonly string[]) => ({ id, type: 'form', inputs: fields.map(phase) });

const phases: Instrument = instrumentSchema.parse({
  ...small,
  scales: { ...small.scales, done: { read: 'phase', options: { manual: 0, partial: 0.5, full: 1 } } },
  steps: [
    form('both', 'sending', 'filing'),
    form('one', 'paying'),
    { id: 'room', type: 'each', list: 'rooms', items: 'all', steps: [form('inside', 'cooking', 'washing')] },
  ],
});
const words = itemWordsSchema.parse({
  ...{ all: 'kaikki', except: 'muut, paitsi', and: 'ja' },
  fields: {
    sending: 'lähetys*',
    filing: 'arkisto*',
    paying: 'maksu*',
    cooking: 'keitto*',
    washing: 'tiski*',
  },
});
const naming = createNaming({ instrument: phases, words: () => words, text: () => undefined }, 'fi');

/** What was written, or asked back with a question mark; nothing where the message is read otherwise. */
function said(
  text: string,
  step = 'both',
  pending: Pending | undefined = { kind: 'step', step, nonce: '7' },
) {
  const scene = sceneAt({}, { step, instrument: phases });
  const context = { ...scene.context, naming: () => naming };
  const turn = takeFormWords({ ...scene, context, session: { ...scene.session, pending } }, text);
  if (!turn) return undefined;
  const open = turn.session.pending;
  const asked =
    open?.kind === 'reading' ? open.entries.map(({ key, value }) => `${key}=${value}?`) : undefined;
  const written = Object.entries(turn.session.runs.small?.answers ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const [reply] = turn.replies;
  return [...(asked ?? written), ...(reply?.kind === 'rejected' ? ['rejected'] : [])].join(' ');
}

it.each<[text: string, taken: string | undefined]>([
  ['kaikki täysin', 'sending=full filing=full'],
  ['lähetys täysin, arkisto osin', 'sending=full filing=partial'],
  ['lähetys täysin', 'sending=full'],
  ['arkisto käsin', 'filing=manual'],
  // "Kaikki" may say which, and not how far.
  ['kaikki', 'sending=full? filing=full?'],
  ['lähetys', 'rejected'],
  ['lähetys höpö', 'rejected'],
  ['muut täysin', 'rejected'],
  ['täysin, osin', 'rejected'],
  // A question, one answer without a name and words of nothing here are read otherwise.
  ['lähetys?', undefined],
  ['täysin', undefined],
  ['täysin, täysin', undefined],
  ['höpö', undefined],
  ['ohje', undefined],
])('"%s": %s', (text, taken) => {
  expect(said(text)).toBe(taken);
});

it('is read on no card with one choice, on none in a list, and on none that is not what is asked', () => {
  expect(said('kaikki täysin', 'one')).toBeUndefined();
  expect(said('kaikki täysin', 'kitchen.inside')).toBeUndefined();
  expect(said('kaikki täysin', 'gone')).toBeUndefined();
  expect(said('kaikki täysin', 'both', { kind: 'note', step: 'both', nonce: '7' })).toBeUndefined();
  expect(said('kaikki täysin', 'both', { kind: 'reason', step: 'both', nonce: '7' })).toBeUndefined();
});

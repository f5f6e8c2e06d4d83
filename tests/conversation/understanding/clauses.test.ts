/** A message parted into clauses, and what is said beside its answer: on items written by hand. */
import { expect, it } from 'vitest';
import {
  asksAnything,
  asksBack,
  clausesOf,
  headOf,
  remarkIn,
} from '../../../src/conversation/understanding/clauses.ts';
import type { Message } from '../../../src/conversation/understanding/message.ts';
import type { Item } from '../../../src/conversation/understanding/tag.ts';

const JOINTS = ['but', 'and', 'or', 'so', 'reason', 'instead'] as const;

/** Each word an item: marks part, `but` and its like join, `yes` is a value, `topic` one, and all else is unknown. */
function messageOf(text: string): Message {
  const items = [...text.matchAll(/\S+/g)].map(
    ({ 0: word, index }): Item => ({
      tag: tagOf(word),
      words: 1,
      cost: 0,
      from: index,
      to: index + word.length,
    }),
  );
  return { text, whole: text, items, coverage: 1 };
}

function tagOf(word: string): Item['tag'] {
  const joint = JOINTS.find(is => is === word);
  if (joint) return { is: joint };
  if (/^[.,;!?#]$/.test(word)) return { is: 'break', mark: word };
  if (word === 'yes') return { is: 'value', value: 'yes', strength: 'sure' };
  if (word === 'topic') return { is: 'topic' };
  return { is: word === 'little' ? 'particle' : 'unknown' };
}

const textOf = ({ text }: Message, items: readonly Item[]) =>
  items.map(({ from, to }) => text.slice(from, to)).join(' ');
const isSignal = ({ tag }: Item) => tag.is === 'value';

it.each([
  ['yes', ['start yes']],
  ['yes , a', ['start yes', 'break a']],
  ['yes but a', ['start yes', 'but a']],
  ['yes , but a', ['start yes', 'but a']],
  // A mark behind a joint takes nothing from it; one behind words does.
  ['yes but , a', ['start yes', 'but a']],
  ['yes but a , b', ['start yes', 'but a', 'break b']],
  ['yes or a and b so c', ['start yes', 'or a', 'and b', 'so c']],
  [', , yes .', ['start yes']],
  ['but yes', ['but yes']],
  // A mark that parts nothing is a word among others.
  ['yes # a', ['start yes # a']],
  ['', []],
])('"%s" is parted into %j', (text, clauses) => {
  const message = messageOf(text);
  expect(clausesOf(message.items).map(({ joint, items }) => `${joint} ${textOf(message, items)}`)).toEqual(
    clauses,
  );
});

it.each([
  ['yes reason no money', 'yes', 'no money'],
  ['yes reason , no money .', 'yes', 'no money'],
  ['yes reason x', 'yes', undefined],
  // Without an answer before it, it is no reason for one.
  ['reason yes', 'reason yes', undefined],
  ['a instead yes', 'yes', undefined],
  ['yes instead a', 'yes instead a', undefined],
  ['a instead b instead yes', 'yes', undefined],
])('of "%s" the head is "%s", and the reason "%s"', (text, head, reason) => {
  const message = messageOf(text);
  const found = headOf(message, isSignal);
  expect([textOf(message, found.items), found.reason]).toEqual([head, reason]);
  if (reason === undefined) expect(found).not.toHaveProperty('reason');
});

it.each([
  ['in the schools', 'in the schools'],
  ['( in the schools ) .', 'in the schools'],
  ['topic little', 'topic little'],
  // One word, or none that tells anything, is no remark.
  ['schools', undefined],
  ['little little', undefined],
  ['', undefined],
])('"%s" beside the answer is the remark "%s"', (text, remark) => {
  const message = messageOf(text);
  expect(remarkIn(message, message.items)).toBe(remark);
});

it.each([
  ['yes ?', true, true],
  ['a ? yes', false, true],
  ['yes .', false, false],
])('"%s" asks back: %s, and anything at all: %s', (text, back, anything) => {
  expect([asksBack(messageOf(text)), asksAnything(messageOf(text))]).toEqual([back, anything]);
});

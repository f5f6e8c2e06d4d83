/** What people named themselves in an instrument, and what goes with each when it is taken out again. */
import { type AnswerKey, type Answers, keyOf, splitKey, type Value } from './answers.ts';
import type { Change } from './change-answers.ts';
import type { Instrument } from './instrument.ts';
import { NAME } from './names-in.ts';
import { fieldAt, itemsIn, NAME_INPUT } from './places.ts';

/** An item that was added, or an option that people name. */
export interface OwnThing {
  /** The answer that is its name. */
  readonly key: AnswerKey;
  readonly name: string;
}

/** Added items in the order in which they were added, then the named options. */
export function ownThings(instrument: Instrument, answers: Answers): readonly OwnThing[] {
  const items = Object.keys(answers).filter(
    key => key.endsWith(`.${NAME}`) && fieldAt(instrument, key, answers)?.input === NAME_INPUT,
  );
  const options = namedOptions(instrument).map(({ key }) => key);
  return [...items, ...options].flatMap(key => {
    const name = answers[key];
    return typeof name === 'string' ? [{ key, name }] : [];
  });
}

interface NamedOption {
  readonly key: AnswerKey;
  readonly scale: string;
  readonly option: string;
}

function namedOptions({ scales }: Instrument): readonly NamedOption[] {
  return Object.entries(scales).flatMap(([scale, { named = {} }]) =>
    Object.entries(named).map(([option, key]) => ({ key, scale, option })),
  );
}

export interface TakenOut {
  /** What has to change for it to be gone. */
  readonly changes: readonly Change[];
  /** Answers about it that go with it, beside its name. */
  readonly gone: number;
  /** What stood under it and stays without it. */
  readonly freed: number;
}

/** Nothing else is lost: of several things chosen the others stay chosen, and what stood under an option stays as it is. */
export function takenOut(instrument: Instrument, answers: Answers, key: AnswerKey): TakenOut {
  const option = namedOptions(instrument).find(one => one.key === key);
  if (option) {
    const freed = optionChosen(instrument, answers, option);
    return { changes: [{ key, value: undefined }, ...freed], gone: 0, freed: freed.length };
  }
  const { items } = splitKey(key);
  const gone = Object.keys(answers).filter(one => one !== key && isOf(items, one));
  const cleared = [key, ...gone].map(one => ({ key: one, value: undefined }));
  return { changes: [...cleared, ...itemChosen(instrument, answers, items)], gone: gone.length, freed: 0 };
}

/** Whether a key (of an answer or a card) stands under an item. */
export function isOf(items: readonly string[], key: string): boolean {
  return key.startsWith(keyOf(items, ''));
}

/** Where the item is among what was chosen from its list. */
function itemChosen(instrument: Instrument, answers: Answers, items: readonly string[]): Change[] {
  const above = items.slice(0, -1).join('.');
  const list = fieldAt(instrument, keyOf(items, NAME), answers)?.at.at(-1)?.list;
  return Object.entries(answers).flatMap(([key, value]): Change[] => {
    const field = Array.isArray(value) ? fieldAt(instrument, key, answers) : undefined;
    if (field?.input.type !== 'choose' || field.input.list !== list) return [];
    return itemsIn(field.at).join('.') === above ? without(key, value, items.at(-1) ?? '') : [];
  });
}

/** Where the option is the answer, or one of several. */
function optionChosen(instrument: Instrument, answers: Answers, { scale, option }: NamedOption): Change[] {
  return Object.entries(answers).flatMap(([key, value]): Change[] => {
    const input = fieldAt(instrument, key, answers)?.input;
    if ((input?.type !== 'choice' && input?.type !== 'multi') || input.scale !== scale) return [];
    return without(key, value, option);
  });
}

function without(key: AnswerKey, value: Value, one: string): Change[] {
  if (value === one) return [{ key, value: undefined }];
  if (typeof value !== 'object' || !value.includes(one)) return [];
  const left = value.filter(other => other !== one);
  return [{ key, value: left.length > 0 ? left : undefined }];
}

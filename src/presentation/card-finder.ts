import { type CardStep, cardSteps, type Instrument, inputsOf } from '../assessment/instrument.ts';
import { memo } from '../assessment/memo.ts';
import type { ConversationContext } from '../conversation/context.ts';
import { LOCALES } from '../conversation/locale.ts';
import type { RenderContext } from './context.ts';

/** So much of a word's end may be bent: "vireillepanon" names "Vireillepano". */
const BENT = 2;
const SHORTEST_STEM = 4;

interface Named {
  readonly key: string;
  readonly names: readonly string[][];
}

/**
 * Finds the one question that a text names: by its short name or that of a part, word by word, or by how that begins.
 * Cards of items are left out: "pysäköinti" names a service, which is found elsewhere, and not one of its questions.
 */
export function createCardFinder(context: RenderContext): ConversationContext['findCard'] {
  const named = memo((instrument: Instrument): readonly Named[] =>
    cardSteps(instrument)
      .filter(({ lists }) => lists.length === 0)
      .map(({ step }) => ({ key: step.id, names: namesOf(step, instrument, context).map(wordsOf) })),
  );
  return (text, instrument) => {
    const said = wordsOf(text);
    const cards = named(instrument);
    return only(cards, name => isSaid(name, said)) ?? only(cards, name => isSaid(name.slice(0, 1), said));
  };
}

function only(cards: readonly Named[], fits: (name: readonly string[]) => boolean): string | undefined {
  const [first, ...others] = cards.filter(({ names }) => names.some(fits));
  return others.length === 0 ? first?.key : undefined;
}

function namesOf(step: CardStep, { id }: Instrument, { translate }: RenderContext): string[] {
  const keys = [step.id, ...inputsOf(step).map(input => input.id)].flatMap(one => [
    `${id}:steps.${one}.short`,
    `${id}:inputs.${one}.short`,
  ]);
  return LOCALES.flatMap(locale => {
    const t = translate(locale);
    return keys.filter(key => t.has(key)).map(key => t(key));
  });
}

function isSaid(name: readonly string[], said: readonly string[]): boolean {
  const stems = name.map(word => word.slice(0, Math.max(SHORTEST_STEM, word.length - BENT)));
  return stems.length > 0 && stems.every(stem => said.some(word => word.startsWith(stem)));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  );
}

import { type Definition, inputsOf, type Step } from '../assessment/definition.ts';
import type { ConversationContext } from '../conversation/context.ts';
import { LOCALES } from '../conversation/locale.ts';
import type { RenderContext } from './context.ts';
import { inputText, stepText } from './dialog-texts.ts';
import { voiceOf } from './voice.ts';

/** So much of a word's end may be bent: "vireillepanon" names "Vireillepano". */
const BENT = 2;
const SHORTEST_STEM = 4;

/** Finds the one step that a text names: by its short name or that of a part, word by word, or by how that begins. */
export function createStepFinder(context: RenderContext): ConversationContext['findStep'] {
  return (text, definition) => {
    const said = wordsOf(text);
    const names = definition.steps.map(step => ({
      id: step.id,
      names: namesOf(step, definition, context).map(wordsOf),
    }));
    return only(names, name => isSaid(name, said)) ?? only(names, name => isSaid(name.slice(0, 1), said));
  };
}

interface Named {
  readonly id: string;
  readonly names: readonly string[][];
}

function only(steps: readonly Named[], fits: (name: readonly string[]) => boolean): string | undefined {
  const [first, ...others] = steps.filter(({ names }) => names.some(fits));
  return others.length === 0 ? first?.id : undefined;
}

function namesOf(step: Step, definition: Definition, context: RenderContext): string[] {
  return LOCALES.flatMap(locale => {
    const voice = voiceOf(locale, 'text', context);
    const parts = inputsOf(step).map(input => inputText(voice, definition, { input, part: 'short' }));
    return [stepText(voice, definition, { step, part: 'short' }), ...parts];
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

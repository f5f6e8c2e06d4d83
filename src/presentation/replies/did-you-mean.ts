import { definitionOf, inputOf, valueLabel } from '../dialog-texts.ts';
import { didYouMeanView } from '../did-you-mean-view.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks whether an unclear text was read right. */
export function didYouMean(voice: Voice, reply: ReplyOf<'did-you-mean'>): View {
  const definition = definitionOf(voice, reply);
  const input = inputOf(definition, reply.input);
  return didYouMeanView(voice, {
    answer: valueLabel(voice, definition, { input, value: reply.value }),
    nonce: reply.nonce,
  });
}

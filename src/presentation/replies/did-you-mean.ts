import { definitionOf, inputOf, valueLabel } from '../dialog-texts.ts';
import { didYouMeanView } from '../did-you-mean-view.ts';
import { entriesText } from '../entries-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks whether an unclear text was read right: of the question that is open the answer alone says enough. */
export function didYouMean(voice: Voice, reply: ReplyOf<'did-you-mean'>): View {
  const definition = definitionOf(voice, reply);
  const [only, ...more] = reply.entries;
  const alone = only && more.length === 0 && !only.key.includes('.');
  const answer = alone
    ? valueLabel(voice, definition, {
        input: inputOf(definition, only.key),
        value: only.value,
        names: reply.names,
      })
    : entriesText(voice, definition, reply);
  return didYouMeanView(voice, { answer, nonce: reply.nonce });
}

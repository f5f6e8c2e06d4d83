import { didYouMeanView } from '../did-you-mean-view.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks whether an unclear text was meant as a command. */
export function commandSuggested(voice: Voice, { name, nonce }: ReplyOf<'command-suggested'>): View {
  return didYouMeanView(voice, { answer: voice.t(`bot:commands.${name}`), nonce });
}

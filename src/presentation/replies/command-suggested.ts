import { didYouMeanView } from '../did-you-mean-view.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks whether an unclear text was meant as a command. */
export function commandSuggested(voice: Voice, { name, dialog, nonce }: ReplyOf<'command-suggested'>): View {
  const answer = dialog === undefined ? voice.t(`bot:commands.${name}`) : voice.t(`${dialog}:open`);
  return didYouMeanView(voice, { answer, nonce });
}

import type { ReplyOf } from '../reply-of.ts';
import type { Block, FormInput, View } from '../view.ts';

/** A card as it stands, with what was typed into it: for screens that empty every input once a card was sent in. */
export function redrawn(view: View, { sent }: ReplyOf<'redrawn'>): View {
  return { ...view, blocks: view.blocks.map(block => filledIn(block, sent)) };
}

type Sent = ReplyOf<'redrawn'>['sent'];

function filledIn(block: Block, sent: Sent): Block {
  return block.block === 'form'
    ? { ...block, inputs: block.inputs.map(input => withSent(input, sent)) }
    : block;
}

function withSent<Input extends FormInput>(input: Input, sent: Sent): Input {
  const value = Object.hasOwn(sent, input.id) ? sent[input.id] : undefined;
  return value ? { ...input, value } : input;
}

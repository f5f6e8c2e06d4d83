import type { Reply } from '../conversation/reply.ts';
import { explanation } from './replies/explanation.ts';
import type { Block, View } from './view.ts';
import type { Voice } from './voice.ts';

/**
 * A card with its explanation on it, to be opened there. Teams empties every input of a card when a button sends
 * anything, so a question about the question must not cost what was typed.
 */
export function withWhy(voice: Voice, view: View, reply: Reply): View {
  if (reply.kind !== 'question' || voice.screen !== 'teams' || !view.blocks.some(offersWhy)) return view;
  const { dialog, version, step, values: names } = reply;
  const { blocks } = explanation(voice, { kind: 'explanation', dialog, version, step, names });
  return { ...view, blocks: [...view.blocks, { block: 'aside', blocks }] };
}

function offersWhy(block: Block): boolean {
  return (
    block.block === 'quiet' &&
    block.buttons.some(({ press }) => press.do === 'command' && press.name === 'why')
  );
}

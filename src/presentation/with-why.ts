import type { Reply } from '../conversation/reply.ts';
import { explanation } from './replies/explanation.ts';
import { workbookExplained } from './replies/workbook-explained.ts';
import type { Block, View } from './view.ts';
import type { Voice } from './voice.ts';

/**
 * A card with its explanation on it, to be opened there. Teams empties every input of a card when a button sends
 * anything, so a question about the question must not cost what was typed.
 */
export function withWhy(voice: Voice, view: View, reply: Reply): View {
  if (voice.screen !== 'teams' || !view.blocks.some(offersWhy)) return view;
  const explained = explanationOf(voice, reply);
  return explained
    ? { ...view, blocks: [...view.blocks, { block: 'aside', blocks: explained.blocks }] }
    : view;
}

function offersWhy(block: Block): boolean {
  return (
    block.block === 'quiet' &&
    block.buttons.some(({ press }) => press.do === 'command' && press.name === 'why')
  );
}

function explanationOf(voice: Voice, reply: Reply): View | undefined {
  if (reply.kind === 'question') return explanation(voice, { ...reply, kind: 'explanation' });
  if (!('place' in reply)) return undefined;
  const { dialog, version } = reply;
  return workbookExplained(voice, {
    kind: 'workbook-explained',
    dialog,
    version,
    card: CARDS[reply.kind],
  });
}

const CARDS = {
  'workbook-areas': 'areas',
  'workbook-services': 'services',
  'workbook-service': 'service',
  'workbook-benefit': 'benefit',
  'workbook-own': 'own',
  'workbook-target': 'target',
  'workbook-area': 'area',
} as const;

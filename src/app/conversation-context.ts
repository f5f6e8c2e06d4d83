/** What a turn looks at: the content, the words it understands, and what cards say, so that a label can be typed. */
import { type Content, findRoot } from '../content/load-content.ts';
import { lazySecondReader } from '../content/load-second-reader.ts';
import type { ConversationContext } from '../conversation/context.ts';
import { createUnderstanding } from '../conversation/understanding/understanding.ts';
import { createCardFinder } from '../presentation/card-finder.ts';
import type { RenderContext } from '../presentation/context.ts';
import { createLabelReader } from '../presentation/label-reader.ts';

export function conversationContext(content: Content, render: RenderContext): ConversationContext {
  const { current, instrument, instruments, actions, actionsVersion, naming, called, labelLanguages } =
    content;
  const root = findRoot(import.meta.dirname);
  return {
    offered: instruments.map(({ id }) => id),
    naming,
    current,
    instrument,
    actions,
    actionsVersion,
    understand: createUnderstanding(content.vocabularies(), { called, second: lazySecondReader(root) }),
    findPress: createLabelReader(render, labelLanguages),
    findCard: createCardFinder(render),
  };
}

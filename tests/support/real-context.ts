import { loadVocabularies } from '../../src/content/vocabulary.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { createUnderstanding } from '../../src/conversation/understanding/understanding.ts';
import { content } from './content.ts';

/** What the running bot gives a turn: shipped content, shipped vocabulary. */
export const realContext: ConversationContext = {
  current: content.current,
  definition: content.definition,
  actions: content.actions,
  understand: createUnderstanding(loadVocabularies('locales')),
};

import { loadWorkbookContext } from '../../src/content/service-words.ts';
import { loadVocabularies } from '../../src/content/vocabulary.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { createUnderstanding } from '../../src/conversation/understanding/understanding.ts';
import type { RenderContext } from '../../src/presentation/context.ts';
import { createLabelReader } from '../../src/presentation/label-reader.ts';
import { createStepFinder } from '../../src/presentation/step-finder.ts';
import { content } from './content.ts';

/** The shipped workbook with the words for its services. */
export const workbook = loadWorkbookContext(content);

const texts: RenderContext = {
  translate: content.translate,
  definition: content.definition,
  actions: content.actions,
  publicUrl: 'https://portaat.example',
  contact: { unit: 'Digipalvelut' },
  retentionDays: 30,
};

/** What the running bot gives a turn: shipped content, shipped vocabulary. */
export const realContext: ConversationContext = {
  current: content.current,
  definition: content.definition,
  actions: content.actions,
  workbook,
  understand: createUnderstanding(loadVocabularies('locales')),
  findPress: createLabelReader(texts),
  findStep: createStepFinder(texts),
};

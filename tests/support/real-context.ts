import type { Definition } from '../../src/assessment/definition.ts';
import { loadVocabularies } from '../../src/content/vocabulary.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { createUnderstanding } from '../../src/conversation/understanding/understanding.ts';
import { createCardFinder } from '../../src/presentation/card-finder.ts';
import type { RenderContext } from '../../src/presentation/context.ts';
import { createLabelReader } from '../../src/presentation/label-reader.ts';
import { content, shipped } from './content.ts';

/** The shipped workbook. */
export const workbook: Definition = shipped('workbook');

const offered = content.definitions.map(({ id }) => id);

/** What the running bot draws with: shipped content, and an authority that is none. */
export const renderContext: RenderContext = {
  translate: content.translate,
  definition: content.definition,
  actions: content.actions,
  offered,
  publicUrl: 'https://bot.example',
  contact: { unit: 'Kokeilun neuvonta' },
  retentionDays: 30,
};

/** What the running bot gives a turn: shipped content, shipped vocabulary. */
export const realContext: ConversationContext = {
  offered,
  current: content.current,
  definition: content.definition,
  actions: content.actions,
  naming: content.naming,
  understand: createUnderstanding(loadVocabularies('locales'), content.called),
  findPress: createLabelReader(renderContext, content.mayBeText),
  findCard: createCardFinder(renderContext),
};

import type { Instrument } from '../../src/assessment/instrument.ts';
import { nameIn } from '../../src/assessment/register.ts';
import { lazySecondReader } from '../../src/content/load-second-reader.ts';
import { loadVocabularies } from '../../src/content/load-vocabularies.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { createUnderstanding } from '../../src/conversation/understanding/understanding.ts';
import { createCardFinder } from '../../src/presentation/card-finder.ts';
import type { RenderContext } from '../../src/presentation/context.ts';
import { createLabelReader } from '../../src/presentation/label-reader.ts';
import { content, stoodOn } from './content.ts';

/** The shipped workbook that tests stand on. */
export const workbook: Instrument = stoodOn('workbook');

const offered = content.instruments.map(({ id }) => id);

/** What the running bot draws with: shipped content, and an authority that is none. */
export const renderContext: RenderContext = {
  translate: content.translate,
  instrument: content.instrument,
  actions: content.actions,
  actionsVersion: content.actionsVersion,
  offered,
  followers: {
    'quick-check': ['targets'],
    workbook: ['targets'],
    profile: ['targets'],
    factors: ['targets'],
  },
  forResidents: ['resident-survey'],
  publicUrl: 'https://bot.example',
  contact: { unit: 'Kokeilun neuvonta' },
  retentionDays: 30,
  municipality: (code, locale) => nameIn(content.register('municipalities'), code, locale),
  prefilled: ['workbook'],
};

/** What the running bot gives a turn, with the versions that tests stand on in force. */
export const realContext: ConversationContext = {
  offered,
  current: dialog => (offered.includes(dialog) ? stoodOn(dialog) : undefined),
  instrument: content.instrument,
  actions: content.actions,
  actionsVersion: content.actionsVersion,
  naming: content.naming,
  understand: createUnderstanding(loadVocabularies('locales'), {
    called: content.called,
    second: lazySecondReader('.'),
  }),
  findPress: createLabelReader(renderContext, content.labelLanguages),
  findCard: createCardFinder(renderContext),
};

/** The same with what is in force: for tests of the content itself. */
export const shippedContext: ConversationContext = { ...realContext, current: content.current };

import { lazySecondReader } from '../../../src/content/load-second-reader.ts';
import { loadVocabularies } from '../../../src/content/load-vocabularies.ts';
import { createUnderstanding } from '../../../src/conversation/understanding/understanding.ts';

/** The vocabularies that ship, and what understands by them. */
export const vocabularies = loadVocabularies('locales');
export const understand = createUnderstanding(vocabularies, { second: lazySecondReader('.') });

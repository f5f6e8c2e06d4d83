import { basename, dirname } from 'node:path';
import type { Locale } from '../conversation/locale.ts';
import {
  type Vocabularies,
  type Vocabulary,
  vocabularySchema,
} from '../conversation/understanding/vocabulary.ts';
import { ContentError } from './problem.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads `vocabulary.yaml` of every language under a folder such as `locales`.
 * Throws a ContentError that names the file and every problem in it.
 */
export function loadVocabularies(folder: string): Vocabularies {
  return {
    fi: loadVocabulary(folder, 'fi'),
    sv: loadVocabulary(folder, 'sv'),
    en: loadVocabulary(folder, 'en'),
  };
}

function loadVocabulary(folder: string, locale: Locale): Vocabulary {
  const file = `${basename(folder)}/${locale}/vocabulary.yaml`;
  const { value, problems } = readYaml(dirname(folder), file, vocabularySchema);
  if (!value) throw new ContentError(problems);
  return value;
}

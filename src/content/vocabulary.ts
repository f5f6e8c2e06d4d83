import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Locale } from '../conversation/locale.ts';
import {
  type Vocabularies,
  type Vocabulary,
  vocabularySchema,
} from '../conversation/understanding/vocabulary.ts';

/**
 * Reads `vocabulary.yaml` of every language under a folder such as `locales`.
 * Throws an error that names the file and every problem in it.
 */
export function loadVocabularies(folder: string): Vocabularies {
  return {
    fi: loadVocabulary(folder, 'fi'),
    sv: loadVocabulary(folder, 'sv'),
    en: loadVocabulary(folder, 'en'),
  };
}

function loadVocabulary(folder: string, locale: Locale): Vocabulary {
  const file = `${folder}/${locale}/vocabulary.yaml`;
  const parsed = vocabularySchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

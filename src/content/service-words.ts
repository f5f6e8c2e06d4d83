import type { Locale } from '../conversation/locale.ts';
import { type ServiceWords, serviceWordsSchema } from '../conversation/workbook/service-words.ts';
import type { WorkbookContext } from '../conversation/workbook/workbook-context.ts';
import { createWorkbookWords } from '../conversation/workbook/workbook-words.ts';
import type { Content } from './load-content.ts';
import { findRoot } from './load-content.ts';
import { ContentError } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { readWorkbook } from './workbook.ts';

/** The workbook as conversations use it: its definition, and the words of every language compiled once. */
export function loadWorkbookContext(
  { translate }: Pick<Content, 'translate'>,
  root: string = findRoot(import.meta.dirname),
): WorkbookContext {
  const workbook = readWorkbook(root);
  const words = {
    fi: readServiceWords(root, 'fi'),
    sv: readServiceWords(root, 'sv'),
    en: readServiceWords(root, 'en'),
  };
  return { definition: workbook, words: createWorkbookWords({ workbook, words, translate }) };
}

/** Reads `service-words.yaml` of a language. Throws a ContentError listing every problem. */
export function readServiceWords(root: string, locale: Locale): ServiceWords {
  const { value, problems } = readYaml(root, `locales/${locale}/service-words.yaml`, serviceWordsSchema);
  if (!value) throw new ContentError(problems);
  return value;
}

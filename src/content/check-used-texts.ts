import { problemIn } from './check-texts.ts';
import type { Problem } from './problem.ts';
import { allTexts, type Texts } from './texts.ts';

/** A file of code that may name texts. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** A quoted `namespace:key`. In a template each `${…}` stands for one part of the key. */
const REFERENCE = /(['"`])([a-z][a-z0-9-]*):((?:[\w.-]|\$\{[^{}`]*\})+)(['"`])/g;

/**
 * Compares the texts with what the code asks for: every key the code names exists, and every text of a namespace
 * that is not `owned` by the dialogs is named by the code.
 */
export function checkUsedTexts(
  texts: Texts,
  code: readonly SourceFile[],
  owned: ReadonlySet<string>,
): Problem[] {
  const finnish = allTexts(texts).filter(({ locale }) => locale === 'fi');
  const references = code.flatMap(file => referencesIn(file, new Set(Object.keys(texts.fi))));
  const missing = references.filter(
    ({ namespace, matches }) => !finnish.some(text => text.namespace === namespace && matches(text.key)),
  );
  const unused = finnish.filter(
    ({ namespace, key }) =>
      !owned.has(namespace) && !references.some(one => one.namespace === namespace && one.matches(key)),
  );
  return [
    ...missing.map(({ file, path, quoted }) => ({ file, path, problem: `there is no text ${quoted}` })),
    ...unused.map(text => problemIn(text, 'nothing in the code uses this text')),
  ];
}

interface Reference {
  readonly file: string;
  readonly path: string;
  readonly quoted: string;
  readonly namespace: string;
  readonly matches: (key: string) => boolean;
}

function referencesIn({ file, text }: SourceFile, namespaces: ReadonlySet<string>): Reference[] {
  return [...text.matchAll(REFERENCE)].flatMap(match => {
    const [quoted = '', opening, namespace = '', key = '', closing] = match;
    if (opening !== closing || !namespaces.has(namespace)) return [];
    const pattern = patternOf(key);
    const path = `line ${text.slice(0, match.index).split('\n').length}`;
    return [{ file, path, quoted, namespace, matches: (other: string) => pattern.test(other) }];
  });
}

/** A plural is asked for by its name without the form. */
function patternOf(key: string): RegExp {
  const parts = key.split(/\$\{[^{}]*\}/).map(part => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('[^.]+')}(_one|_other)?$`);
}

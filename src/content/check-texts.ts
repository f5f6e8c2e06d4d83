import { nearestName } from '../assessment/shape/instead-of.ts';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { ExpectedText } from './expected-texts.ts';
import type { Problem } from './problem.ts';
import { allTexts, type Text, type Texts, textAt, textFile } from './texts.ts';

/** Texts that the dialogs need and a language lacks. */
export function missingTexts(texts: Texts, expected: readonly ExpectedText[]): Problem[] {
  return LOCALES.flatMap(locale =>
    expected
      .filter(
        ({ need, namespace, key }) =>
          need === 'required' && textAt(texts[locale][namespace], key) === undefined,
      )
      .map(text => problemIn({ ...text, locale }, `the text is missing, ${text.for} needs it`)),
  );
}

/** Whether the languages hold the same texts with the same placeholders, and the dialogs' no more than they need. */
export function checkTexts(texts: Texts, expected: readonly ExpectedText[]): Problem[] {
  const all = allTexts(texts);
  return [
    ...checkUnneeded(all, expected),
    ...checkSameKeys(all, expected),
    ...checkPlurals(all),
    ...checkSamePlaceholders(all),
    ...checkShorts(all, expected),
    ...all.filter(({ text }) => text.trim() === '').map(text => problemIn(text, 'the text is empty')),
  ];
}

export function problemIn({ locale, namespace, key }: Omit<Text, 'text'>, problem: string): Problem {
  return { file: textFile(locale, namespace), path: key, problem };
}

function checkUnneeded(all: readonly Text[], expected: readonly ExpectedText[]): Problem[] {
  const wanted = new Set(expected.map(({ namespace, key }) => `${namespace}:${key}`));
  const owned = new Set(expected.map(({ namespace }) => namespace));
  const unused = all.filter(
    ({ namespace, key }) => owned.has(namespace) && !wanted.has(`${namespace}:${key}`),
  );
  return unused.map(text => {
    const known = expected.filter(({ namespace }) => namespace === text.namespace).map(({ key }) => key);
    const meant = nearestName(text.key, known);
    return problemIn(
      text,
      `nothing in dialogs/ uses this text: ${meant === undefined ? 'take it out' : `did you mean ${meant}?`}`,
    );
  });
}

/**
 * Texts that may be left out, and that some languages have: whoever speaks another would miss them. `texts` are all that
 * will be in force.
 */
export function unevenTexts(texts: Texts, expected: readonly ExpectedText[]): Problem[] {
  return expected
    .filter(({ need }) => need === 'optional')
    .flatMap(({ namespace, key }) => {
      const has = (locale: Locale) => textAt(texts[locale][namespace], key) !== undefined;
      const model = LOCALES.find(has);
      return model === undefined
        ? []
        : LOCALES.filter(locale => !has(locale)).map(locale =>
            problemIn(
              { locale, namespace, key },
              `the text is missing, ${textFile(model, namespace)} has it: add it here, or take it out of every language`,
            ),
          );
    });
}

/** The bot's and the page's own texts: what one language has, all have. */
function checkSameKeys(all: readonly Text[], expected: readonly ExpectedText[]): Problem[] {
  const owned = new Set(expected.map(({ namespace }) => namespace));
  const present = new Set(all.map(addressOf));
  const keys = new Map(
    all.filter(({ namespace }) => !owned.has(namespace)).map(text => [`${text.namespace}:${text.key}`, text]),
  );
  return LOCALES.flatMap(locale =>
    [...keys].flatMap(([address, { namespace, key, locale: other }]) =>
      present.has(`${locale}/${address}`)
        ? []
        : problemIn({ locale, namespace, key }, `the text is missing, ${textFile(other, namespace)} has it`),
    ),
  );
}

function addressOf({ locale, namespace, key }: Text): string {
  return `${locale}/${namespace}:${key}`;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Finnish, Swedish and English all count in one and other: a plural has both forms and no more. */
function checkPlurals(all: readonly Text[]): Problem[] {
  const present = new Set(all.map(addressOf));
  return all.flatMap(text => {
    const form = PLURAL.exec(text.key)?.[1];
    if (form === undefined) return [];
    if (form !== 'one' && form !== 'other')
      return [problemIn(text, 'plurals have the forms _one and _other only')];
    const pair = text.key.replace(PLURAL, form === 'one' ? '_other' : '_one');
    return present.has(addressOf({ ...text, key: pair }))
      ? []
      : [problemIn(text, `the plural form ${pair} is missing`)];
  });
}

/** A singular may leave its count out ("one question"), every other placeholder is in all languages. */
function checkSamePlaceholders(all: readonly Text[]): Problem[] {
  const finnish = new Map(
    all.filter(({ locale }) => locale === 'fi').map(text => [`${text.namespace}:${text.key}`, text]),
  );
  return all.flatMap(text => {
    const model = finnish.get(`${text.namespace}:${text.key}`);
    if (!model) return [];
    const [own, wanted] = [placeholdersOf(text), placeholdersOf(model)];
    return own.join() === wanted.join()
      ? []
      : [problemIn(text, `the placeholders are ${listed(own)}, but in Finnish ${listed(wanted)}`)];
  });
}

function checkShorts(all: readonly Text[], expected: readonly ExpectedText[]): Problem[] {
  const owned = new Set(expected.map(({ namespace }) => namespace));
  return all.filter(({ namespace }) => owned.has(namespace)).flatMap(filledShort);
}

/** A short name is also shown where no item is at hand, as in a list of steps: there a placeholder has no value and throws. */
export function filledShort(text: Text): Problem[] {
  const filled = /(^|\.)short$/.test(text.key) ? placeholdersOf(text) : [];
  return filled.length === 0
    ? []
    : [
        problemIn(
          text,
          `a short name stands by itself, nothing fills ${listed(filled)} in: write it without, and name the item in "question"`,
        ),
      ];
}

/** Names of what is filled in; a singular may leave its count out. */
export function placeholdersOf({ key, text }: Pick<Text, 'key' | 'text'>): string[] {
  const names = [...text.matchAll(/\{\{-?([^{}]*)\}\}/g)].map(
    ([, filled = '']) => filled.split(',')[0]?.trim() ?? '',
  );
  return [...new Set(names)]
    .filter(name => name !== '' && !(key.endsWith('_one') && name === 'count'))
    .sort();
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? names.map(name => `{{${name}}}`).join(' ') : 'none';
}

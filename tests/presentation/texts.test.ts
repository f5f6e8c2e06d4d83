/** The shipped texts, as cards take them: card text is read as markdown, so none may look like it by accident. */
import { expect, it } from 'vitest';
import { findRoot } from '../../src/content/load-content.ts';
import { allTexts, readTexts } from '../../src/content/texts.ts';

const IN_CARDS = ['bot', 'quick-check', 'actions', 'sources'];
const MARKDOWN = /[*_`<>#\\~|]|\[|\]\(|^\s*(?:[-+]|\d+[.)])\s/m;

it('no text has a character that markdown would act on', () => {
  const texts = allTexts(readTexts(findRoot(import.meta.dirname)).value);
  const inCards = texts.filter(({ namespace }) => IN_CARDS.includes(namespace));
  expect(inCards.length).toBeGreaterThan(500);
  const wrong = inCards.filter(({ text }) => MARKDOWN.test(text));
  expect(wrong.map(({ locale, namespace, key }) => `${locale} ${namespace}:${key}`)).toEqual([]);
});

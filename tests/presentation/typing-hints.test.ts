/** What we tell people to type is what the bot understands. */
import { describe, expect, it } from 'vitest';
import { findRoot } from '../../src/content/load-content.ts';
import { loadVocabularies } from '../../src/content/load-vocabularies.ts';
import { allTexts, readTexts } from '../../src/content/texts.ts';
import { COMMANDS } from '../../src/conversation/command.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { createUnderstanding } from '../../src/conversation/understanding/understanding.ts';

const root = findRoot(import.meta.dirname);
const texts = allTexts(readTexts(root).value).filter(({ namespace }) => namespace === 'bot');
const understand = createUnderstanding(loadVocabularies(`${root}/locales`));

/** Sentences that end in a list of what can be typed. */
const LISTS = ['question.commands', 'status.typing', 'result.typing'];

describe.each(LOCALES)('in %s', locale => {
  const own = texts.filter(text => text.locale === locale);

  it('every phrase in quotation marks is understood', () => {
    const quoted = own.flatMap(({ text }) =>
      [...text.matchAll(/[”“]([^”“]+)”/g)].map(match => match[1] ?? ''),
    );
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter(phrase => understood(phrase, locale).kind === 'reprompt')).toEqual([]);
  });

  it('every command in a list is understood as one', () => {
    const listed = own.filter(({ key }) => LISTS.includes(key)).flatMap(({ text }) => phrasesOf(text));
    expect(listed).toHaveLength(11);
    expect(listed.filter(phrase => understood(phrase, locale).kind !== 'command')).toEqual([]);
  });

  it('the help tells of each command by a phrase that gives it', () => {
    const told = own.flatMap(({ key, text }) => {
      const command = COMMANDS.find(name => key === `help.commands.${name}`);
      return command ? [{ command, phrase: text.split(':')[0] ?? '' }] : [];
    });
    expect(told.length).toBeGreaterThan(10);
    expect(told.map(({ command, phrase }) => [command, understood(phrase, locale)])).toEqual(
      told.map(({ command }) => [command, expect.objectContaining({ kind: 'command', name: command })]),
    );
  });

  it('what a command button says gives its command when typed', () => {
    const labels = own.flatMap(({ key, text }) => {
      const command = COMMANDS.find(name => key === `commands.${name}`);
      return command ? [{ command, text }] : [];
    });
    expect(labels.length).toBeGreaterThan(10);
    const wrong = labels.filter(({ command, text }) => {
      const reading = understood(text, locale);
      return reading.kind !== 'command' || reading.name !== command;
    });
    expect(wrong).toEqual([]);
  });
});

function understood(phrase: string, locale: Locale) {
  return understand(phrase, { locale, asked: 'yesno', options: [] });
}

function phrasesOf(text: string): string[] {
  const list = text.slice(text.indexOf(':') + 1).replace(/\.$/, '');
  return list.split(/, | tai | eller | or /).map(phrase => phrase.trim());
}

import type { Command } from '../command.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { createLanguage, type Language } from './language.ts';
import type { Reading } from './reading.ts';
import type { Vocabularies } from './vocabulary.ts';

export const ASKED = ['yesno', 'percent', 'number', 'phase', 'status', 'any'] as const;

/** The kind of question that is open; `any` when none is. */
export type Asked = (typeof ASKED)[number];

export interface Context {
  /** The session's language: the other two are understood as well, this one settles ties. */
  readonly locale: Locale;
  readonly asked: Asked;
  /** The options as they are shown, for answers by position. */
  readonly options?: readonly string[];
}

export interface Answer {
  readonly kind: 'answer';
  /**
   * yesno: yes, partly, no · phase: manual, partial, full · status: none, planned, inuse · percent, number: a number.
   * Any question may also get unknown or na.
   */
  readonly value: string | number;
  /** A reason or remark given along, in the person's own words. */
  readonly note?: string;
}

export interface CommandGiven {
  readonly kind: 'command';
  readonly name: Command;
  /** With `language`: the language asked for, if one was named. */
  readonly locale?: Locale;
}

/** What a message means. A reprompt asks back, with the likeliest reading where there is one. */
export type Understanding =
  | Answer
  | CommandGiven
  | { readonly kind: 'reprompt'; readonly suggestion?: Answer | CommandGiven };

export type Understand = (text: string, context: Context) => Understanding;

/** Compiles the vocabularies once; the function returned is pure and never throws, whatever the text. */
export function createUnderstanding(vocabularies: Vocabularies): Understand {
  const languages = new Map(LOCALES.map(locale => [locale, createLanguage(vocabularies[locale])]));
  return (text, context) => {
    const own = [context.locale, ...LOCALES.filter(locale => locale !== context.locale)];
    return decide(
      own.flatMap(locale => languages.get(locale) ?? []),
      text,
      context,
    );
  };
}

/** The language that knows most of the words reads the message; an equally good one may offer what it reads. */
function decide(languages: readonly Language[], text: string, context: Context): Understanding {
  const heard = languages
    .map(language => language.hear(text, context))
    .filter(({ coverage }) => coverage > 0)
    .sort((one, other) => other.coverage - one.coverage);
  const best = heard[0];
  if (!best) return { kind: 'reprompt' };
  if (best.reading) return take(best.reading);
  const second = heard.find(({ reading, coverage }) => reading && coverage === best.coverage)?.reading;
  return second ? { kind: 'reprompt', suggestion: said(second) } : { kind: 'reprompt' };
}

function take(reading: Reading): Understanding {
  return reading.sure ? said(reading) : { kind: 'reprompt', suggestion: said(reading) };
}

function said(reading: Reading): Answer | CommandGiven {
  const { sure: _, ...meaning } = reading;
  return meaning;
}

/**
 * What a message in a person's own words means: by rules and fixed vocabularies, so that the same words always mean
 * the same. Each language cuts the message into phrases it knows (message, lexicon, dictionary); these fall into
 * clauses; a scale weighs each clause, negation first, and settles what the clauses say together (choices, yesno,
 * phase, status), or numbers are gathered (amounts). Commands and positions are told apart from answers. What is not
 * sure is never taken, only offered.
 */
import type { Command } from '../command.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { createLanguage, type Language } from './language.ts';
import type { Reading } from './reading.ts';
import type { CalledDialog, Vocabularies } from './vocabulary.ts';

export const ASKED = [
  'yesno',
  'percent',
  'euros',
  'count',
  'minutes',
  'number',
  'phase',
  'status',
  'ordinal',
  'any',
] as const;

/** The kind of question that is open; `any` when none is. */
export type Asked = (typeof ASKED)[number];

/** The order options are usually shown in, for when nobody says otherwise. */
export const USUAL_OPTIONS: Partial<Record<Asked, readonly string[]>> = {
  yesno: ['yes', 'partly', 'no', 'unknown', 'na'],
  phase: ['manual', 'partial', 'full', 'na', 'unknown'],
  status: ['outside', 'none', 'planned', 'inuse'],
};

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
   * yesno: yes, partly, no · phase: manual, partial, full · status: outside, none, planned, inuse · ordinal: one of the options
   * shown · percent, euros, count, minutes, number: a number.
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
  /** With `start`: the dialog to start, if one was named. */
  readonly dialog?: string;
}

/** What a message means. A reprompt asks back, with the likeliest reading where there is one. */
export type Understanding =
  | Answer
  | CommandGiven
  | { readonly kind: 'reprompt'; readonly suggestion?: Answer | CommandGiven };

export type Understand = (text: string, context: Context) => Understanding;

/**
 * The function returned is pure and never throws, whatever the text. Each vocabulary is compiled once, when a
 * message first needs it: done beforehand, it would take up a good part of every start.
 */
export function createUnderstanding(vocabularies: Vocabularies, called?: Called): Understand {
  const compiled = new Map<Locale, Language>();
  const languageOf = (locale: Locale) => {
    const language =
      compiled.get(locale) ?? createLanguage({ ...vocabularies[locale], called: called?.(locale) ?? [] });
    compiled.set(locale, language);
    return language;
  };
  return (text, context) => {
    const others = LOCALES.filter(locale => locale !== context.locale);
    return decide([context.locale, ...others], languageOf, { text, context });
  };
}

/** What each language calls the dialogs that can be started. */
export type Called = (locale: Locale) => readonly CalledDialog[];

/** What the session's own language is given over the others, and how near another must come to be heard at all. */
const OWN_ADVANTAGE = 0.03;
const NEAR = 0.05;

/** The language that knows most of the words reads the message; another that knows as many may make an offer. */
function decide(
  locales: readonly Locale[],
  languageOf: (locale: Locale) => Language,
  { text, context }: { text: string; context: Context },
): Understanding {
  const heard: { reading: Reading | undefined; weight: number }[] = [];
  for (const [at, locale] of locales.entries()) {
    const { reading, coverage } = languageOf(locale).hear(text, context);
    if (at === 0 && reading?.sure && coverage === 1) return said(reading);
    if (coverage > 0) heard.push({ reading, weight: coverage + (at === 0 ? OWN_ADVANTAGE : 0) });
  }
  heard.sort((one, other) => other.weight - one.weight);
  const [best] = heard;
  if (!best) return { kind: 'reprompt' };
  if (best.reading?.sure) return said(best.reading);
  const offer = heard.find(({ reading, weight }) => reading && weight >= best.weight - NEAR)?.reading;
  return offer ? { kind: 'reprompt', suggestion: said(offer) } : { kind: 'reprompt' };
}

function said(reading: Reading): Answer | CommandGiven {
  if (reading.kind === 'command') {
    const { name, locale, dialog } = reading;
    return { kind: 'command', name, ...(locale && { locale }), ...(dialog !== undefined && { dialog }) };
  }
  const { value, note } = reading;
  return { kind: 'answer', value, ...(note && { note }) };
}

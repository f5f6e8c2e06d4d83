/**
 * The first reader: rules over fixed vocabularies. Each language cuts the message into phrases it knows (message,
 * lexicon, dictionary); these fall into clauses; a scale weighs each clause, negation first, and settles what the
 * clauses say together (choices, yesno, phase, status), or numbers are gathered (amounts). Commands and positions are
 * told apart from answers.
 */
import { LOCALES, type Locale } from '../locale.ts';
import type { Called, Context } from './asked.ts';
import { createLanguage, type Language } from './language.ts';
import type { Reading } from './reading.ts';
import type { Vocabularies } from './vocabulary.ts';

/** What the rules make of a message. */
export interface RuleReading {
  /** What they take it for, or would offer. */
  readonly reading?: Reading;
  /** `whole`: each word of the message is known, and they say one thing. `sure`: enough of them do. `guess`: neither. */
  readonly how: 'whole' | 'sure' | 'guess';
}

export type Rules = (text: string, context: Context) => RuleReading;

/**
 * The function returned is pure and never throws, whatever the text. Each vocabulary is compiled once, when a
 * message first needs it: done beforehand, it would take up a good part of every start.
 */
export function createRules(vocabularies: Vocabularies, called?: Called): Rules {
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

/** What the session's own language is given over the others, and how near another must come to be heard at all. */
const OWN_ADVANTAGE = 0.03;
const NEAR = 0.05;

/** The language that knows most of the words reads the message; another that knows as many may make an offer. */
function decide(
  locales: readonly Locale[],
  languageOf: (locale: Locale) => Language,
  { text, context }: { text: string; context: Context },
): RuleReading {
  const heard: { reading: Reading | undefined; weight: number }[] = [];
  for (const [at, locale] of locales.entries()) {
    const { reading, coverage } = languageOf(locale).hear(text, context);
    if (at === 0 && reading?.sure && coverage === 1) return { reading, how: 'whole' };
    if (coverage > 0) heard.push({ reading, weight: coverage + (at === 0 ? OWN_ADVANTAGE : 0) });
  }
  heard.sort((one, other) => other.weight - one.weight);
  const [best] = heard;
  if (best?.reading?.sure) return { reading: best.reading, how: 'sure' };
  const offer = best && heard.find(({ reading, weight }) => reading && weight >= best.weight - NEAR)?.reading;
  return { how: 'guess', ...(offer && { reading: offer }) };
}

/**
 * What a message in a person's own words means, so that the same words always mean the same: two readers that know
 * nothing of each other read it, rules over fixed vocabularies and weights learnt once. What they do not agree on is
 * never taken, only offered. docs/understanding.md explains both.
 */
import type { Command } from '../command.ts';
import type { Locale } from '../locale.ts';
import type { Asked, Called, Context } from './asked.ts';
import { secondOf, settleBoth } from './both-readers.ts';
import type { Agreeing, Reading } from './reading.ts';
import { createRules } from './rules.ts';
import type { SecondReader } from './second/second-reader.ts';
import type { Vocabularies } from './vocabulary.ts';

export { ASKED, type Asked, type Context } from './asked.ts';

/** The order options are usually shown in, for when nobody says otherwise. */
export const USUAL_OPTIONS: Partial<Record<Asked, readonly string[]>> = {
  yesno: ['yes', 'partly', 'no', 'unknown', 'na'],
  phase: ['manual', 'partial', 'full', 'na', 'unknown'],
  status: ['outside', 'none', 'planned', 'inuse'],
};

export interface Answer {
  readonly kind: 'answer';
  /**
   * yesno: yes, partly, no · phase: manual, partial, full · status: outside, none, planned, inuse · ordinal: one of the options
   * shown · percent, euros, count, minutes, number: a number.
   * Any question may also get unknown or na.
   */
  readonly value: string | number;
  /** Only where it is a suggestion: all that was said agrees to what was put before the person. */
  readonly agrees?: Agreeing;
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

export interface Readers {
  readonly called?: Called;
  /** The second reader, loaded when a message first needs it; without it the rules read alone. */
  readonly second?: () => SecondReader | undefined;
}

/** The function returned is pure and never throws, whatever the text. */
export function createUnderstanding(
  vocabularies: Vocabularies,
  { called, second }: Readers = {},
): Understand {
  const rules = createRules(vocabularies, called);
  return (text, context) => {
    const read = rules(text, context);
    const reader = context.whole ? second?.() : undefined;
    const { reading, taken } = settleBoth(read, reader && secondOf(reader, text, context));
    if (!reading) return { kind: 'reprompt' };
    return taken ? said(reading) : { kind: 'reprompt', suggestion: said(reading) };
  };
}

function said(reading: Reading): Answer | CommandGiven {
  if (reading.kind === 'command') {
    const { name, locale, dialog } = reading;
    return { kind: 'command', name, ...(locale && { locale }), ...(dialog !== undefined && { dialog }) };
  }
  const { value, note, agrees } = reading;
  return { kind: 'answer', value, ...(note && { note }), ...(agrees && { agrees }) };
}

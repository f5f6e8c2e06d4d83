/** Whether an answer is one its field accepts. */
import { type Answers, isOut } from './answers.ts';
import { type Bounds, boundsOf, decimalsOf, type FieldOf } from './field.ts';
import { type Input, type Instrument, outsOf } from './instrument.ts';
import { optionsAt } from './options-at.ts';
import { fieldAt, type Place } from './places.ts';

export type AnswerProblem = { readonly input: string } & ValueProblem;

export type ValueProblem =
  | { problem: 'unknown-input' }
  | { problem: 'not-an-option'; options: readonly string[] }
  | ({ problem: 'not-a-number' | 'out-of-range' } & Bounds)
  | { problem: 'too-precise'; decimals: number }
  | { problem: 'too-long' | 'too-many'; max: number }
  | { problem: 'not-listed' }
  | { problem: 'not-whole' | 'not-text' | 'missing' | 'unprintable' | 'not-a-date' | 'applies' };

/** Control and invisible direction characters have no place in a text and can disguise one. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u;

const LONGEST_OWN = 120;

/** The field that is answered, and where: what can be chosen from a list may hang on the items above. */
interface Asked {
  readonly input: Input;
  readonly at?: readonly Place[];
  readonly answers?: Answers;
}

/** Checks one value against its field. Returns the problem, or undefined when the value is fine. */
export function checkAnswer(
  instrument: Instrument,
  { input, at = [], answers = {} }: Asked,
  value: unknown,
): AnswerProblem | undefined {
  const options = optionsAt(instrument, { input, at }, answers);
  const outs = outsOf(instrument, input);
  if (isOut(value) && outs.includes(value)) return undefined;
  if (value === 'na' && input.type === 'choice') return { input: input.id, problem: 'applies' };
  const problem = problemOf(input, value, { options, outs });
  return problem && { input: input.id, ...problem };
}

interface Offered {
  readonly options: readonly string[];
  readonly outs: readonly string[];
}

function problemOf(input: Input, value: unknown, { options, outs }: Offered): ValueProblem | undefined {
  switch (input.type) {
    case 'choice':
      return typeof value === 'string' && options.includes(value)
        ? undefined
        : { problem: 'not-an-option', options: [...options, ...outs] };
    case 'register':
      return typeof value === 'string' && options.includes(value) ? undefined : { problem: 'not-listed' };
    case 'number':
      return checkNumber(input, value);
    case 'text':
      return checkText(value, input.max);
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : { problem: 'not-a-date' };
    case 'multi':
      return checkSeveral(value, { options, own: input.own });
    case 'choose':
      return checkSeveral(value, { options, own: 0 });
  }
}

function checkNumber(field: FieldOf<'number'>, value: unknown): ValueProblem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || (field.unit === 'year' && value % 1 !== 0))
    return { problem: 'not-a-number', ...boundsOf(field) };
  if (value < field.min || value > field.max) return { problem: 'out-of-range', ...boundsOf(field) };
  const decimals = decimalsOf(field);
  if (decimals === undefined || Number(value.toFixed(decimals)) === value) return undefined;
  return decimals === 0 ? { problem: 'not-whole' } : { problem: 'too-precise', decimals };
}

function checkText(value: unknown, max: number): ValueProblem | undefined {
  if (typeof value !== 'string') return { problem: 'not-text' };
  if (value.trim() === '') return { problem: 'missing' };
  if (value.length > max) return { problem: 'too-long', max };
  return UNPRINTABLE.test(value.replaceAll('\n', ' ')) ? { problem: 'unprintable' } : undefined;
}

function checkSeveral(
  value: unknown,
  { options, own }: { options: readonly string[]; own: number },
): ValueProblem | undefined {
  if (!Array.isArray(value) || value.length === 0) return { problem: 'missing' };
  const words = value.filter(one => !options.includes(String(one)));
  if (words.length > own)
    return own === 0 ? { problem: 'not-an-option', options } : { problem: 'too-many', max: own };
  for (const one of words) {
    const problem = checkText(one, LONGEST_OWN);
    if (problem) return problem;
  }
  return undefined;
}

/** A day that is in the calendar. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Checks a whole set of answers from outside and reports every problem, in the order they were given. */
export function checkAnswers(
  instrument: Instrument,
  answers: Readonly<Record<string, unknown>>,
): AnswerProblem[] {
  const named = textsIn(answers);
  return Object.entries(answers).flatMap(([key, value]) => {
    const field = fieldAt(instrument, key, named);
    if (!field) return [{ input: key, problem: 'unknown-input' as const }];
    const problem = checkAnswer(instrument, { ...field, answers: named }, value);
    return problem ? [{ ...problem, input: key }] : [];
  });
}

/** The answers that are texts: the names of added items are among them, and tell which keys there are. */
function textsIn(answers: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

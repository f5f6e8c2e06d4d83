/** What can be answered, and where an answer belongs. */
import * as z from 'zod';
import { keySchema } from './id.ts';

/** A scale's option, a number, somebody's words, a date (`2027-05-01`), several of a list; or one of the outs. */
export const valueSchema = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);
export type Value = z.infer<typeof valueSchema>;

/**
 * Where an answer belongs: the items on the way to its field, and the field's id, with points between
 * (`work.job-matching.usage-rate`). A field outside any list has its bare id.
 */
export type AnswerKey = string;

/** A key left out counts as `unknown` where it is scored. */
export const answersSchema = z.record(keySchema, valueSchema).readonly();
export type Answers = z.infer<typeof answersSchema>;

/** One answer on its way in, whatever it came from: a press, words, a spreadsheet. */
export const entrySchema = z.object({ key: keySchema, value: valueSchema }).readonly();
export type Entry = z.infer<typeof entrySchema>;

/** Entries as answers; of two under one key the later counts. */
export function answersFrom(entries: readonly Entry[]): Answers {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

/** Answers as entries for a conversation. */
export function entriesOf(answers: Answers): Entry[] {
  return Object.entries(answers).map(([key, value]) => ({ key, value }));
}

/** The two ways of not rating something. */
export const OUTS = ['unknown', 'na'] as const;
export type Out = (typeof OUTS)[number];

export function isOut(value: unknown): value is Out {
  return OUTS.some(out => out === value);
}

/** Whether two answers are the same; none is the same as none. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The number answered under a key; undefined for no answer, and for one in words. */
export function numberAt(answers: Answers, key: AnswerKey): number | undefined {
  const value = answers[key];
  return typeof value === 'number' ? value : undefined;
}

/** The words or the option answered under a key; undefined for no answer, a number, and several of a list. */
export function textAt(answers: Answers, key: AnswerKey): string | undefined {
  const value = answers[key];
  return typeof value === 'string' ? value : undefined;
}

/** A key from its parts. */
export function keyOf(items: readonly string[], last: string): AnswerKey {
  return items.length === 0 ? last : `${items.join('.')}.${last}`;
}

/** The parts of a key: the items on the way, and what is asked there. */
export function splitKey(key: AnswerKey): { readonly items: readonly string[]; readonly last: string } {
  const items = key.split('.');
  const last = items.pop() ?? '';
  return { items, last };
}

/** What is asked at a key: its field or step. */
export function lastOf(key: AnswerKey): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

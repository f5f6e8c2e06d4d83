/** What the store keeps with a reminder's date: where it goes, and until when there are answers to remind of. */
import * as z from 'zod';
import { type Format, readVersioned, writeVersioned } from '../turns/versioned.ts';
import { referenceSchema } from './conversation-reference.ts';

const keptSchema = z.strictObject({ reference: referenceSchema, until: z.number() });

/** `until` is epoch milliseconds. */
export type KeptReminder = z.infer<typeof keptSchema>;

/** Raised when the shape changes; a migration then carries the one before over. */
const format: Format<KeptReminder> = {
  newest: 2,
  schema: keptSchema,
  unnumbered: 1,
  migrations: { 1: value => ({ ...z.looseObject({}).parse(value), schema: 2 }) },
};

export function writeReminder(kept: KeptReminder): string {
  return writeVersioned(format, kept);
}

/** Undefined when it is in no form known here. */
export function readReminder(value: string): KeptReminder | undefined {
  return readVersioned(value, format);
}

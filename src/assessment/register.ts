/** A register of names with official codes, such as the municipalities: content of its own, shared by instruments. */
import * as z from 'zod';
import { memo } from './memo.ts';
import { peerGroupSchema } from './peer-class.ts';

const entrySchema = z.strictObject({
  fi: z.string().min(1),
  sv: z.string().min(1),
  /** Where English does not use the Finnish name. */
  en: z.string().min(1).optional(),
  /** What else it is called. */
  also: z.array(z.string().min(1)).default([]),
  /** The statistical group of a municipality. */
  group: peerGroupSchema.optional(),
});

export const registerSchema = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  /** Official code → names. Answers keep the code. */
  entries: z.record(z.string().regex(/^[0-9a-z]{1,12}$/), entrySchema),
});

export type Register = z.infer<typeof registerSchema>;

/** Names by the languages they are in. */
export function nameIn(register: Register | undefined, code: string, language: 'fi' | 'sv' | 'en'): string {
  const entry = register && Object.hasOwn(register.entries, code) ? register.entries[code] : undefined;
  return entry?.[language] ?? entry?.fi ?? code;
}

/** Every code. */
export const codesOf = memo((register: Register): readonly string[] => Object.keys(register.entries));

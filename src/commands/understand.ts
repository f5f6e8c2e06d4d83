/** `npm run understand -- --locale fi --asked yesno`: reads a message a line, and prints what the bot makes of each, one JSON a line. */
import './end-with-reader.ts';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { lazySecondReader } from '../content/load-second-reader.ts';
import { loadVocabularies } from '../content/load-vocabularies.ts';
import { localeSchema } from '../conversation/locale.ts';
import {
  ASKED,
  createUnderstanding,
  type Understanding,
  USUAL_OPTIONS,
} from '../conversation/understanding/understanding.ts';

const flagsSchema = z.object({
  locale: localeSchema.default('fi'),
  asked: z.enum(ASKED).default('any'),
  /** The options in the order shown, with commas between. */
  options: z
    .string()
    .optional()
    .transform(text => text?.split(',').map(option => option.trim())),
});

try {
  await understandLines(readFlags(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function understandLines({ locale, asked, options }: z.infer<typeof flagsSchema>): Promise<void> {
  const understand = createUnderstanding(loadVocabularies('locales'), { second: lazySecondReader('.') });
  const context = { locale, asked, options: options ?? USUAL_OPTIONS[asked] ?? [], whole: true } as const;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    console.log(JSON.stringify(printed(understand(line, context))));
}

/** A reprompt without a likely reading prints null, so that every line has the same fields. */
function printed(understanding: Understanding): object {
  if (understanding.kind !== 'reprompt') return understanding;
  return { kind: 'reprompt', suggestion: understanding.suggestion ?? null };
}

function readFlags(args: string[]): z.infer<typeof flagsSchema> {
  const options = {
    locale: { type: 'string' },
    asked: { type: 'string' },
    options: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options });
  const flags = flagsSchema.safeParse(values);
  if (flags.success) return flags.data;
  const problems = flags.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`);
  throw new Error(problems.join('; '));
}

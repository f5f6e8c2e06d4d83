/** Kept results as a file: written for whoever takes them along, and read where they are to be kept. */
import * as z from 'zod';
import { type Answers, answersSchema } from '../assessment/answers.ts';
import { withCatalogue } from '../assessment/catalogue-version.ts';
import { checkAnswers } from '../assessment/check-answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import type { Content } from '../content/load-content.ts';
import { type KeptAssessment, type KeptRun, LONGEST_NAME, MOST_RUNS } from '../conversation/kept.ts';
import { sharedResultSchema } from '../conversation/shared-result.ts';

const FORMAT = 'porrasbotti-kept-results';

/** As a file: the results with their answers, and what those came to by the rules of their own version. */
export function keptFileOf({ name, runs, shared }: KeptAssessment): object {
  return {
    format: FORMAT,
    schema: 1,
    name,
    results: runs.map(({ name: _, at, startedAt, outcome, ...run }) => ({
      ...run,
      startedAt: new Date(startedAt).toISOString(),
      at: new Date(at).toISOString(),
      sections: outcome.sections,
    })),
    ...(shared.length > 0 && {
      sharedWithOthers: shared.map(({ dialog, class: { size, group } }) => ({ dialog, size, group })),
    }),
  };
}

const moment = z.iso.datetime({ offset: true }).transform(text => Date.parse(text));

/** What is read of each result. What it came to is counted again: a file can say anything. */
const resultSchema = z.object({
  dialog: idSchema,
  version: z.string().max(20),
  at: moment,
  startedAt: moment.optional(),
  answers: answersSchema,
  reasons: z.record(keySchema, z.string().max(500)).default({}),
  others: z.array(z.union([answersSchema, z.object({ answers: answersSchema })])).default([]),
});

const keptSchema = z.object({
  format: z.literal(FORMAT),
  schema: z.literal(1),
  name: z.string().default(''),
  results: z.array(resultSchema).min(1).max(MOST_RUNS),
});

const newerSchema = z.object({ format: z.literal(FORMAT), schema: z.number().gt(1) });

/** One result, as it is saved from a conversation (`result.json`). */
const singleSchema = resultSchema.extend({ savedAt: moment }).omit({ at: true });

export type KeptFileRead =
  | { kind: 'read'; runs: readonly KeptRun[] }
  | { kind: 'refused'; why: 'unknown-version' | 'unfit-answers' | 'no-name' | Unread };

/** `no-answers`: a result that was shared by a link, which bears nobody's answers. */
type Unread = 'no-results' | 'no-answers' | 'newer-format';

export interface KeptFileParts {
  readonly content: Pick<Content, 'instrument' | 'actions' | 'actionsVersion'>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the person wants them to be called; empty for what the file calls them. */
  readonly name: string;
}

/** Reads a file of kept results, or of one saved result. All of it is taken, or nothing. */
export function readKeptFile(value: unknown, parts: KeptFileParts): KeptFileRead {
  const single = singleSchema.safeParse(value).data;
  const file = keptSchema.safeParse(value).data;
  const results = file?.results ?? (single && [{ ...single, at: single.savedAt }]);
  if (!results) return { kind: 'refused', why: whyUnread(value) };
  const name = (parts.name || (file?.name ?? '')).replace(/[\p{C}\s]+/gu, ' ').trim();
  if (name === '') return { kind: 'refused', why: 'no-name' };
  const runs: KeptRun[] = [];
  for (const result of results) {
    const run = runOf(result, { ...parts, name: [...name].slice(0, LONGEST_NAME).join('') });
    if (typeof run === 'string') return { kind: 'refused', why: run };
    runs.push(run);
  }
  return { kind: 'read', runs };
}

function whyUnread(value: unknown): Unread {
  if (newerSchema.safeParse(value).success) return 'newer-format';
  return sharedResultSchema.safeParse(value).success ? 'no-answers' : 'no-results';
}

function runOf(
  { dialog, version, at, startedAt = at, answers, reasons, others: given }: z.infer<typeof resultSchema>,
  { content, now, name }: KeptFileParts,
): KeptRun | 'unknown-version' | 'unfit-answers' {
  const instrument = content.instrument(dialog, version);
  if (!instrument) return 'unknown-version';
  const others = given.map(
    (one): Answers => answersSchema.safeParse(one.answers).data ?? answersSchema.parse(one),
  );
  if ([answers, ...others].some(one => checkAnswers(instrument, one).length > 0)) return 'unfit-answers';
  const { actions, actionsVersion } = content;
  const counted = scoringOf(instrument).outcome(instrument, { answers, others, actions });
  // Nobody has made a result tomorrow.
  return {
    name,
    dialog,
    version,
    startedAt: Math.min(startedAt, now),
    at: Math.min(at, now),
    answers,
    reasons,
    ...(others.length > 0 && { others }),
    outcome: withCatalogue(counted, actionsVersion.version),
  };
}

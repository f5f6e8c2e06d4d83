/** `npm run assess -- answers.json` (or `-` for standard input): the result of a set of answers as JSON. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AssessmentResult, assess } from '../assessment/assess.ts';
import { type AnswerProblem, checkAnswers } from '../assessment/check-answers.ts';
import { assessWorkbook, type WorkbookResult } from '../assessment/workbook/assess-workbook.ts';
import { parseWorkbookAnswers } from '../assessment/workbook/parse-answers.ts';
import { findRoot, loadContent } from '../content/load-content.ts';
import { readWorkbook } from '../content/workbook.ts';
import { localeSchema } from '../conversation/locale.ts';

import { describeAnswersProblem } from './describe-answers-problem.ts';

const EXIT_BAD_INPUT = 2;

const fileSchema = z.object({ dialog: z.string(), answers: z.record(z.string(), z.unknown()).default({}) });

const answersSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string', default: 'fi' } },
});
const content = loadContent();
const t = content.translate(localeSchema.catch('fi').parse(values.locale));

const read = readAnswers(positionals);
if ('problems' in read) {
  for (const problem of read.problems) console.error(problem);
  process.exitCode = EXIT_BAD_INPUT;
} else {
  console.log(JSON.stringify(read.result, null, 2));
}

type Read = { problems: string[] } | { result: AssessmentResult | WorkbookResult };

/** The result of checked answers, or everything that is wrong with them. */
function readAnswers([file, ...more]: readonly string[]): Read {
  if (!file || more.length > 0) return { problems: [t('cli:usage')] };
  const text = readText(file);
  if (text === undefined) return { problems: [t('cli:unreadable', { file })] };
  const data = parseJson(text);
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) return { problems: [t('cli:not-answers')] };
  const { dialog, answers } = parsed.data;
  if (dialog === 'workbook') return readWorkbookAnswers(data);
  const definition = content.current(dialog);
  if (!definition) return { problems: [t('cli:unknown-dialog', { dialog })] };
  const problems = checkAnswers(definition, answers).map(describe);
  if (problems.length > 0) return { problems };
  return { result: assess(definition, content.actions, answersSchema.parse(answers)) };
}

/** The workbook's answers have a shape of their own: `docs/workbook-answers.md`. */
function readWorkbookAnswers(data: unknown): Read {
  const workbook = readWorkbook(findRoot(import.meta.dirname));
  const parsed = parseWorkbookAnswers(workbook, data);
  return parsed.kind === 'rejected'
    ? { problems: parsed.problems.map(problem => describeAnswersProblem(problem, t)) }
    : { result: assessWorkbook(workbook, parsed.answers) };
}

function describe(problem: AnswerProblem): string {
  if (problem.problem === 'not-an-option') {
    return t('cli:not-an-option', { input: problem.input, options: problem.options.join(', ') });
  }
  if (problem.problem === 'unknown-input') return t('cli:unknown-input', { input: problem.input });
  return t(`cli:${problem.problem}`, { input: problem.input, min: problem.min, max: problem.max });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

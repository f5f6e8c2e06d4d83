/** `npm run assess -- answers.json` (or `-` for standard input): the result of a set of answers as JSON. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Answers } from '../assessment/answers.ts';
import { assess } from '../assessment/assess.ts';
import { type AnswerProblem, checkAnswers } from '../assessment/check-answers.ts';
import type { Definition } from '../assessment/definition.ts';
import { loadContent } from '../content/load-content.ts';
import { localeSchema } from '../conversation/locale.ts';

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
  console.log(JSON.stringify(assess(read.definition, content.actions, read.answers), null, 2));
}

type Read = { problems: string[] } | { definition: Definition; answers: Answers };

/** The definition and its checked answers, or everything that is wrong with them. */
function readAnswers([file, ...more]: readonly string[]): Read {
  if (!file || more.length > 0) return { problems: [t('cli:usage')] };
  const text = readText(file);
  if (text === undefined) return { problems: [t('cli:unreadable', { file })] };
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) return { problems: [t('cli:not-answers')] };
  const { dialog, answers } = parsed.data;
  const definition = content.current(dialog);
  if (!definition) return { problems: [t('cli:unknown-dialog', { dialog })] };
  const problems = checkAnswers(definition, answers).map(describe);
  return problems.length > 0 ? { problems } : { definition, answers: answersSchema.parse(answers) };
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

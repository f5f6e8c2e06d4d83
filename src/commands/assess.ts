/** `npm run assess -- answers.json` (or `-` for standard input): the result of a set of answers as JSON. */
import './end-with-reader.ts';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Answers, answersSchema } from '../assessment/answers.ts';
import { type AnswerProblem, checkAnswers } from '../assessment/check-answers.ts';
import { frameInputs, type Instrument } from '../assessment/instrument.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { parseFile } from '../assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../assessment/scoring/workbook/workbook-instrument.ts';
import { loadSettingsFile, readContentDir } from '../config.ts';
import { loadContent } from '../content/load-content.ts';
import { describeProblem } from '../content/problem.ts';
import { localeSchema } from '../conversation/locale.ts';
import { findName } from '../conversation/naming/register-names.ts';
import { parseJson } from '../turns/versioned.ts';
import { describeFileProblem, readInput, refuse } from './read-input.ts';

const fileSchema = z.object({ dialog: z.string(), answers: z.record(z.string(), z.unknown()).default({}) });

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string', default: 'fi' } },
});
loadSettingsFile();
const content = loadContent({ own: readContentDir() });
for (const problem of content.leftOut) console.error(describeProblem(problem));
const t = content.translate(localeSchema.catch('fi').parse(values.locale));

const read = readAnswers(positionals);
if ('problems' in read) refuse(read.problems);
else console.log(JSON.stringify(read.result, null, 2));

type Read = { problems: string[] } | { result: object };

/** The result of checked answers, or everything that is wrong with them. */
function readAnswers([file, ...more]: readonly string[]): Read {
  if (!file || more.length > 0) return { problems: [t('cli:usage')] };
  const text = readInput(file)?.toString('utf8');
  if (text === undefined) return { problems: [t('cli:unreadable', { file })] };
  const data = parseJson(text);
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) return { problems: [t('cli:not-answers')] };
  const { dialog, answers } = parsed.data;
  const instrument = content.current(dialog);
  if (!instrument) return { problems: [t('cli:unknown-dialog', { dialog })] };
  if (instrument.files.includes('workbook') && Object.keys(answers).length === 0)
    return readWorkbookAnswers(instrument, data);
  const coded = withCodes(instrument, answers);
  const problems = checkAnswers(instrument, coded).map(describe);
  return problems.length > 0 ? { problems } : { result: reportOf(instrument, answersSchema.parse(coded)) };
}

/** Names of a register may stand for their codes: "Oulu" for 564. */
function withCodes(
  instrument: Instrument,
  answers: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const asked = frameInputs(instrument).flatMap(input => (input.type === 'register' ? [input] : []));
  const coded = asked.flatMap(({ id, register }) => {
    const [names, said] = [instrument.registers[register], answers[id]];
    const found = names && typeof said === 'string' ? findName(names, said) : undefined;
    return found?.sure ? [[id, found.code]] : [];
  });
  return { ...answers, ...Object.fromEntries(coded) };
}

/** The workbook's files have a shape of their own: `docs/workbook-answers.md`. */
function readWorkbookAnswers(instrument: Instrument, data: unknown): Read {
  const parsed = parseFile(workbookOf(instrument), data);
  return parsed.kind === 'rejected'
    ? { problems: parsed.problems.map(problem => describeFileProblem(problem, t)) }
    : { result: reportOf(instrument, parsed.answers) };
}

function reportOf(instrument: Instrument, answers: Answers): object {
  return scoringOf(instrument).report(instrument, { answers, actions: content.actions });
}

function describe(problem: AnswerProblem): string {
  if (problem.problem === 'not-an-option')
    return t('cli:not-an-option', { input: problem.input, options: problem.options.join(', ') });
  if (problem.problem === 'unknown-input') return t('cli:unknown-input', { input: problem.input });
  const { input, problem: code } = problem;
  const min = 'min' in problem ? problem.min : 0;
  const max = 'max' in problem ? problem.max : 0;
  const decimals = 'decimals' in problem ? problem.decimals : 0;
  if (code === 'not-a-number' || code === 'out-of-range') return t(`cli:${code}`, { input, min, max });
  return `${input}: ${t(`bot:rejected.${code}`, { min, max, decimals })}`;
}

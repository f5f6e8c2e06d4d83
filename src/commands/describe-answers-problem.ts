import type { AnswersProblem } from '../assessment/scoring/workbook/parse-answers.ts';
import type { Translate } from '../conversation/translate.ts';

/** One line for a person: where in the answers, and what is wrong there. */
export function describeAnswersProblem(
  { path, code, min = 0, max = 0 }: AnswersProblem,
  t: Translate,
): string {
  const problem = t(`workbook-sheet:problems.${code}`, { min, max, service: '', area: '', column: '' });
  return path.length > 0 ? t('workbook-sheet:problems.at-path', { path: path.join('.'), problem }) : problem;
}

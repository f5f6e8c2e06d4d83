/** What the commands read and say alike. */
import { readFileSync } from 'node:fs';
import type { FileProblem } from '../assessment/scoring/workbook/parse-file.ts';
import type { Translate } from '../conversation/translate.ts';

const EXIT_BAD_INPUT = 2;

/** The bytes of a file, or of standard input for `-`; undefined when they cannot be read. */
export function readInput(file: string): Buffer | undefined {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch {
    return undefined;
  }
}

/** One line a problem, and the exit code of bad input. */
export function refuse(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = EXIT_BAD_INPUT;
}

/** One line for a person: where in a file of answers, and what is wrong there. */
export function describeFileProblem({ path, code, min = 0, max = 0 }: FileProblem, t: Translate): string {
  const problem = t(`workbook-sheet:problems.${code}`, { min, max, service: '', area: '', column: '' });
  return path.length > 0 ? t('workbook-sheet:problems.at-path', { path: path.join('.'), problem }) : problem;
}

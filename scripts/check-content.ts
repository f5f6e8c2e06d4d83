/** `npm run check:content`: every problem of `dialogs/` and `locales/`, one a line, with file and path. */
import { findRoot } from '../src/content/load-content.ts';
import { describeProblem } from '../src/content/problem.ts';
import { readContent } from '../src/content/read-content.ts';
import { allTexts } from '../src/content/texts.ts';
import { checkSpelling } from './content-check/check-spelling.ts';
import { reviewContent } from './content-check/review-content.ts';
import { ensureTools } from './ensure-tools.mjs';

const root = findRoot(import.meta.dirname);
const { value: content, problems: unusable } = readContent(root);
const problems = [...unusable, ...reviewContent(content, root), ...spelling()];

for (const problem of problems) console.error(describeProblem(problem));
const { definitions, catalogue } = content.dialogs;
const texts = allTexts(content.texts).length;
const counted = `${definitions.length} dialogs, ${catalogue?.actions.length ?? 0} actions, ${texts} texts`;
console.log(problems.length === 0 ? `${counted}: no problems` : `${counted}: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function spelling() {
  ensureTools(['voikkospell', 'hunspell-sv', 'hunspell-en']);
  return checkSpelling(content.texts, root);
}

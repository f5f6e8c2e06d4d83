/**
 * `npm run check:content`: every problem of `dialogs/` and `locales/`, one a line, with file and path.
 * `npm run check:content -- FOLDER`: the same for a folder of instruments of a municipality's own.
 */
import { resolve } from 'node:path';
import { findRoot } from '../src/content/load-content.ts';
import { describeProblem, type Problem } from '../src/content/problem.ts';
import { readContent } from '../src/content/read-content.ts';
import { allTexts } from '../src/content/texts.ts';
import { checkSpelling } from './content-check/check-spelling.ts';
import { reviewContent } from './content-check/review-content.ts';
import { reviewOwnContent } from './content-check/review-own-content.ts';
import { requireTools } from './tools.ts';

const root = findRoot(import.meta.dirname);
const [folder] = process.argv.slice(2);
const { counted, problems } = folder === undefined ? ofProject() : ofFolder(resolve(folder));

for (const problem of problems) console.error(describeProblem(problem));
console.log(problems.length === 0 ? `${counted}: no problems` : `${counted}: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

interface Checked {
  readonly counted: string;
  readonly problems: readonly Problem[];
}

function ofProject(): Checked {
  const { value: content, problems: unusable } = readContent(root);
  const { instruments, catalogue } = content.dialogs;
  const texts = allTexts(content.texts).length;
  requireTools(['voikkospell', 'hunspell-sv', 'hunspell-en']);
  return {
    counted: `${instruments.length} dialogs, ${catalogue?.actions.length ?? 0} actions, ${texts} texts`,
    problems: [...unusable, ...reviewContent(content, root), ...checkSpelling(content.texts, root)],
  };
}

/** Not spelled: the dictionaries are the project's tools, and a municipality's words are its own. */
function ofFolder(own: string): Checked {
  const { problems, taken, texts } = reviewOwnContent(readContent(root).value, own);
  return {
    counted: `${taken.length} dialogs taken (${taken.join(', ') || 'none'}), ${texts} texts`,
    problems,
  };
}

/**
 * `npm run check:content`: every problem of `dialogs/` and `locales/`, one a line, with file and path.
 * `npm run check:content -- --note`: the same, and notes which content the versions in force have, once nothing is wrong.
 * `npm run check:content -- FOLDER`: the same for a folder of instruments of a municipality's own.
 */
import { resolve } from 'node:path';
import { findRoot } from '../src/content/load-content.ts';
import { describeProblem, type Problem } from '../src/content/problem.ts';
import { readContent } from '../src/content/read-content.ts';
import { allTexts } from '../src/content/texts.ts';
import { checkSpelling } from './content-check/check-spelling.ts';
import { noteVersions, unnoted } from './content-check/noted-versions.ts';
import { placeIn } from './content-check/place-in.ts';
import { reviewContent } from './content-check/review-content.ts';
import { reviewOwnContent } from './content-check/review-own-content.ts';
import { requireTools } from './tools.ts';

const root = findRoot(import.meta.dirname);
const NOTE = '--note';
const [folder] = process.argv.slice(2).filter(one => one !== NOTE);
const { counted, problems } = folder === undefined ? ofProject() : ofFolder(resolve(folder));

for (const problem of problems) console.error(describeProblem(placeIn(root, problem)));
console.log(`${counted}: ${problems.length === 0 ? 'no problems' : counting(problems.length, 'problem')}`);
process.exitCode = problems.length === 0 ? 0 : 1;
if (problems.length === 0 && folder === undefined) tellNoted();

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
    counted: [
      counting(instruments.length, 'dialog'),
      counting(catalogue?.actions.length ?? 0, 'action'),
      counting(texts, 'text'),
    ].join(', '),
    // Of a file that cannot be read all would be missing, and unused in the others.
    problems: unusable.some(({ unread }) => unread)
      ? unusable
      : [...unusable, ...reviewContent(content, root), ...checkSpelling(content.texts, root)],
  };
}

function counting(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function tellNoted(): void {
  const { dialogs } = readContent(root).value;
  if (process.argv.includes(NOTE)) console.log(['noted:', ...noteVersions(root, dialogs)].join(' '));
  const left = unnoted(root, dialogs);
  if (left.length > 0)
    console.log(`when they go into service, note them (npm run check:content -- --note): ${left.join(', ')}`);
}

/** Not spelled: the dictionaries are the project's tools, and a municipality's words are its own. */
function ofFolder(own: string): Checked {
  const { problems, taken, texts } = reviewOwnContent(readContent(root).value, own);
  return {
    counted: `${counting(taken.length, 'dialog')} taken (${taken.join(', ') || 'none'}), ${counting(texts, 'text')}`,
    problems,
  };
}

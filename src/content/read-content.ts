import { checkActions } from './check-actions.ts';
import { checkInstrument } from './check-instrument.ts';
import { missingTexts } from './check-texts.ts';
import { checkVersions } from './check-versions.ts';
import { expectedTexts } from './expected-texts.ts';
import type { Problem, Read } from './problem.ts';
import { type Dialogs, readDialogs } from './read-dialogs.ts';
import { ANY_DIALOG, readWords, type Words } from './read-words.ts';
import { readTexts, type Texts } from './texts.ts';

export interface RawContent {
  readonly dialogs: Dialogs;
  readonly texts: Texts;
  readonly words: Words;
}

/** Reads all content of a project and collects everything that would make it unusable. */
export function readContent(root: string): Read<RawContent> {
  const dialogs = readDialogs(root);
  const texts = readTexts(root);
  const words = readWords(root, [
    ...new Set(dialogs.value.instruments.map(({ instrument }) => instrument.id)),
    ANY_DIALOG,
  ]);
  const value = { dialogs: dialogs.value, texts: texts.value, words: words.value };
  const unreadable = [...dialogs.problems, ...texts.problems, ...words.problems];
  // Meaning is checked once everything can be read: a file that is missing would only echo in the others.
  return { value, problems: unreadable.length > 0 ? unreadable : checkContent(value) };
}

/** What would break a conversation. Whether the texts are complete and well written is checked before they ship. */
function checkContent({ dialogs, texts }: RawContent): Problem[] {
  const { instruments, catalogue } = dialogs;
  const checked = instruments.map(file => ({ file, problems: checkInstrument(file) }));
  // What rules need cannot be told of those that are no rules.
  const sound = checked.flatMap(({ file, problems }) => (problems.some(ofRules) ? [] : [file]));
  return [
    ...checked.flatMap(({ problems }) => problems),
    ...checkVersions(instruments),
    ...checkThen(dialogs),
    ...(catalogue && sound.length === instruments.length ? checkActions(catalogue, sound) : []),
    ...missingTexts(texts, expectedTexts({ ...dialogs, instruments: sound })),
  ];
}

function ofRules({ path }: Problem): boolean {
  return path.startsWith('scoring');
}

/** What is offered after a result has to be there. */
function checkThen({ instruments }: Dialogs): Problem[] {
  return instruments.flatMap(({ file, instrument: { next } }) =>
    next === undefined ||
    instruments.some(({ instrument, state }) => state === 'current' && instrument.id === next)
      ? []
      : [{ file, path: 'next', problem: `there is no dialog ${next}` }],
  );
}

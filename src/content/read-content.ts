import { hasReadableRules } from '../assessment/scoring/scoring.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import { checkActions } from './check-actions.ts';
import { checkInstrument, hasClearIds } from './check-instrument.ts';
import { missingTexts } from './check-texts.ts';
import { checkVersions } from './check-versions.ts';
import { expectedTexts } from './expected-texts.ts';
import type { Problem, Read } from './problem.ts';
import { type Dialogs, type InstrumentFile, readDialogs } from './read-dialogs.ts';
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
  // What actions serve is not known before all rules can be read.
  const readable = instruments.every(({ instrument }) => hasReadableRules(instrument));
  return [
    ...instruments.flatMap(checkInstrument),
    ...checkVersions(instruments),
    ...instruments.flatMap(file => checkNext(file, instruments)),
    ...(catalogue && readable ? checkActions(catalogue, instruments) : []),
    ...missingTexts(texts, expectedTexts({ ...dialogs, instruments: instruments.filter(isClear) })),
  ];
}

function isClear({ instrument }: InstrumentFile): boolean {
  return hasClearIds(instrument);
}

/** What is offered after a result has to be there. */
export function checkNext(
  { file, instrument: { next } }: InstrumentFile,
  instruments: readonly InstrumentFile[],
): Problem[] {
  const offered = instruments.flatMap(({ instrument, state }) =>
    state === 'current' ? [instrument.id] : [],
  );
  if (next === undefined || offered.includes(next)) return [];
  return [{ file, path: 'next', problem: `there is no dialog ${next}${insteadOf(next, offered)}` }];
}

import { checkActions } from './check-actions.ts';
import { checkDefinition } from './check-definition.ts';
import { missingTexts } from './check-texts.ts';
import { checkVersions } from './check-versions.ts';
import { expectedTexts } from './expected-texts.ts';
import type { Problem, Read } from './problem.ts';
import { type Dialogs, readDialogs } from './read-dialogs.ts';
import { readTexts, type Texts } from './texts.ts';

export interface RawContent {
  readonly dialogs: Dialogs;
  readonly texts: Texts;
}

/** Reads all content of a project and collects everything that would make it unusable. */
export function readContent(root: string): Read<RawContent> {
  const dialogs = readDialogs(root);
  const texts = readTexts(root);
  const value = { dialogs: dialogs.value, texts: texts.value };
  const unreadable = [...dialogs.problems, ...texts.problems];
  // Meaning is checked once everything can be read: a file that is missing would only echo in the others.
  return { value, problems: unreadable.length > 0 ? unreadable : checkContent(value) };
}

/** What would break a conversation. Whether the texts are complete and well written is checked before they ship. */
function checkContent({ dialogs, texts }: RawContent): Problem[] {
  const { definitions, catalogue } = dialogs;
  return [
    ...definitions.flatMap(checkDefinition),
    ...checkVersions(definitions),
    ...(catalogue ? checkActions(catalogue, definitions) : []),
    ...missingTexts(texts, expectedTexts(dialogs)),
  ];
}

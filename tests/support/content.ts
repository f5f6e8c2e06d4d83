import type { Definition } from '../../src/assessment/definition.ts';
import { loadContent } from '../../src/content/load-content.ts';

/** The shipped content, read once for all tests of a file. */
export const content = loadContent();

/** A shipped definition; a test that asks for one that is not shipped fails at once. */
export function shipped(dialog: string): Definition {
  const definition = content.current(dialog);
  if (!definition) throw new Error(`dialogs/ ships no ${dialog}`);
  return definition;
}

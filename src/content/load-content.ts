import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Action } from '../assessment/actions.ts';
import type { Definition } from '../assessment/definition.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { makeTranslate } from './make-translate.ts';
import { ContentError } from './problem.ts';
import { readContent } from './read-content.ts';
import type { ActionCatalogue } from './read-dialogs.ts';

/** What is asked and said, read and checked: it does not change while the server runs. */
export interface Content {
  /** The definitions in force. */
  readonly definitions: readonly Definition[];
  /** The definition in force of a dialog. */
  readonly current: (dialog: string) => Definition | undefined;
  /** A definition in force or archived. */
  readonly definition: (dialog: string, version: string) => Definition | undefined;
  readonly actions: readonly Action[];
  /** Which version of the actions was approved, by which role and when. */
  readonly actionsVersion: Pick<ActionCatalogue, 'version' | 'approved'>;
  readonly translate: (locale: Locale) => Translate;
}

/**
 * Reads `dialogs/` and `locales/` under `root` (the project this file belongs to, unless given).
 * Throws a ContentError listing every problem when anything is unusable.
 */
export function loadContent({ root = findRoot(import.meta.dirname) }: { root?: string } = {}): Content {
  const { value: content, problems } = readContent(root);
  const { definitions, catalogue } = content.dialogs;
  if (problems.length > 0 || !catalogue) throw new ContentError(problems);
  const current = definitions.filter(({ state }) => state === 'current').map(({ definition }) => definition);
  const all = definitions.map(({ definition }) => definition);
  return {
    definitions: current,
    current: dialog => current.find(({ id }) => id === dialog),
    definition: (dialog, version) => all.find(one => one.id === dialog && one.version === version),
    actions: catalogue.actions,
    actionsVersion: { version: catalogue.version, approved: catalogue.approved },
    translate: makeTranslate(content.texts),
  };
}

/** The nearest folder upwards that holds `dialogs/`: the same from the sources and from a build. */
export function findRoot(from: string): string {
  if (existsSync(join(from, 'dialogs')) && existsSync(join(from, 'locales'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('dialogs/ and locales/ were not found in this folder or any above it');
  return findRoot(parent);
}

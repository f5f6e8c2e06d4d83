/** What the hidden first column of every tab of ours says. The export writes it, and the import finds its way by it. */
import { LOOKS } from './looks.ts';
import type { Draft } from './xlsx/draft.ts';

export const MARKS = {
  /** In A1. The number changes when an older import could no longer read the file. */
  format: 'porrasbotti-workbook-1',
  keys: 'keys',
  service: (id: string) => `service:${id}`,
  /** With the name it had when the file was made: after a sort only the name tells whose id it is. */
  own: (id: string, name: string) => `own:${id} ${name}`,
  newOwn: 'own',
  area: (id: string) => `area:${id}`,
  page: 'page',
  actions: 'actions',
  earlier: 'earlier',
  summary: 'summary',
  guide: 'guide',
  figures: 'figures',
  version: (version: string) => `version:${version}`,
} as const;

/** Which tab it is, under the format of the file and above the version of the instrument. */
export function putMarks(draft: Draft, tab: string, version: string): void {
  for (const [index, mark] of [MARKS.format, tab, MARKS.version(version)].entries())
    draft.put({ row: index + 1, column: 1 }, LOOKS.technical, mark);
}

import type { FieldProblem, Noted } from './workbook-reply.ts';
import type { WorkbookScene } from './workbook-scene.ts';

/** What came of a card: the run changed and a line about it, or what is wrong with it. */
export type Taken =
  | { readonly kind: 'taken'; readonly scene: WorkbookScene; readonly noted: Noted }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

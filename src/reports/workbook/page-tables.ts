/** Below the areas on the council's page: today and the targets, what is to be done, and an earlier year. */

import type { WorkbookFigures } from '../../assessment/scoring/workbook/figures-of.ts';
import { ACTION_STATES, type AreaServices, countedState } from './actions-sheet.ts';
import { targetRows } from './condition-targets.ts';
import type { ExportContext } from './export-context.ts';
import { keptText } from './kept-text.ts';
import { LOOKS, withFormat } from './looks.ts';
import {
  PAGE_COLUMNS,
  PAGE_EARLIER,
  PAGE_FIRST,
  PAGE_LABEL,
  PAGE_LABEL_WIDTH,
  PAGE_STATES,
  PAGE_TARGETS,
} from './page-layout.ts';
import { stairText } from './stair-text.ts';
import { DASH, type SummaryInput } from './summary-tables.ts';
import { textHeight } from './text-height.ts';
import type { Draft } from './xlsx/draft.ts';

const BOLD = 0.8;
const HEADER_HEIGHT = 20;

/** Where the whole municipality is today on each condition of the stairs, and where it should be. */
export function putTargets(draft: Draft, input: SummaryInput, context: ExportContext): void {
  const { t } = context;
  draft.put(
    { row: PAGE_TARGETS, column: PAGE_LABEL },
    LOOKS.heading,
    t('workbook-sheet:page.targets-heading'),
  );
  draft.rows.set(PAGE_TARGETS + 1, { height: HEADER_HEIGHT });
  const header = ['condition', 'today', 'goal', 'reached'];
  for (const [index, key] of header.entries())
    draft.put(
      { row: PAGE_TARGETS + 1, column: PAGE_LABEL + index },
      index === 0 ? LOOKS.headerLeft : LOOKS.header,
      t(`workbook-sheet:page.${key}`),
    );
  for (const [index, { name, today, goal, reached }] of targetRows(input, context).entries()) {
    const row = PAGE_TARGETS + 2 + index;
    draft.put({ row, column: PAGE_LABEL }, LOOKS.bold, name);
    draft.put({ row, column: PAGE_FIRST }, withFormat(LOOKS.center, 'percent'), today);
    draft.put({ row, column: PAGE_FIRST + 1 }, LOOKS.center, goal);
    draft.put({ row, column: PAGE_FIRST + 2 }, LOOKS.center, reached);
    // Bold letters are wider than those that widths are counted in.
    draft.rows.set(row, { height: textHeight([{ text: name, width: PAGE_LABEL_WIDTH * BOLD }]) });
  }
}

/** How many services there is nothing to do for, and how many there is. */
export function putStates(draft: Draft, areas: readonly AreaServices[], context: ExportContext): void {
  const { t } = context;
  draft.put({ row: PAGE_STATES, column: PAGE_LABEL }, LOOKS.heading, t('workbook-sheet:page.states-heading'));
  draft.put(
    { row: PAGE_STATES + 1, column: PAGE_LABEL },
    LOOKS.headerLeft,
    t('workbook-sheet:actions.state'),
  );
  draft.put({ row: PAGE_STATES + 1, column: PAGE_FIRST }, LOOKS.header, t('workbook-sheet:summary.services'));
  draft.rows.set(PAGE_STATES + 1, { height: HEADER_HEIGHT });
  for (const [index, state] of ACTION_STATES.entries()) {
    const row = PAGE_STATES + 2 + index;
    draft.put({ row, column: PAGE_LABEL }, LOOKS.bold, t(`workbook-sheet:page.state-${state}`));
    draft.put(
      { row, column: PAGE_FIRST },
      withFormat(LOOKS.center, 'number'),
      countedState(state, areas, context),
    );
  }
}

/** The figures of an earlier file, for the whole municipality; each area's are on a tab of their own. */
export function putEarlier(draft: Draft, { whole, kept }: WorkbookFigures, context: ExportContext): void {
  const { t } = context;
  const { coverage, degree, usage, stair, saving, answered, services } = whole;
  const told = { coverage, degree, usage, stair: stairText(stair, t), saving };
  draft.put(
    { row: PAGE_EARLIER, column: PAGE_LABEL },
    LOOKS.heading,
    t('workbook-sheet:page.earlier-heading'),
  );
  draft.put(
    { row: PAGE_EARLIER + 1, column: PAGE_LABEL },
    LOOKS.totalText,
    t('workbook-sheet:summary.whole'),
  );
  draft.put({ row: PAGE_EARLIER + 1, column: PAGE_FIRST }, LOOKS.center, `${answered}/${services}`);
  for (const [index, { key, ...format }] of PAGE_COLUMNS.entries()) {
    const style = 'format' in format ? withFormat(LOOKS.center, format.format) : LOOKS.center;
    draft.put(
      { row: PAGE_EARLIER + 1, column: PAGE_FIRST + 1 + index },
      style,
      told[key] || told[key] === 0 ? told[key] : DASH,
    );
  }
  draft.put({ row: PAGE_EARLIER + 2, column: PAGE_LABEL }, LOOKS.lead, t('workbook-sheet:page.earlier-lead'));
  const made = keptText(kept, context);
  if (made) draft.put({ row: PAGE_EARLIER + 3, column: PAGE_LABEL }, LOOKS.lead, made);
}

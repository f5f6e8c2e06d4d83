/** Where things are on the summary tab, and on the tab of the figures it is computed from. Rows and columns count from 1; there are always six areas. */

export const SUMMARY_COLUMNS = { label: 2, first: 3, count: 15 } as const;
export const SUMMARY_LABEL_WIDTH = 40;
/** Of every column but the label's. */
export const SUMMARY_WIDTH = 15.5;
export const AREAS = 6;

/** Rows of a table: its header, the first area and the whole municipality. */
function table(heading: number, lead: 0 | 1 = 0) {
  const header = heading + 1 + lead;
  return { heading, lead: heading + 1, header, first: header + 1, whole: header + 1 + AREAS };
}

const CHART_ROWS = 15;

export const KPI_ROWS = { names: 4, values: 5, notes: 6 } as const;
export const TARGET_ROWS = { heading: 8, header: 9, services: 10, savings: 11 } as const;
export const AREAS_TABLE = table(13);
export const FIRST_CHARTS = AREAS_TABLE.whole + 2;
export const PHASES_TABLE = table(FIRST_CHARTS + CHART_ROWS, 1);
export const SECOND_CHARTS = PHASES_TABLE.whole + 2;
export const BENEFIT_TABLE = table(SECOND_CHARTS + CHART_ROWS);
const EVIDENCE = BENEFIT_TABLE.whole + 2;
export const EVIDENCE_ROWS = {
  heading: EVIDENCE,
  lead: EVIDENCE + 1,
  header: EVIDENCE + 2,
  adopted: EVIDENCE + 3,
  used: EVIDENCE + 4,
  started: EVIDENCE + 5,
  full: EVIDENCE + 6,
  stair: EVIDENCE + 7,
} as const;
/** On the tab of the raw figures. */
export const FIGURE_ROWS = { title: 1, lead: 2, header: 4, first: 5 } as const;

/** The last rows before a new printed page. */
export const PAGE_BREAKS = [PHASES_TABLE.heading - 1, EVIDENCE - 1];

/** Column of the whole municipality where areas are columns. */
export const WHOLE_COLUMN = SUMMARY_COLUMNS.first + AREAS;

/** Names of the two cells for the municipality's targets, by which the import finds them. */
export const TARGET_NAMES = { services: 'target_services', savings: 'target_savings' } as const;

import { NOBODY_YET } from '../../assessment/approved.ts';
import { LANGUAGE_TAGS } from '../../conversation/locale.ts';
import type { ExportContext } from './export-context.ts';
import { COLORS, LOOKS } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { percent } from './summary-tables.ts';
import { textHeight } from './text-height.ts';
import { createDraft } from './xlsx/draft.ts';
import type { Sheet } from './xlsx/sheet.ts';

const TERM = 2;
const TEXT = 3;
const TEXT_WIDTH = 115;

/** Headings, and under each the terms it explains. The texts are `guide.<term>` and `guide.<term>-text`. */
const SECTIONS: readonly { readonly heading?: string; readonly terms: readonly string[] }[] = [
  { terms: ['purpose', 'before'] },
  {
    heading: 'filling-heading',
    terms: [
      'step-1',
      'step-2',
      'step-3',
      'step-4',
      'step-5',
      'step-6',
      'step-7',
      'step-8',
      'step-9',
      'colours',
      'privacy',
    ],
  },
  {
    heading: 'rules-heading',
    terms: [
      'coverage',
      'degree',
      'usage',
      'develop-first',
      'benefit',
      'payback',
      'stair-2',
      'stair-3',
      'interval',
      'whole',
    ],
  },
  { heading: 'sources-heading', terms: ['sources', 'own-rules', 'no-decision', 'version'] },
];

/** The second tab: what the workbook is for, how to fill it in, and every rule it counts by. */
export function guideSheet(context: ExportContext): Sheet {
  const { t, version } = context;
  const draft = createDraft();
  putMarks(draft, MARKS.guide, version);
  draft.put({ row: 1, column: TERM }, LOOKS.title, t('workbook:title'));
  draft.rows.set(1, { height: 28 });
  const parameters = ruleParameters(context);
  let row = 3;
  for (const { heading, terms } of SECTIONS) {
    if (heading) {
      draft.put({ row, column: TERM }, LOOKS.heading, t(`workbook-sheet:guide.${heading}`));
      draft.rows.set(row, { height: 22 });
      row += 1;
    }
    for (const term of terms) {
      draft.put({ row, column: TERM }, LOOKS.guideTerm, t(`workbook-sheet:guide.${term}`));
      const text = t(`workbook-sheet:guide.${textOf(term, context)}-text`, parameters);
      draft.put({ row, column: TEXT }, LOOKS.guideText, text);
      draft.rows.set(row, { height: textHeight([{ text, width: TEXT_WIDTH * 1.2 }]) });
      row += 1;
    }
    row += 1;
  }
  return {
    name: t('workbook-sheet:sheet.guide-tab'),
    color: COLORS.grey,
    columns: [{ width: 3, hidden: true }, { width: 26 }, { width: TEXT_WIDTH }],
    cells: draft.cells,
    rows: draft.rows,
    active: { row: 1, column: TERM },
    print: { scale: { pagesWide: 1 }, footer: context.footer },
  };
}

/** Where nobody has approved the content, that is said in place of who did. */
function textOf(term: string, { workbook }: ExportContext): string {
  return term === 'version' && workbook.instrument.approved === NOBODY_YET ? 'version-unapproved' : term;
}

/** The numbers of the rules, so that the guide always says what the workbook does. */
function ruleParameters(context: ExportContext): Record<string, string | number> {
  const { workbook, version, locale } = context;
  const { partialScore, usageAbove, adoptedShare, phaseShares } = workbook.scoring;
  return {
    partial: new Intl.NumberFormat(locale).format(partialScore),
    byHand: percent(1 - partialScore, context),
    usage: percent(usageAbove / 100, context),
    share: percent(adoptedShare, context),
    started: percent(phaseShares.started, context),
    full: percent(phaseShares.full, context),
    version,
    ...approvalDate(context),
  };
}

function approvalDate({ workbook, locale }: ExportContext): { date?: string } {
  const { approved } = workbook.instrument;
  if (approved === NOBODY_YET) return {};
  const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return { date: format.format(new Date(`${approved.date}T12:00:00Z`)) };
}

/** The boxes at the top of the summary. */
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { type FORMATS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { orNothing } from './or-nothing.ts';
import { stairText } from './stair-text.ts';
import { BENEFIT_TABLE, EVIDENCE_ROWS, KPI_ROWS, SUMMARY_COLUMNS, SUMMARY_WIDTH } from './summary-layout.ts';
import { mainCell, percent, WHOLE } from './summary-tables.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { at } from './xlsx/reference.ts';
import type { Style } from './xlsx/sheet.ts';

interface Kpi {
  readonly name: string;
  readonly note: string;
  readonly look: Style;
  readonly computed: Computed;
}

export function putKpis(draft: Draft, context: ExportContext): void {
  draft.rows.set(KPI_ROWS.names, { height: 34 });
  draft.rows.set(KPI_ROWS.values, { height: 40 });
  draft.rows.set(KPI_ROWS.notes, { height: 38 });
  draft.compute(KPI_ROWS.names, SUMMARY_COLUMNS.label, LOOKS.kpiName, standing(context));
  draft.put(
    KPI_ROWS.values,
    SUMMARY_COLUMNS.label,
    LOOKS.kpiLabel,
    context.t('workbook-sheet:summary.whole'),
  );
  draft.compute(KPI_ROWS.notes, SUMMARY_COLUMNS.label, LOOKS.kpiName, answeredOf(context));
  for (const [index, { name, note, look, computed }] of kpis(context).entries()) {
    const column = SUMMARY_COLUMNS.first + index;
    const heading = headingText(name, { width: SUMMARY_WIDTH, size: HEADER_SIZE }, context.t);
    draft.put(KPI_ROWS.names, column, LOOKS.kpiName, heading);
    draft.compute(KPI_ROWS.values, column, look, computed);
    draft.put(KPI_ROWS.notes, column, LOOKS.kpiNote, note);
  }
}

/** Before half of the services have been answered, the figures say little yet: that comes before them. */
function standing(context: ExportContext): Computed {
  const { t, result } = context;
  const [answered, services] = [mainCell('answered', WHOLE, context), mainCell('services', WHOLE, context)];
  const [usual, preliminary] = [t('workbook-sheet:summary.result'), t('workbook-sheet:summary.preliminary')];
  return {
    formula: `IF(2*${answered}<${services},"${preliminary}","${usual}")`,
    value: 2 * result.counts.answered < result.counts.services ? preliminary : usual,
  };
}

/** How many of the services the figures come from, in words. */
function answeredOf(context: ExportContext): Computed {
  const { t, result } = context;
  const words = (answered: string | number, services: string | number) =>
    t('workbook-sheet:summary.answered-of', { answered, services });
  const cells = words(
    `"&${mainCell('answered', WHOLE, context)}&"`,
    `"&${mainCell('services', WHOLE, context)}&"`,
  );
  return { formula: `"${cells}"`, value: words(result.counts.answered, result.counts.services) };
}

function kpis(context: ExportContext): Kpi[] {
  const { t, result, words, workbook } = context;
  const text = (key: string) => t(`workbook-sheet:summary.${key}`);
  const box = (key: string, look: Style, cell: string, value: string | number | null | undefined): Kpi => ({
    name: text(key),
    note:
      key === 'usage'
        ? t('workbook-sheet:summary.usage-note', {
            bound: percent(workbook.scoring.usageAbove / 100, context),
          })
        : text(`${key}-note`),
    look,
    computed: orNothing(cell, value),
  });
  const first = result.developFirst;
  const saving = at(BENEFIT_TABLE.whole, SUMMARY_COLUMNS.first);
  return [
    box('stair', LOOKS.kpi, at(EVIDENCE_ROWS.stair, WHOLE.column), stairText(result.stair) || null),
    box('coverage', kpi('wholePercent'), mainCell('coverage', WHOLE, context), result.coverage),
    box('degree', kpi('wholePercent'), mainCell('degree', WHOLE, context), result.degree),
    box('usage', kpi('wholePercent'), mainCell('usage', WHOLE, context), result.usage?.rate),
    box('saving', { ...kpi('euros'), size: 14 }, saving, result.benefit.savingInUse),
    box(
      'develop-first',
      LOOKS.kpiText,
      mainCell('develop-first', WHOLE, context),
      first && words.phases[first.phase],
    ),
  ];
}

function kpi(format: keyof typeof FORMATS): Style {
  return withFormat(LOOKS.kpi, format);
}

/** The columns of the summary's tables: what each is called, how it is counted, and what it shows now. */
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import { PHASES } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ExportContext } from './export-context.ts';
import { type FigureColumn, figureCell, phaseCells } from './figure-formulas.ts';
import type { FigureName } from './figures.ts';
import type { FORMATS } from './looks.ts';
import type { Computed } from './xlsx/draft.ts';
import { literal } from './xlsx/reference.ts';

/** A column of a table: its header, and what each row holds. */
export interface TableColumn {
  readonly key: string;
  readonly name: string;
  readonly format?: keyof typeof FORMATS;
  readonly compute: (measures: Measures, figures: FigureColumn) => Computed;
}

/** The cell of a figure in the row's own column of figures. */
type Figure = (name: FigureName) => string;

interface Rule {
  readonly key: string;
  /** Left out, it is `summary.<key>`. */
  readonly name?: string;
  readonly format?: keyof typeof FORMATS;
  readonly formula: (figure: Figure, figures: FigureColumn) => string;
  readonly value: (measures: Measures) => string | number | null | undefined;
}

function columnsFrom({ t }: ExportContext, rules: readonly Rule[]): readonly TableColumn[] {
  return rules.map(({ formula, value, ...rule }) => ({
    ...rule,
    name: rule.name ?? t(`workbook-sheet:summary.${rule.key}`),
    compute: (measures, figures) => ({
      formula: formula(name => figureCell(name, figures), figures),
      value: value(measures) ?? '',
    }),
  }));
}

/** The columns of the main table, in order. */
export function areaColumns(context: ExportContext): readonly TableColumn[] {
  return columnsFrom(context, [...COUNTS, ...SHARES, weighting(context), developFirst(context), ...MORE]);
}

/** A figure as it is. */
function plain(key: string, figure: FigureName, value: Rule['value']): Rule {
  return { key, format: 'number', formula: cell => cell(figure), value };
}

const COUNTS: readonly Rule[] = [
  plain('services', 'services', ({ counts }) => counts.services),
  {
    key: 'answered',
    format: 'number',
    formula: figure => `${figure('services')}-${figure('unanswered')}`,
    value: ({ counts }) => counts.answered,
  },
  plain('none', 'none', ({ counts }) => counts.none),
  plain('planned', 'planned', ({ counts }) => counts.planned),
  plain('in-use', 'inUse', ({ counts }) => counts.inUse),
];

const SHARES: readonly Rule[] = [
  part('coverage', 'inUse', ({ coverage }) => coverage),
  part('planned-share', 'planned', ({ planned }) => planned),
  {
    key: 'degree',
    format: 'wholePercent',
    formula: figure => `IF(${figure('graded')}=0,"",${figure('degrees')}/${figure('graded')})`,
    value: ({ degree }) => degree,
  },
  {
    key: 'usage',
    format: 'percent',
    formula: figure => {
      const weighted = `${figure('electronicCases')}/${figure('ratedCases')}`;
      return byWeighting(figure, weighted, `${figure('rates')}/${figure('rated')}`);
    },
    value: ({ usage }) => usage?.rate,
  },
];

/** After the others: what stood in a column of earlier spreadsheets still does. */
const MORE: readonly Rule[] = [
  {
    key: 'usage-mean',
    format: 'percent',
    formula: figure => `IF(${figure('rated')}=0,"",${figure('rates')}/${figure('rated')})`,
    value: ({ usage }) => usage?.plain,
  },
  plain('outside', 'outside', ({ counts }) => counts.outside),
];

/** A share of the services that were answered and belong to the municipality. */
function part(key: string, counted: 'inUse' | 'planned', value: Rule['value']): Rule {
  const formula = (figure: Figure) => {
    const belonging = `(${figure('none')}+${figure('planned')}+${figure('inUse')})`;
    return `IF(${belonging}=0,"",${figure(counted)}/${belonging})`;
  };
  return { key, format: 'wholePercent', formula, value };
}

/** One thing where every rate knows its cases, another where not; nothing where there is no rate. */
function byWeighting(figure: Figure, weighted: string, plain: string): string {
  const isWeighted = `AND(${figure('ratedWithCases')}=${figure('rated')},${figure('ratedCases')}>0)`;
  return `IF(${figure('rated')}=0,"",IF(${isWeighted},${weighted},${plain}))`;
}

function weighting({ t }: ExportContext): Rule {
  const words = {
    cases: t('workbook-sheet:summary.weighting-cases'),
    plain: t('workbook-sheet:summary.weighting-plain'),
  };
  return {
    key: 'weighting',
    formula: figure => byWeighting(figure, literal(words.cases), literal(words.plain)),
    value: ({ usage }) => usage && words[usage.weighting],
  };
}

function developFirst({ words }: ExportContext): Rule {
  const names = PHASES.map(phase => literal(words.phases[phase])).join(',');
  return {
    key: 'develop-first',
    formula: (_, figures) => {
      const loads = phaseCells('load', figures);
      return `IF(MAX(${loads})=0,"",CHOOSE(MATCH(MAX(${loads}),${loads},0),${names}))`;
    },
    value: measures => measures.developFirst && words.phases[measures.developFirst.phase],
  };
}

/** The columns of the heat map: the degree of each phase. */
export function phaseColumns(context: ExportContext): readonly TableColumn[] {
  const { workbook, words } = context;
  const rules = PHASES.map(
    (phase): Rule => ({
      key: phase,
      name: words.phases[phase],
      format: 'wholePercent',
      formula: figure => {
        const [full, partial, manual] = (['full', 'partial', 'manual'] as const).map(sum =>
          figure({ sum, phase }),
        );
        const all = `(${full}+${partial}+${manual})`;
        return `IF(${all}=0,"",(${full}+${workbook.scoring.partialScore}*${partial})/${all})`;
      },
      value: ({ phases }) => phases[phase].degree,
    }),
  );
  return columnsFrom(context, rules);
}

/** The columns of the benefit table. */
export function benefitColumns(context: ExportContext): readonly TableColumn[] {
  const never = context.words.neverPaysBack;
  return columnsFrom(context, [
    ...SAVINGS,
    {
      key: 'payback',
      format: 'years',
      formula: figure => {
        const [costs, saving] = [figure('oneOffCosts'), figure('savingWithOneOff')];
        return `IF(${figure('oneOffs')}>0,IF(${saving}>0,${costs}/${saving},${literal(never)}),"")`;
      },
      value: ({ benefit: { payback } }) => (payback === 'never' ? never : payback),
    },
  ]);
}

const SAVINGS: readonly Rule[] = [
  saved('saving-in-use', ['savingInUse'], ({ benefit }) => benefit.savingInUse),
  saved('saving-planned', ['savingPlanned'], ({ benefit }) => benefit.savingPlanned),
  saved('saving-all', ['savingInUse', 'savingPlanned'], ({ benefit }) => benefit.saving),
  plain('benefit-services', 'benefits', ({ benefit }) => benefit.services),
  plain('benefit-incomplete', 'benefitsIncomplete', ({ benefit }) => benefit.incomplete),
  {
    key: 'one-off-costs',
    format: 'euros',
    formula: figure => `IF(${figure('oneOffs')}>0,${figure('oneOffCosts')},"")`,
    value: ({ benefit }) => benefit.oneOffCosts,
  },
];

/** A sum of savings, or nothing when no service has all its inputs. */
function saved(key: string, sums: readonly FigureName[], value: Rule['value']): Rule {
  const formula = (figure: Figure) => `IF(${figure('benefits')}=0,"",${sums.map(figure).join('+')})`;
  return { key, format: 'euros', formula, value };
}

import type { BenefitMeasures, Measures } from '../../assessment/scoring/workbook/measures.ts';
import type { ExportContext } from './export-context.ts';
import { type FigureName, figureCell } from './figure-formulas.ts';
import type { FORMATS } from './looks.ts';
import type { TableColumn } from './summary-tables.ts';

type Figure = (name: FigureName) => string;

/** The columns of the benefit table. */
export function benefitColumns({ t, words }: ExportContext): readonly TableColumn[] {
  const column = (
    key: string,
    format: keyof typeof FORMATS,
    formula: (figure: Figure) => string,
    pick: (benefit: BenefitMeasures) => string | number | null,
  ): TableColumn => ({
    key,
    name: t(`workbook-sheet:summary.${key}`),
    format,
    compute: ({ benefit }: Measures, figures) => ({
      formula: formula(name => figureCell(name, figures)),
      value: pick(benefit) ?? '',
    }),
  });
  const never = words.neverPaysBack;
  return [
    column('saving-in-use', 'euros', known('savingInUse'), ({ savingInUse }) => savingInUse),
    column('saving-planned', 'euros', known('savingPlanned'), ({ savingPlanned }) => savingPlanned),
    column('saving-all', 'euros', known('savingInUse', 'savingPlanned'), ({ saving }) => saving),
    column(
      'benefit-services',
      'number',
      figure => figure('benefits'),
      ({ services }) => services,
    ),
    column(
      'benefit-incomplete',
      'number',
      figure => figure('benefitsIncomplete'),
      ({ incomplete }) => incomplete,
    ),
    column('one-off-costs', 'euros', oneOffFormula, ({ oneOffCosts }) => oneOffCosts),
    column(
      'payback',
      'years',
      figure => paybackFormula(figure, never),
      ({ payback }) => (payback === 'never' ? never : payback),
    ),
  ];
}

/** A sum of savings, or nothing when no service has all its inputs. */
function known(...sums: readonly ('savingInUse' | 'savingPlanned')[]): (figure: Figure) => string {
  return figure => `IF(${figure('benefits')}=0,"",${sums.map(figure).join('+')})`;
}

function oneOffFormula(figure: Figure): string {
  return `IF(${figure('oneOffCosts')}>0,${figure('oneOffCosts')},"")`;
}

function paybackFormula(figure: Figure, never: string): string {
  const [costs, saving] = [figure('oneOffCosts'), figure('savingWithOneOff')];
  return `IF(${costs}>0,IF(${saving}>0,${costs}/${saving},"${never}"),"")`;
}

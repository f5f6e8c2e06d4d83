import type { Line } from '../../line.ts';
import type { Section, SectionOf } from '../../sections/section.ts';
import type { AreaResult, WorkbookResult } from './assess-workbook.ts';
import type { Shares } from './measures.ts';
import { AREAS, PHASES } from './workbook-instrument.ts';
import { answeredOf, share, sofar, stairLine } from './workbook-lines.ts';

/** Coverage, degree and usage rate of an area, in one line. */
export function shareLine(id: string, area: Shares, more: Line['amounts'] = {}): Line {
  const { counts, coverage, degree, usage } = area;
  const amounts = {
    coverage: share(coverage),
    degree: share(degree),
    usage: share(usage?.rate ?? null),
    ...answeredOf(counts),
    ...more,
  };
  return { id: `${id}${sofar(counts)}`, amounts };
}

/** An area a row, with the stair that its figures are evidence for. */
export function areaRows(areas: readonly AreaResult[]): Section[] {
  if (areas.length === 0) return [];
  const rows = areas.map(area => ({
    item: { list: AREAS, id: area.id },
    line: shareLine('area-figures', area),
    remark: stairLine(area.evidence.stair),
  }));
  return [{ kind: 'rows', title: { id: 'areas' }, rows }];
}

/** The degree of each phase in each area that has any, and in all of them; nothing where no area has one. */
export function heatOf(result: WorkbookResult, areas: readonly AreaResult[]): SectionOf<'heat'>[] {
  const degrees = ({ phases }: Pick<WorkbookResult, 'phases'>) => PHASES.map(phase => phases[phase].degree);
  const rows = areas
    .map(area => ({ item: { list: AREAS, id: area.id }, shares: degrees(area) }))
    .filter(({ shares }) => shares.some(degree => degree !== null));
  if (rows.length === 0) return [];
  return [{ kind: 'heat', columns: PHASES, rows, ...(rows.length > 1 && { whole: degrees(result) }) }];
}

import type { SectionOf } from '../../sections/section.ts';
import type { AreaResult, WorkbookResult } from './assess-workbook.ts';
import { AREAS, PHASES } from './workbook-instrument.ts';

/** The degree of each phase in each area that has any, and in all of them; nothing where no area has one. */
export function heatOf(result: WorkbookResult, areas: readonly AreaResult[]): SectionOf<'heat'>[] {
  const degrees = ({ phases }: Pick<WorkbookResult, 'phases'>) => PHASES.map(phase => phases[phase].degree);
  const rows = areas
    .map(area => ({ item: { list: AREAS, id: area.id }, shares: degrees(area) }))
    .filter(({ shares }) => shares.some(degree => degree !== null));
  if (rows.length === 0) return [];
  return [{ kind: 'heat', columns: PHASES, rows, ...(rows.length > 1 && { whole: degrees(result) }) }];
}

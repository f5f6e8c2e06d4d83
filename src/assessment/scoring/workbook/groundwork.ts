/** Stair 1 in an area: without it the workbook tells of little, for nobody is there to act on its figures. */
import type { Answers } from '../../answers.ts';
import type { Line } from '../../line.ts';
import { findInput } from '../../places.ts';
import type { Section } from '../../sections/section.ts';
import { AREAS, type Workbook } from './workbook-instrument.ts';

/** The questions that are asked of an area before its services: work begun, leadership, resources. */
export const GROUNDWORK = ['work-begun', 'area-leadership', 'area-resources'] as const;
export type Groundwork = (typeof GROUNDWORK)[number];

/** The way it stands in an area. */
export interface GroundworkResult {
  readonly area: string;
  /** Known not to be in place, or only partly. */
  readonly missing: readonly Groundwork[];
  /** Asked, and not known. */
  readonly unknown: readonly Groundwork[];
}

/** The areas where a part of it is known to be missing, or is not known. Versions that do not ask it have none. */
export function groundworkOf({ instrument, areas }: Workbook, answers: Answers): GroundworkResult[] {
  if (!GROUNDWORK.every(id => findInput(instrument, id))) return [];
  return areas.flatMap(({ id: area }) => {
    const said = (field: Groundwork) => answers[`${area}.${field}`];
    const missing = GROUNDWORK.filter(field => said(field) === 'no' || said(field) === 'partly');
    const unknown = GROUNDWORK.filter(field => said(field) === 'unknown');
    return missing.length + unknown.length > 0 ? [{ area, missing, unknown }] : [];
  });
}

/** "Work begun and resources are not in place in Education", as a line. */
export function groundworkLine({ area, missing }: GroundworkResult): Line {
  return {
    id: 'groundwork-missing',
    amounts: {
      area: { items: [{ list: AREAS, id: area }] },
      missing: { terms: missing.map(field => `inputs.${field}.short`) },
    },
  };
}

/** What is not in place of the first stair, area by area. */
export function groundworkSections(workbook: Workbook, answers: Answers, only?: string): Section[] {
  const lines = groundworkOf(workbook, answers)
    .filter(({ area, missing }) => missing.length > 0 && (only === undefined || only === area))
    .map(groundworkLine);
  return lines.length > 0 ? [{ kind: 'missing', lines }] : [];
}

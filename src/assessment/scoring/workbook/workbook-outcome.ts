import type { Instrument } from '../../instrument.ts';
import type { Line } from '../../line.ts';
import type { Outcome } from '../../outcome.ts';
import type { Section } from '../../sections/section.ts';
import type { Given } from '../port.ts';
import { scopeOf } from '../scope.ts';
import { inWords } from '../stairs/in-words.ts';
import { scoreStair } from '../stairs/score.ts';
import { adviceOf } from './advice.ts';
import { areaRows, heatOf } from './area-sections.ts';
import { type AreaResult, assessWorkbook, type WorkbookResult } from './assess-workbook.ts';
import { groundworkSections } from './groundwork.ts';
import { differences, evidenceAnswers, evidenceCells } from './quick-check-evidence.ts';
import { workbookOf } from './workbook-instrument.ts';
import {
  areaAmount,
  countsOf,
  headline,
  isProvisional,
  leftOut,
  measureLines,
  targetLines,
  usageRemarks,
} from './workbook-lines.ts';

/** The result of a workbook: of what was answered so far, area by area. */
export function workbookOutcome(instrument: Instrument, given: Given): Outcome {
  const result = assessWorkbook(workbookOf(instrument), given.answers);
  const areas = result.areas.filter(({ counts }) => counts.answered > 0);
  return {
    dialog: instrument.id,
    version: instrument.version,
    sections: [
      { kind: 'title', line: titleLine(areas, result.areas.length) },
      ...howMuch(areas, result.areas.length),
      headline(result.stair),
      {
        kind: 'figures',
        lines: [...measureLines(result), ...usageRemarks(result, areas), ...targetLines(result.target)],
      },
      ...areaRows(areas),
      ...leftOut(areas),
      ...groundworkSections(workbookOf(instrument), given.answers),
      ...compare(instrument, result, given),
      ...(areas.length > 0
        ? [{ kind: 'actions', ids: adviceOf(workbookOf(instrument), result, given) } as const]
        : []),
      { kind: 'rules', line: { id: 'rules' } },
      // Last: where a page has no room for all, what to do goes before how it looks.
      ...heatOf(result, areas),
    ],
  };
}

/** Named after the whole only where every area is in. */
function titleLine(areas: readonly AreaResult[], all: number): Line {
  const [first, ...more] = areas;
  if (!first) return { id: 'title-nothing' };
  if (areas.length === all) return { id: 'title' };
  return more.length > 0
    ? { id: 'title-areas' }
    : { id: 'title-area', amounts: { area: areaAmount(first.id) } };
}

/** How much of the municipality the figures speak of. */
function howMuch(areas: readonly AreaResult[], all: number): Section[] {
  const { answered, services } = countsOf(areas);
  const amounts = { answered: { number: answered }, services: { number: services } };
  return [
    ...(isProvisional({ answered, services })
      ? [{ kind: 'headline', line: { id: 'provisional', amounts } } as const]
      : []),
    ...(areas.length > 0 && areas.length < all
      ? [{ kind: 'rules', line: { id: 'scope', count: areas.length } } as const]
      : []),
  ];
}

/** Where the quick check's own estimates and the evidence part ways. Nothing when none of the same was estimated. */
function compare(instrument: Instrument, result: WorkbookResult, { beside }: Given): Section[] {
  if (!beside) return [];
  const { instrument: other } = beside;
  const answers = inWords(other, beside.answers);
  const evidence = evidenceAnswers(workbookOf(instrument), result);
  if (!Object.keys(evidence).some(input => (answers[input] ?? 'unknown') !== 'unknown')) return [];
  const { id: dialog, version } = other;
  const scope = scopeOf(other, beside.answers);
  return [
    {
      kind: 'compare',
      dialog,
      version,
      ...(scope.length > 0 && { scope }),
      own: scoreStair(other, answers),
      withEvidence: scoreStair(
        other,
        { ...answers, ...evidence },
        evidenceCells(workbookOf(instrument), result),
      ),
      differences: differences(answers, evidence),
    },
  ];
}

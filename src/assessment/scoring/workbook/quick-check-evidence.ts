import type { Answers } from '../../answers.ts';
import type { Difference } from '../../outcome.ts';
import type { WorkbookResult } from './assess-workbook.ts';
import type { Verdict } from './evidence.ts';
import type { PhaseMeasures } from './measures.ts';
import { PHASES, type Workbook } from './workbook-definition.ts';

/**
 * The workbook's figures as answers of the quick check, for the inputs they can stand in for. Assess
 * `{ ...ownAnswers, ...evidenceAnswers(…) }` and the self-estimates are replaced by evidence. Inputs the workbook
 * cannot answer yet are left out.
 */
export function evidenceAnswers({ definition: { standsFor } }: Workbook, result: WorkbookResult): Answers {
  const { evidence, usage, counts, phases } = result;
  const known: [figure: string, value: string | number | undefined][] = [
    ['services', adoption(evidence.adopted, counts.inUse)],
    ['usage', usage ? Number((usage.rate * 100).toFixed(7)) : undefined],
    ...PHASES.map((phase): [string, string | undefined] => [phase, phaseState(phases[phase])]),
  ];
  return Object.fromEntries(
    known.flatMap(([figure, value]) => {
      const input = standsFor[figure];
      return input === undefined || value === undefined ? [] : [[input, value]];
    }),
  );
}

/** Where the self-estimate and the evidence differ. A question answered with "en tiedä" is no estimate. */
export function differences(selfEstimate: Answers, evidence: Answers): Difference[] {
  return Object.entries(evidence).flatMap(([input, value]) => {
    const estimate = selfEstimate[input] ?? 'unknown';
    return estimate === 'unknown' || estimate === value
      ? []
      : [{ input, selfEstimate: estimate, evidence: value }];
  });
}

function adoption(verdict: Verdict, inUse: number): string | undefined {
  if (verdict === 'yes') return 'yes';
  if (verdict === 'no') return inUse > 0 ? 'partly' : 'no';
  return undefined;
}

function phaseState({ manual, partial, full, missing }: PhaseMeasures): string | undefined {
  if (missing > 0 || manual + partial + full === 0) return undefined;
  if (manual + partial === 0) return 'full';
  return partial + full === 0 ? 'manual' : 'partial';
}

/** The stair in a cell, as short as a cell needs it. It says what the chat says: 1 is no stair that was reached. */
import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';
import { stairLine } from '../../assessment/scoring/workbook/workbook-lines.ts';
import type { Translate } from '../../conversation/translate.ts';
import { textFormula } from './computed-text.ts';
import { literal } from './xlsx/reference.ts';

/** `2`, `2–3`, or that stair 2 is not reached; empty when there is nothing to judge. */
export function stairText(stair: EvidenceStair | null, t: Translate): string {
  return stair ? t(`workbook-sheet:summary.${stairLine(stair).id}`, { ...stair }) : '';
}

/** The same as a formula over the cells of the low and the high end. */
export function stairFormula(low: string, high: string, t: Translate): string {
  const exactly = ([1, 2, 3] as const).map(stair => literal(stairText({ low: stair, high: stair }, t)));
  const [atMost, between] = (['stair-at-most', 'stair-between'] as const).map(id =>
    textFormula(t, `workbook-sheet:summary.${id}`, { low, high }),
  );
  const several = `IF(${low}=1,${atMost},${between})`;
  return `IF(ISNUMBER(${low}),IF(${low}=${high},CHOOSE(${low},${exactly.join(',')}),${several}),"")`;
}

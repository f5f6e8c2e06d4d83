import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';

/** `2`, `1–2`, or nothing when there is nothing to judge. */
export function stairText(stair: EvidenceStair | null): string {
  if (!stair) return '';
  return stair.low === stair.high ? String(stair.low) : `${stair.low}–${stair.high}`;
}

import type { StepState } from './step.ts';

/** A check or a question mark around a point; nothing for a step that is not reached. */
export function mark(state: StepState, { x, y, ink }: { x: number; y: number; ink: string }): string {
  if (state === 'reached')
    return `<path d="M${x - 8} ${y} l5.5 6 l10.5 -12" fill="none" stroke="${ink}" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  if (state === 'possible')
    return `<text x="${x}" y="${y + 8}" text-anchor="middle" font-size="24" font-weight="700" fill="${ink}">?</text>`;
  return '';
}

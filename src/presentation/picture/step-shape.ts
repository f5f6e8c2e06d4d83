import type { DrawnStep, StepState } from './drawn-step.ts';
import { NOT_YET, POSSIBLE, REACHED } from './palette.ts';

/** A column with its number and its mark, told apart by pattern and mark as well as by colour. */
export function stepShape(step: DrawnStep): string {
  const { stair, state, x, y, width, height } = step;
  const { ink } = coloursOf(step);
  const middle = x + width / 2;
  const line = y + 29;
  const number = state === 'not-yet' ? middle : middle - 14;
  return [
    `<path d="${column({ x: x + 2, y, width: width - 4, height })}" ${paintOf(step)}/>`,
    state === 'possible'
      ? `<rect x="${middle - 30}" y="${y + 8}" width="60" height="27" rx="8" fill="${POSSIBLE.fill}"/>`
      : '',
    `<text x="${number}" y="${line}" text-anchor="middle" font-size="24" font-weight="700" fill="${ink}">${stair}</text>`,
    mark(state, { x: middle + 14, y: y + 21, ink }),
  ].join('');
}

/** How a step, or its sample in the legend, is filled and outlined. */
export function paintOf({ stair, state }: Pick<DrawnStep, 'stair' | 'state'>): string {
  if (state === 'reached') return `fill="${REACHED.fills[stair - 1]}"`;
  if (state === 'possible')
    return `fill="url(#hatch)" stroke="${POSSIBLE.edge}" stroke-width="2" stroke-dasharray="6 4"`;
  return `fill="${NOT_YET.fill}" stroke="${NOT_YET.edge}" stroke-width="1.5"`;
}

function coloursOf({ state }: DrawnStep) {
  return { reached: REACHED, possible: POSSIBLE, 'not-yet': NOT_YET }[state];
}

/** A check or a question mark around a point; nothing for a step that is not reached. */
function mark(state: StepState, { x, y, ink }: { x: number; y: number; ink: string }): string {
  if (state === 'reached')
    return `<path d="M${x - 8} ${y} l5.5 6 l10.5 -12" fill="none" stroke="${ink}" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  if (state === 'possible')
    return `<text x="${x}" y="${y + 8}" text-anchor="middle" font-size="24" font-weight="700" fill="${ink}">?</text>`;
  return '';
}

/** Rounded above, square on the ground. */
function column({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  const radius = 8;
  return `M${x} ${y + height} v${radius - height} q0 ${-radius} ${radius} ${-radius} h${width - 2 * radius} q${radius} 0 ${radius} ${radius} v${height - radius} z`;
}

import type { Interval } from '../../assessment/interval.ts';
import type { DrawnStep } from './drawn-step.ts';
import { escapeXml } from './escape-xml.ts';
import { INK } from './palette.ts';
import { hatching, panelSvg } from './panel-svg.ts';
import { stairLegend } from './stair-legend.ts';
import type { StairTexts } from './stair-texts.ts';
import { stepShape } from './step-shape.ts';

const WIDTH = 400;
const HEIGHT = 300;

const GROUND = 238;
const LEFT = 66;
const STEP_WIDTH = 78;
const STEP_RISE = 40;
const STAIRS = [1, 2, 3, 4];

/**
 * Four steps rising to the right: those reached filled and checked, those that unknown answers leave open hatched
 * and marked "?", the others empty. A flag stands where the answers surely lead. Legible at 360 px.
 */
export function stairSvg({ low, high }: Interval, texts: StairTexts): string {
  const steps = STAIRS.map(stair => stepAt(stair, { low, high }));
  const states = new Set(steps.map(({ state }) => state));
  return panelSvg({ width: WIDTH, height: HEIGHT, alt: texts.alt }, [
    hatching('hatch'),
    `<text x="24" y="40" font-size="16" font-weight="600" fill="${INK.quiet}">${escapeXml(texts.title)}</text>`,
    `<text x="24" y="72" font-size="28" font-weight="700" fill="${INK.strong}">${escapeXml(texts.headline)}</text>`,
    `<line x1="24" y1="${GROUND}" x2="${WIDTH - 24}" y2="${GROUND}" stroke="${INK.line}" stroke-width="2" stroke-linecap="round"/>`,
    ...steps.map(stepShape),
    flag(low),
    ...stairLegend(states, texts),
  ]);
}

function stepAt(stair: number, { low, high }: Interval): DrawnStep {
  const state = stair <= low ? 'reached' : stair <= high ? 'possible' : 'not-yet';
  const height = stair * STEP_RISE;
  return { stair, state, x: LEFT + (stair - 1) * STEP_WIDTH, y: GROUND - height, width: STEP_WIDTH, height };
}

/** On the ground before the first step when nothing is reached yet. */
function flag(low: number): string {
  const x = low === 0 ? 40 : LEFT + (low - 0.5) * STEP_WIDTH - 6;
  const y = GROUND - low * STEP_RISE;
  return `<g><line x1="${x}" y1="${y}" x2="${x}" y2="${y - 38}" stroke="${INK.strong}" stroke-width="3" stroke-linecap="round"/><path d="M${x + 1.5} ${y - 37} l20 7 l-20 7 z" fill="${INK.flag}" stroke="${INK.strong}" stroke-width="1.5" stroke-linejoin="round"/></g>`;
}

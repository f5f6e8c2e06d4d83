import type { StepState } from './drawn-step.ts';
import { escapeXml } from './escape-xml.ts';
import { INK, POSSIBLE, REACHED } from './palette.ts';
import type { StairTexts } from './stair-texts.ts';
import { paintOf } from './step-shape.ts';

const TOP = 256;
const SIZE = 22;
const BETWEEN = 125;

/** Names the states that the picture shows. */
export function stairLegend(states: ReadonlySet<StepState>, texts: StairTexts): string[] {
  const entries = [
    { state: 'reached', text: texts.reached },
    { state: 'possible', text: texts.possible },
    { state: 'not-yet', text: texts.notYet },
  ] as const;
  return entries.filter(({ state }) => states.has(state)).map(entry);
}

function entry({ state, text }: { state: StepState; text: string }, index: number): string {
  const x = 24 + index * BETWEEN;
  return [
    `<rect x="${x}" y="${TOP}" width="${SIZE}" height="${SIZE}" rx="5" ${paintOf({ stair: 2, state })}/>`,
    sampleMark(state, x),
    `<text x="${x + SIZE + 7}" y="${TOP + 16.5}" font-size="16" fill="${INK.strong}">${escapeXml(text)}</text>`,
  ].join('');
}

function sampleMark(state: StepState, x: number): string {
  if (state === 'reached')
    return `<path d="M${x + 5} ${TOP + 11.5} l4 4.5 l8 -9" fill="none" stroke="${REACHED.ink}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  if (state === 'possible')
    return `<circle cx="${x + 11}" cy="${TOP + 11}" r="8" fill="${POSSIBLE.fill}"/><text x="${x + 11}" y="${TOP + 16.5}" text-anchor="middle" font-size="16" font-weight="700" fill="${POSSIBLE.ink}">?</text>`;
  return '';
}

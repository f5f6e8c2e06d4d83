/** Pictures on a printer without colours, and before eyes that see none: what differs in colour differs in form as well. */
import { describe, expect, it } from 'vitest';
import { matrixSides } from '../../src/assessment/scoring/matrix/matrix-rules.ts';
import type { StepState } from '../../src/presentation/picture/drawn-step.ts';
import { matrixSvg } from '../../src/presentation/picture/matrix-svg.ts';
import { matrixTexts } from '../../src/presentation/picture/matrix-texts.ts';
import { POSSIBLE, REACHED } from '../../src/presentation/picture/palette.ts';
import { radarSvg } from '../../src/presentation/picture/radar-svg.ts';
import { radarTexts } from '../../src/presentation/picture/radar-texts.ts';
import { stepShape } from '../../src/presentation/picture/step-shape.ts';
import { trendSvg } from '../../src/presentation/picture/trend-svg.ts';
import { trendTexts } from '../../src/presentation/picture/trend-texts.ts';
import { content, shipped } from '../support/content.ts';
import { greyOf } from './grey.ts';

const t = content.translate('fi');
/** All colours made one: what is still told apart is so by its form. */
const withoutColours = (svg: string) => svg.replaceAll(/#[0-9a-f]{6}/g, '#000000');

describe('without colours', () => {
  it('the states of a step are told apart by mark and edge', () => {
    const states: readonly StepState[] = ['reached', 'possible', 'not-yet'];
    const at = { stair: 2, x: 10, y: 20, width: 78, height: 80 };
    const marks = states.map(state => withoutColours(stepShape({ ...at, state })).replaceAll(/[\d.]+/g, ''));
    expect(new Set(marks).size).toBe(3);
    expect(marks[1]).toContain('stroke-dasharray');
    expect(marks[1]).toContain('>?</text>');
  });

  it('what is reached, open and aimed at in a radar is full, hatched with a dashed edge, and a square', () => {
    const axes = [1, 2, 3].map(level => ({ name: `N${level}`, low: level, high: level + 1, target: 5 }));
    const svg = withoutColours(radarSvg({ of: 5, axes }, radarTexts(t, 'profile', axes), 'page'));
    expect(svg).toMatch(/<polygon [^>]*fill="url\(#open\)"[^>]*stroke-dasharray/);
    expect(svg.match(/<rect [^>]*rotate\(45/g)).toHaveLength(axes.length + 1);
  });

  it('what is open in a trend is hatched, in the picture and in its legend', () => {
    const points = [1, 2].map(low => ({ day: `202${low}-11-01`, low, high: low + 1 }));
    const svg = withoutColours(trendSvg({ of: 4, points }, trendTexts(t, 'fi', points)));
    expect(svg.match(/<rect [^>]*fill="url\(#open\)"[^>]*stroke-dasharray/g)).toHaveLength(3);
  });

  it('cells of a matrix are darker the more they count', () => {
    const sides = matrixSides(shipped('factors'));
    if (!sides) throw new Error('the change factors have no matrix');
    const svg = matrixSvg([{ impact: 1, urgency: 1 }], matrixTexts(t, sides, [{ impact: 1, urgency: 1 }]));
    const fills = new Set([...svg.matchAll(/rx="7" fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill ?? ''));
    const greys = [...fills].map(greyOf).toSorted((one, other) => other - one);
    expect(greys).toHaveLength(4);
    for (const [at, grey] of greys.slice(1).entries()) expect((greys[at] ?? 0) - grey).toBeGreaterThan(0.07);
  });

  it('stripes stand out from their ground, and what is reached from what is open', () => {
    expect(greyOf(POSSIBLE.fill) - greyOf(POSSIBLE.stripe)).toBeGreaterThan(0.12);
    for (const fill of REACHED.fills) expect(greyOf(POSSIBLE.stripe) - greyOf(fill)).toBeGreaterThan(0.3);
  });
});

import type { Answers } from '../../assessment/answers.ts';
import { SPOKES } from '../picture/radar-picture-path.ts';
import type { Voice } from '../voice.ts';
import { chainFigure } from './chain-figure.ts';
import type { DrawnSection } from './drawn-section.ts';
import { heatFigure } from './heat-figure.ts';
import { matrixFigure } from './matrix.ts';
import { profileFigure } from './profile-figure.ts';
import type { SectionFigure } from './section-figure.ts';
import { stairFigure } from './stair-figure.ts';
import { trendFigure } from './trend-figure.ts';

/**
 * The picture of a section with its table; undefined for one that has none. A new picture is added here, and every
 * file that shows pictures has it. `answers`: what was answered, where that is known; a shared result has none.
 */
export function figureOf(voice: Voice, drawn: DrawnSection, answers?: Answers): SectionFigure | undefined {
  const { section } = drawn;
  if (section.kind === 'standing') return stairFigure(voice, { ...drawn, section }, answers);
  if (section.kind === 'told' && section.as === 'chain') return chainFigure(voice, { ...drawn, section });
  if (section.kind === 'trend') return trendFigure(voice, section);
  if (section.kind === 'heat') return heatFigure(voice, { ...drawn, section });
  if (section.kind === 'matrix') return matrixFigure(voice, { ...drawn, section });
  return section.kind === 'profile' && section.axes.length >= SPOKES.fewest
    ? profileFigure(voice, { ...drawn, section })
    : undefined;
}

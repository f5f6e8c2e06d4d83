import type { MatrixSide, MatrixSides } from '../../assessment/scoring/matrix/matrix-rules.ts';
import type { Translate } from '../../conversation/translate.ts';
import { lower } from '../dialog-texts.ts';
import type { MatrixSpot } from './matrix-picture-path.ts';

/** The words of the picture, in one language. */
export interface MatrixTexts {
  readonly title: string;
  readonly impact: MatrixSide;
  readonly urgency: MatrixSide;
  /** What the steps of both sides mean, a line each. */
  readonly scales: readonly string[];
  /** The whole picture in words. */
  readonly alt: string;
}

/** The words of one picture; `sides` are text keys, each option from the greatest to the least. */
export function matrixTexts(t: Translate, sides: MatrixSides, spots: readonly MatrixSpot[]): MatrixTexts {
  const [impact, urgency] = [inWords(t, sides.impact), inWords(t, sides.urgency)];
  const told = spots.map((spot, at) =>
    t('bot:matrix.alt-spot', {
      number: at + 1,
      impact: lower(labelOf(impact, spot.impact)),
      urgency: lower(labelOf(urgency, spot.urgency)),
    }),
  );
  const names = { impact: impact.title, urgency: urgency.title };
  return {
    title: t('bot:matrix.title', { ...names, urgency: lower(names.urgency) }),
    impact,
    urgency,
    scales: [impact, urgency].map(({ title, options }) =>
      t('bot:matrix.scale', {
        side: title,
        least: lower(options.at(-1) ?? ''),
        most: lower(options[0] ?? ''),
        of: options.length,
      }),
    ),
    alt: t('bot:matrix.alt', { ...names, spots: told.join('; ') }),
  };
}

/** What a step of a side is called; 1 is the least. */
export function labelOf({ options }: MatrixSide, step: number): string {
  return options[options.length - step] ?? String(step);
}

function inWords(t: Translate, { title, options }: MatrixSide): MatrixSide {
  return { title: t(title), options: options.map(option => t(option)) };
}

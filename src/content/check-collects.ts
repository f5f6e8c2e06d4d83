import { type Instrument, optionsOf } from '../assessment/instrument.ts';
import { findInput } from '../assessment/places.ts';
import { repeated } from '../assessment/repeated.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import type { Found } from './problem.ts';

/** Whether what is collected of many people's answers is asked, and can be counted as written. */
export function checkCollects(instrument: Instrument): Found[] {
  const { collects } = instrument;
  if (!collects) return [];
  const { by, figures, shown } = collects;
  const ids = figures.map(({ id }) => id);
  const unknown = Object.entries(shown).flatMap(([dialog, beside]) =>
    Object.keys(beside)
      .filter(figure => !ids.includes(figure))
      .map(figure => ({
        path: `collects.shown.${dialog}.${figure}`,
        problem: `there is no figure ${figure}${insteadOf(figure, ids)}`,
      })),
  );
  return [
    ...(findInput(instrument, by)?.type === 'register'
      ? []
      : [
          {
            path: 'collects.by',
            problem: 'name a field that asks a register: it says whose figures they are',
          },
        ]),
    ...repeated(ids).map(id => ({ path: `collects.${id}`, problem: 'this id is used more than once' })),
    ...figures.flatMap(figure => checkFigure(instrument, figure)),
    ...unknown,
  ];
}

type Figure = NonNullable<Instrument['collects']>['figures'][number];

/** Only choices of a list that content has approved: nobody's own words are ever put together. */
function checkFigure(instrument: Instrument, { id, input: asked, of, counts = [] }: Figure): Found[] {
  const path = `collects.${id}`;
  const input = findInput(instrument, asked);
  if (input?.type !== 'choice') return [{ path, problem: `${asked} is no choice that a step asks` }];
  const options = optionsOf(instrument, input);
  return [
    ...of
      .filter(option => !options.includes(option))
      .map(option => ({
        path,
        problem: `${asked} is never answered with ${option}${insteadOf(option, options)}`,
      })),
    ...counts
      .filter(option => !of.includes(option))
      .map(option => ({ path, problem: `${option} is counted, and is not among "of"` })),
  ];
}

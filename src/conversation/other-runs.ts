import type { Instrument } from '../assessment/instrument.ts';
import { findInput } from '../assessment/places.ts';
import type { Given, Seen } from '../assessment/scoring/port.ts';
import type { Run } from './session.ts';

/** The answers whose inputs the figures of an instrument stand for, of the runs that somebody has. */
export function besideOf(
  runs: readonly Run[],
  { standsFor }: Pick<Instrument, 'standsFor'>,
  find: (dialog: string, version: string) => Instrument | undefined,
): Given['beside'] {
  const inputs = Object.values(standsFor);
  if (inputs.length === 0) return undefined;
  for (const { dialog, version, answers } of runs) {
    const other = find(dialog, version);
    if (other && inputs.every(id => findInput(other, id))) return { instrument: other, answers };
  }
  return undefined;
}

/** The answers to the instruments that one looks at, of the runs that somebody has. */
export function seenIn(
  runs: readonly Run[],
  { looksAt }: Pick<Instrument, 'looksAt'>,
  find: (dialog: string, version: string) => Instrument | undefined,
): readonly Seen[] {
  return runs.flatMap(({ dialog, version, answers }) => {
    const instrument = looksAt.includes(dialog) ? find(dialog, version) : undefined;
    return instrument ? [{ instrument, answers }] : [];
  });
}

import type { Instrument } from '../../assessment/instrument.ts';
import type { Outcome } from '../../assessment/outcome.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../dialog-texts.ts';
import type { Voice } from '../voice.ts';

/**
 * The unit that a whole profile is of ("Sivistyspalvelut"), where it is of one alone: of several a line of its own tells
 * them, and each has a chapter under its name.
 */
export function judgedUnit(
  voice: Voice,
  instrument: Instrument,
  { sections }: Pick<Outcome, 'sections'>,
): string | undefined {
  const chapter = sections.findIndex(({ kind }) => kind === 'chapter');
  const whole = chapter === -1 ? sections : sections.slice(0, chapter);
  const profile = whole.find((one): one is SectionOf<'profile'> => one.kind === 'profile');
  return profile?.unit && itemName(voice, instrument, profile.unit);
}

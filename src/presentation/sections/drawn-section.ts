import type { Instrument } from '../../assessment/instrument.ts';
import type { Section } from '../../assessment/sections/section.ts';

/** A section with the instrument whose words it is drawn in. */
export interface DrawnSection<S extends Section = Section> {
  readonly instrument: Instrument;
  readonly section: S;
  /** Why things were said not to apply, by answer key. */
  readonly reasons?: Readonly<Record<string, string>>;
}

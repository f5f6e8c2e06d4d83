import type { FieldOf } from '../assessment/field.ts';
import type { RunScene } from './context.ts';

/** The option of a field that counts in full: yes, in use. */
export function bestOption({ instrument }: RunScene, input: FieldOf<'choice'>): string | undefined {
  const options = instrument.scales[input.scale]?.options ?? {};
  return Object.keys(options).find(option => options[option] === 1);
}

import { cardSteps, type Instrument, inputsOf } from './instrument.ts';

/** A rule or question of the service's own rests on no source. */
const OWN = 'own';

/** The sources that an instrument and its questions rest on, each once; their texts are `sources:<id>`. */
export function sourcesOf(instrument: Instrument): readonly string[] {
  const asked = cardSteps(instrument).flatMap(({ step }) => inputsOf(step).map(({ source }) => source));
  return [...new Set([instrument.source, ...asked])].filter(id => id !== undefined).filter(id => id !== OWN);
}

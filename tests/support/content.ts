import { type Instrument, isFrame } from '../../src/assessment/instrument.ts';
import { loadContent } from '../../src/content/load-content.ts';

/** The shipped content, read once for all tests of a file. */
export const content = loadContent();

/** A shipped instrument; a test that asks for one that is not shipped fails at once. */
export function shipped(dialog: string): Instrument {
  const instrument = content.current(dialog);
  if (!instrument) throw new Error(`dialogs/ ships no ${dialog}`);
  return instrument;
}

/** How many questions the quick check asks of everybody: one that is added to it breaks no other test. */
export const QUESTIONS = shipped('quick-check').steps.filter(
  step => !step.when && (step.type === 'each' || !isFrame(step)),
).length;

/**
 * What tests of the engine stand on. A version stays as it is, archived once a newer one is in force: changing or adding
 * a shipped question breaks tests of content alone.
 */
const STOOD_ON: Readonly<Record<string, string>> = {
  'quick-check': '2.0.0',
  workbook: '1.0.0',
  'resident-survey': '1.0.0',
  experiment: '1.0.0',
  profile: '1.0.0',
  factors: '1.0.0',
  targets: '1.0.0',
};

/** The version of a shipped instrument that tests of the engine stand on, whatever is in force. */
export function stoodOn(dialog: string): Instrument {
  const instrument = content.instrument(dialog, STOOD_ON[dialog] ?? '');
  if (!instrument) throw new Error(`dialogs/ keeps no ${dialog} ${STOOD_ON[dialog]}`);
  return instrument;
}

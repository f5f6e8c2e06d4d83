import type { Answers } from '../../src/assessment/answers.ts';
import type { Instrument } from '../../src/assessment/instrument.ts';
import type { RunScene } from '../../src/conversation/context.ts';
import { createNaming } from '../../src/conversation/naming/naming.ts';
import { newSession } from '../../src/conversation/session.ts';
import { small } from '../assessment/small-instrument.ts';
import { realContext } from '../support/real-context.ts';

/** Labels of the small instrument, which otherwise has no texts. */
const TEXTS: Readonly<Record<string, string>> = {
  'scales.colour.red': 'Punainen',
  'scales.colour.blue': 'Sininen',
  'scales.colour.other': 'Jokin muu',
};

/** A run of an instrument with these answers, at 28 November 2026. */
export function sceneOf(answers: Answers = {}, instrument: Instrument = small): RunScene {
  const { id: dialog, version } = instrument;
  const naming = createNaming({ instrument, words: () => undefined, text: (_, key) => TEXTS[key] }, 'fi');
  return {
    context: { ...realContext, naming: () => naming },
    session: newSession('fi'),
    now: Date.UTC(2026, 10, 28),
    instrument,
    run: {
      ...{ dialog, version, startedAt: 0, stage: 'asking', answers },
      ...{ passed: [], reasons: {}, notes: {}, colleague: [] },
    },
  };
}

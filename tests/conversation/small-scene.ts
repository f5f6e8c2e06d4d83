import type { Answers } from '../../src/assessment/answers.ts';
import type { Card } from '../../src/assessment/card.ts';
import { cardByKey } from '../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import type { RunScene, Turn } from '../../src/conversation/context.ts';
import { createNaming } from '../../src/conversation/naming/naming.ts';
import { newSession, type Run } from '../../src/conversation/session.ts';
import { small } from '../assessment/small-instrument.ts';
import { realContext } from '../support/real-context.ts';

/** Labels of the small instrument, which otherwise has no texts. */
const TEXTS: Readonly<Record<string, string>> = {
  'scales.colour.red': 'Punainen',
  'scales.colour.blue': 'Sininen',
  'scales.colour.other': 'Jokin muu',
};

/** The kitchen was chosen, and its pan is in use. */
export const KITCHEN: Answers = { 'rooms-chosen': ['kitchen'], 'kitchen.pan.status': 'in-use' };

/** The small instrument without a summary before its result. */
export const byResult: Instrument = instrumentSchema.parse({ ...small, review: 'result' });

/** The replies of a turn, each in a word or two: `stale`, `question colour`, `answered colour skipped`. */
export function repliesIn({ replies }: Turn): string[] {
  return replies.map(reply => {
    if (reply.kind === 'notice') return reply.notice;
    const skipped = reply.kind === 'answered' && reply.skipped ? ' skipped' : '';
    return 'step' in reply ? `${reply.kind} ${reply.step}${skipped}` : reply.kind;
  });
}

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

export interface Open {
  /** The card that is asked. */
  readonly step?: string;
  readonly run?: Partial<Run>;
  readonly instrument?: Instrument;
}

/** The same run in hand in its conversation, with a card of it asked under the nonce 7. */
export function sceneAt(answers: Answers, { step, run = {}, instrument = small }: Open = {}): RunScene {
  const scene = sceneOf(answers, instrument);
  const now = { ...scene.run, ...run };
  const pending = step === undefined ? undefined : ({ kind: 'step', step, nonce: '7' } as const);
  const session = { ...scene.session, active: 'small', runs: { small: now }, pending };
  return { ...scene, run: now, session };
}

/** A card by its key, whether or not it can be answered now. */
export function cardIn(key: string, answers: Answers = {}, instrument: Instrument = small): Card {
  const card = cardByKey(instrument, answers, key);
  if (!card) throw new Error(`there is no card ${key}`);
  return card;
}

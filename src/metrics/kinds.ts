/** What is measured, by the names that monitoring knows. Labels are names of ours: no person's data can get into one. */

/** Things that are counted, from the first process of a store on. */
export const SUMS = {
  events: {
    help: 'What happened in conversations: started, asked, answered, reprompted, finished, shared, contact, feedback-up, feedback-down.',
    labels: ['event', 'step'],
  },
  turns: {
    help: 'Messages and presses by what became of them: applied, repeated (delivered twice), busy, unavailable (the store), failed.',
    labels: ['channel', 'outcome'],
  },
  conflicts: {
    help: 'Commits that came after another process had saved the same conversation; the turn is run again.',
    labels: [],
  },
  'store-failures': { help: 'Calls to the store that had no answer in time.', labels: ['operation'] },
} as const satisfies Kinds;

/** Things whose duration is measured, in seconds. */
export const TIMINGS = {
  turn: { help: 'From a message or press to its saved replies, waiting included.', labels: ['channel'] },
  store: { help: 'Calls to the store.', labels: ['operation'] },
} as const satisfies Kinds;

/** Things as they are at this moment. */
export const LEVELS = {
  processes: { help: 'Processes that serve from this store now.', labels: [] },
  sockets: { help: 'Open sockets of the web chat, in all processes.', labels: [] },
  'store-up': { help: 'Whether the store answers: 1, or 0 with nothing else told.', labels: [] },
  'oldest-unsent-seconds': {
    help: 'How long the reply that waits longest for its channel (Teams) has waited; 0 with none.',
    labels: [],
  },
  'steps-left-open': {
    help: 'How often a step was asked and not answered: where people stop, and those who are at it now.',
    labels: ['step'],
  },
} as const satisfies Kinds;

/** Upper bounds of a timing, in seconds: from a local Redis to the two seconds after which a call counts as failed. */
export const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2] as const;

export type Sum = keyof typeof SUMS;
export type Timing = keyof typeof TIMINGS;
export type Level = keyof typeof LEVELS;

export interface Kind {
  readonly help: string;
  readonly labels: readonly string[];
}

type Kinds = Readonly<Record<string, Kind>>;

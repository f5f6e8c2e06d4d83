/** How long and how much: `--quick` is for looking, the other for the record. */
export interface Effort {
  readonly rounds: number;
  /** Rounds of the talks that are compared with an earlier revision's. */
  readonly talkRounds: number;
  readonly people: number;
  readonly firstMs: number;
  readonly warmMs: number;
  readonly measureMs: number;
  /** Sessions stored for the row about scale, beside the thousand it is compared with. */
  readonly storedSessions: number;
  readonly idleSockets: number;
  readonly coldStarts: number;
  /** Quick checks whose keys are weighed. */
  readonly weighed: number;
  /** Transcripts that are downloaded one after the other. */
  readonly transcripts: number;
}

export const FULL: Effort = {
  rounds: 3,
  talkRounds: 5,
  people: 64,
  firstMs: 8000,
  warmMs: 1000,
  measureMs: 5000,
  storedSessions: 1_000_000,
  idleSockets: 5000,
  coldStarts: 7,
  weighed: 200,
  transcripts: 150,
};

export const QUICK: Effort = {
  rounds: 2,
  talkRounds: 3,
  people: 64,
  firstMs: 1200,
  warmMs: 200,
  measureMs: 1000,
  storedSessions: 100_000,
  idleSockets: 1000,
  coldStarts: 3,
  weighed: 50,
  transcripts: 150,
};

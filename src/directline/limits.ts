/** How much one caller may ask for. Every count is of this process; memory for counting is bounded too. */
export interface Limits {
  /** New conversations one address may begin in an hour. Offices and libraries share an address. */
  readonly conversationsPerHour: number;
  /**
   * Answers that one address may add to a survey in a day. Published figures move in steps of ten answers: eight from one
   * address cannot move one alone, and are enough for an afternoon at a library's terminal.
   */
  readonly contributionsPerDay: number;
  /** Municipalities whose figures one address may share in a day. */
  readonly sharesPerDay: number;
  /** Codes of kept results that one address may try in an hour. Offices share an address. */
  readonly guessesPerHour: number;
  /** Activities one conversation may send in a minute. */
  readonly activitiesPerMinute: number;
  /** Reads (polling, reconnecting, refreshing a token) of one conversation in a minute. */
  readonly readsPerMinute: number;
  /** Open sockets; of one conversation the oldest is closed for a new one. */
  readonly socketsPerConversation: number;
  readonly socketsPerAddress: number;
  readonly sockets: number;
  /** Addresses or conversations counted at a time; the one that called longest ago is forgotten first. */
  readonly counted: number;
  /** Characters of a message's text. */
  readonly textLength: number;
  /** Bytes of a button's or a form's value as JSON. */
  readonly valueBytes: number;
  /** How often an open socket is looked after, in milliseconds. */
  readonly beatMs: number;
  /** How long a reader may take to receive one set of activities, in milliseconds. */
  readonly drainMs: number;
  /** Frames a client may send between two beats. */
  readonly framesPerBeat: number;
}

export const DEFAULT_LIMITS: Limits = {
  conversationsPerHour: 600,
  contributionsPerDay: 8,
  sharesPerDay: 4,
  guessesPerHour: 30,
  activitiesPerMinute: 120,
  readsPerMinute: 600,
  socketsPerConversation: 6,
  socketsPerAddress: 200,
  sockets: 5000,
  counted: 50_000,
  textLength: 4000,
  valueBytes: 8192,
  beatMs: 15_000,
  drainMs: 45_000,
  framesPerBeat: 100,
};

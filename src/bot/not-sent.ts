import type { SendOutcome } from './connector.ts';

/** Thrown to whoever sends through a context: the activity did not leave, and whether it still may. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
  readonly outcome: Exclude<SendOutcome, { kind: 'sent' }>;

  constructor(outcome: Exclude<SendOutcome, { kind: 'sent' }>) {
    super(outcome.code);
    this.outcome = outcome;
  }
}

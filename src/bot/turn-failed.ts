import type { OutgoingActivity } from '../presentation/activity.ts';

/** A turn that saved nothing: `apology` tells the person so, once and without a promise. */
export class TurnFailed extends Error {
  override readonly name = 'TurnFailed';
  readonly apology: readonly OutgoingActivity[];

  constructor(code: string, apology: readonly OutgoingActivity[]) {
    super(code);
    this.apology = apology;
  }
}

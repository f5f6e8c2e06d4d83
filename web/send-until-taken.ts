import type { Activity } from './activity.ts';
import type { Line } from './line.ts';
import type { Patience } from './patience.ts';
import { downBy, type Health } from './stay-connected.ts';

export interface SendOptions {
  readonly line: Line;
  readonly patience: Patience;
  readonly onHealth: (health: Health) => void;
}

/** With the waits between, some five minutes: a message counts as unsent after that. */
const TRIES = 25;

/**
 * Sends an activity again, unchanged, until the server takes it. Sending twice does no harm: its
 * `clientActivityID` stays the same. Throws what the last try threw.
 */
export async function sendUntilTaken(activity: Activity, options: SendOptions): Promise<string> {
  const { line, patience, onHealth } = options;
  for (let tries = 1; ; tries += 1) {
    try {
      return await line.send(activity);
    } catch (problem) {
      const down = downBy(problem);
      if (!mayPass(down.status) || tries >= TRIES) throw problem;
      onHealth(down);
      await patience.wait(tries);
    }
  }
}

/** No answer, an old grant (renewed by the next try), others at the same time, or trouble on the server's side. */
function mayPass(status: number | undefined): boolean {
  return status === undefined || [401, 403, 404, 408, 409, 429].includes(status) || status >= 500;
}

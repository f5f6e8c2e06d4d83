/** Sends cases to a server and watches it: no failure of ours, no word to anybody of what another has said. */
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { anyCase, type Case } from './cases.ts';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export type Send = (one: Case) => Promise<Answered>;

export interface Watch {
  readonly send: Send;
  /** What the victim has said: nobody else is ever to be told. */
  readonly secret: string;
  /** Everything in the victim's conversation. */
  readonly victim: () => Promise<string>;
}

export interface Report {
  readonly cases: number;
  /** Status → answers. */
  readonly statuses: Readonly<Record<number, number>>;
  /** What went wrong, with the case as JSON: at most a few of each kind. */
  readonly problems: readonly string[];
}

/** Answers of a server that is well: refusals are fine, failures are not. */
const FINE = new Set([200, 201, 204, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 501]);
const AT_ONCE = 16;
const PATIENCE_MS = 20_000;
/**
 * An answer of 503 says that it may be tried again: on a busy machine a turn may be late. So may a call be that met a
 * kept connection at the moment when its time was over. The same case has to be answered in the end.
 */
const AGAIN = new Set([0, 503]);
const TRIES = 5;
const PAUSE_MS = 400;

/** The same cases for the same seed. */
export async function bombard(
  { send, secret, victim }: Watch,
  { seed, count, serviceUrl }: { seed: number; count: number; serviceUrl: string },
): Promise<Report> {
  const before = await victim();
  const cases = fc.sample(anyCase(serviceUrl), { seed, numRuns: count });
  const statuses: Record<number, number> = {};
  const problems: string[] = [];
  let next = 0;
  const sender = async () => {
    for (let one = cases[next++]; one && problems.length < 5; one = cases[next++]) {
      const { status, body } = await insist(() => answered(send, one));
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (!FINE.has(status)) problems.push(`${status} ${body} to ${JSON.stringify(one)}`);
      if (body.includes(secret)) problems.push(`the victim's words to ${JSON.stringify(one)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  if ((await victim()) !== before) problems.push('the victim’s conversation is another than before');
  if ('do' in Object.prototype || 'polluted' in {}) problems.push('objects have been given something');
  return { cases: count, statuses, problems };
}

async function insist(send: () => Promise<Answered>, tries = TRIES): Promise<Answered> {
  const answer = await send();
  if (!AGAIN.has(answer.status) || tries === 1) return answer;
  await setTimeout(PAUSE_MS);
  return insist(send, tries - 1);
}

/** 0: no answer came. */
async function answered(send: Send, one: Case): Promise<Answered> {
  const limit = new Promise<Answered>(resolve => {
    globalThis.setTimeout(() => resolve({ status: 0, body: 'no answer' }), PATIENCE_MS).unref();
  });
  return Promise.race([send(one), limit]).catch(error => ({ status: 0, body: String(error) }));
}

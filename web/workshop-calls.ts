import type {
  WorkshopDeed,
  WorkshopDone,
  WorkshopShown,
} from '../src/presentation/workshop/workshop-shown.ts';
import { field } from './activity.ts';
import { Refused } from './grant.ts';
import { timeLimit } from './line.ts';

export interface WorkshopCalls {
  readonly load: () => Promise<WorkshopShown>;
  readonly act: (deed: WorkshopDeed) => Promise<WorkshopDone>;
}

export interface WorkshopCallsOptions {
  readonly fetch: typeof fetch;
  readonly locale: () => string;
  /** What opens the workshop: its id, with the secret behind a point for who leads it. */
  readonly key: () => string;
}

/** The server's side of the page. All calls throw Refused with its status, or another error when no answer came. */
export function createWorkshopCalls({ fetch, locale, key }: WorkshopCallsOptions): WorkshopCalls {
  const call = async (body?: object): Promise<unknown> => {
    const response = await fetch(`/api/workshop?lang=${locale()}`, {
      headers: { authorization: `Bearer ${key()}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      ...timeLimit(),
    });
    if (!response.ok) throw new Refused(response.status);
    return response.json();
  };
  return {
    load: async () => {
      const done = await call();
      if (!isDone(done)) throw new Error('The server gave no workshop');
      return done.workshop;
    },
    act: async deed => {
      const done = await call(deed);
      if (!isDone(done)) throw new Error('The server gave no workshop');
      return done;
    },
  };
}

/** Same build, same origin: what comes has the shape that this script was built with. */
function isDone(body: unknown): body is WorkshopDone {
  return field(body, 'workshop') !== undefined;
}

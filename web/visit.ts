import type { Resumption } from './grant.ts';
import type { Memory } from './memory.ts';

/**
 * `new`: nothing to come back to. `returning`: there is, but perhaps somebody else's (a library's computer), so it is
 * asked. `going-on`: this very tab was in the conversation (reload, next page), or another one still is.
 */
export type VisitKind = 'new' | 'returning' | 'going-on';

/** An open tab writes this often that it is there; one in the background is held back to once a minute. */
const BEAT_MS = 5_000;
const BEATS_LAST_MS = 70_000;

export interface Memories {
  /** Of the browser, for good. */
  readonly browser: Memory;
  /** Of this tab, over reloads. */
  readonly tab: Memory;
}

export function visitKind({ browser, tab }: Memories, now: number): VisitKind {
  if (browser.read('resume') === undefined) return 'new';
  if (tab.read('here') !== undefined) return 'going-on';
  const beat = Number(browser.read('beat') ?? 0);
  return now - beat < BEATS_LAST_MS ? 'going-on' : 'returning';
}

/** A person's way back into the conversation. It is kept from their first word on: who only looks has nothing to come back to. */
export interface Visit extends Resumption {
  /** The person takes part from now on. */
  readonly takePart: () => void;
  /** The next visit begins anew. */
  readonly forget: () => void;
  /** This tab is gone or asleep: it no longer speaks for the person. */
  readonly leave: () => void;
}

export function createVisit({ browser, tab }: Memories): Visit {
  let held: string | undefined;
  let left: string | undefined;
  let taking: 'part' | undefined;
  const beat = () => browser.write('beat', String(Date.now()));
  const keep = () => {
    if (held !== undefined) browser.write('resume', held);
    tab.write('here', '1');
    beat();
  };
  setInterval(() => taking && beat(), BEAT_MS);
  return {
    resume: () => held ?? browser.read('resume'),
    left: () => left,
    hold: resume => {
      held = resume;
      left = undefined;
      if (taking) keep();
    },
    takePart: () => {
      taking = 'part';
      keep();
    },
    forget: () => {
      left = held ?? browser.read('resume');
      held = undefined;
      taking = undefined;
      for (const name of ['resume', 'beat']) browser.remove(name);
      // What was meant for the conversation that is left must not come into the next one.
      for (const name of ['here', 'grid']) tab.remove(name);
    },
    leave: () => browser.remove('beat'),
  };
}

/** What is known of municipalities' services: kept in the store with its age, asked anew when it is old, one at a time. */
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { Instrument } from '../assessment/instrument.ts';
import type { Register } from '../assessment/register.ts';
import { type Found, foundSchema } from '../conversation/prefilling/found.ts';
import type { Look, LookedFor } from '../conversation/prefilling/source.ts';
import type { Store } from '../store/port.ts';
import type { JobOutcome } from '../threads/job-outcome.ts';
import type { CatalogueDone, CatalogueJob } from './catalogue-job.ts';
import { fetchMunicipality } from './fetch-municipality.ts';
import type { MatchWords } from './match-words.ts';
import type { PageOf, ReadPage } from './read-page.ts';
import type { AskProblem, RegisterClient } from './register-client.ts';

/** An instrument that can be filled, and the words of its items. */
export interface Fillable {
  readonly instrument: Instrument;
  readonly words: MatchWords;
}

export interface LookupOptions {
  readonly client: RegisterClient;
  readonly store: Pick<Store, 'collect' | 'gather'>;
  /** Does jobs off the event loop. */
  readonly work: (job: CatalogueJob) => Promise<JobOutcome<CatalogueDone>>;
  readonly fillable: (dialog: string) => Fillable | undefined;
  readonly municipalities: Register;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The calendar day of a moment, `2026-11-28`. */
  readonly dayOf: (at: number) => string;
  /** Told why nothing came: a code, and which municipality. */
  readonly onProblem: (why: AskProblem | 'unavailable', municipality: string) => void;
}

export interface Lookups {
  /** What is known now. What is not, or is a day old, is begun to be asked. */
  look(what: LookedFor): Promise<Look>;
  /** What was found at most a week ago; nobody is asked. */
  kept(what: LookedFor): Promise<Found | undefined>;
  /** Resolves when what is being asked of a municipality is there, or has been given up. Never rejects. */
  ready(what: LookedFor): Promise<void>;
}

/** Channels change by the week: what is a day old is asked anew, and is good for a week where nobody answers. */
const FRESH_MS = 24 * 3_600_000;
const KEPT_MS = 7 * FRESH_MS;
/** How long it is remembered that nothing came: whoever waited is told, whoever tries again asks anew. */
const FAILED_MS = 10_000;

const keptSchema = z.object({ at: z.number(), found: foundSchema });

export function createLookups(options: LookupOptions): Lookups {
  const underWay = new Map<string, Promise<void>>();
  const failed = new LRUCache<string, { why: LookFailure; at: number }>({ max: 500 });
  const parts = { ...options, failed };
  return {
    async look(what) {
      const name = nameOf(what);
      const kept = await keptOf(options, what);
      if (kept && options.now() - kept.at < FRESH_MS) return { kind: 'found', found: kept.found };
      const failure = failed.get(name);
      if (failure && !underWay.has(name) && options.now() - failure.at < FAILED_MS)
        return kept ? { kind: 'found', found: kept.found } : { kind: 'failed', why: failure.why };
      if (!underWay.has(name))
        underWay.set(
          name,
          fetchAndKeep(parts, what).finally(() => underWay.delete(name)),
        );
      return { kind: 'fetching' };
    },
    kept: async what => (await keptOf(options, what))?.found,
    ready: async what => underWay.get(nameOf(what)),
  };
}

type LookFailure = Extract<Look, { kind: 'failed' }>['why'];

interface Parts extends LookupOptions {
  readonly failed: LRUCache<string, { why: LookFailure; at: number }>;
}

function nameOf({ dialog, municipality }: LookedFor): string {
  return `palvelutietovaranto ${dialog} ${municipality}`;
}

async function keptOf({ store, fillable }: LookupOptions, what: LookedFor) {
  const value = (await store.gather(nameOf(what))).get(MEMBER);
  const { data } = keptSchema.safeParse(value === undefined ? undefined : JSON.parse(value));
  // What was matched to another version's items is asked anew.
  return data?.found.version === fillable(what.dialog)?.instrument.version ? data : undefined;
}

const MEMBER = 'found';

/** Never rejects: what goes wrong is remembered for a moment. */
async function fetchAndKeep(parts: Parts, what: LookedFor): Promise<void> {
  const { store, now, failed, onProblem } = parts;
  try {
    const found = await fetchFound(parts, what);
    if (found.kind === 'failed') {
      onProblem(found.why, what.municipality);
      failed.set(nameOf(what), { why: toldAs(found.why), at: now() });
      return;
    }
    failed.delete(nameOf(what));
    const value = JSON.stringify({ at: now(), found: found.answer });
    await store.collect(nameOf(what), MEMBER, { value, ttlMs: KEPT_MS });
  } catch {
    onProblem('unavailable', what.municipality);
    failed.set(nameOf(what), { why: 'no-answer', at: now() });
  }
}

function toldAs(why: AskProblem): LookFailure {
  if (why === 'later') return 'later';
  return why === 'no-answer' || why === 'unreadable' ? 'no-answer' : 'refused';
}

async function fetchFound(
  { client, work, fillable, municipalities, now, dayOf }: Parts,
  { dialog, municipality }: LookedFor,
): Promise<{ kind: 'answered'; answer: Found } | { kind: 'failed'; why: AskProblem }> {
  const filled = fillable(dialog);
  if (!filled) return { kind: 'failed', why: 'refused' };
  const read = async (bytes: Uint8Array, of: PageOf): Promise<ReadPage | undefined> => {
    const outcome = await work({ kind: 'read', of, bytes });
    return outcome.kind === 'done' && outcome.done.kind === 'page' ? outcome.done.page : undefined;
  };
  const fetched = await fetchMunicipality({ client, read }, municipality);
  if (fetched.kind === 'failed') return fetched;
  const day = dayOf(now());
  const from = fetched.answer;
  const outcome = await work({ kind: 'find', parts: { ...filled, municipalities, municipality, day }, from });
  return outcome.kind === 'done' && outcome.done.kind === 'found'
    ? { kind: 'answered', answer: outcome.done.found }
    : { kind: 'failed', why: 'unreadable' };
}

/** What turns are given, and what is made of it once: everything beside the conversations that a turn may read or write. */
import type { ConversationContext } from '../conversation/context.ts';
import type { Store } from '../store/port.ts';
import { type ColleagueParts, createColleagueParts } from './colleague-parts.ts';
import { type Collections, createCollections } from './collections.ts';
import { countTries, type Tries } from './count-tries.ts';
import { createKeptResults, type KeptResults } from './kept-results.ts';
import { createLinks, type Links } from './links.ts';
import { createPeers, type Peers } from './peers.ts';
import type { ResumeCodes } from './resume-codes.ts';
import { createWaits, type Waits } from './waits.ts';
import type { ServiceRegister } from './wishes.ts';
import { createWorkshops, type Workshops } from './workshop/workshops.ts';

export interface TurnsDependencies {
  readonly store: Store;
  readonly context: ConversationContext;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long answers that are collected from many people are counted, in milliseconds; a year unless given. */
  readonly collectedMs?: number;
  /** How long results are kept that are to be compared with later ones, in milliseconds; three years unless given. */
  readonly keptMs?: number;
  /** Makes the codes that open what is kept or shared; without it nothing is. */
  readonly codes?: ResumeCodes;
  /** How long a workshop is kept after something was last done in it, in milliseconds; a month unless given. */
  readonly workshopMs?: number;
  /** `nothing`: no result is kept for longer than its conversation. */
  readonly keeps?: 'results' | 'nothing';
  /** Looks into the register of services; none where that is off. */
  readonly register?: ServiceRegister | undefined;
  /** Counts for quality follow-up: names of counters and step ids, never content. */
  readonly count: (counter: string, step?: string) => void;
}

const YEAR_MS = 365 * 86_400_000;
const MONTH_MS = 30 * 86_400_000;

/** In one conversation: nobody mistypes a code of theirs more often. A channel counts its callers, too (`mayGuess`). */
const CODES_TRIED = { most: 10, periodMs: 3_600_000 };
/**
 * From one place: a whole council sits behind one address, and some of it mistypes. Of a thousand million codes thirty are
 * nothing.
 */
const WORKSHOP_CODES_WRONG = { most: 30, periodMs: 10 * 60_000 };

export interface TurnsParts extends TurnsDependencies {
  readonly collections: Collections;
  readonly kept: KeptResults;
  readonly parts: ColleagueParts;
  readonly peers: Peers;
  /** What is written before a turn is committed, and taken out again if it fails. */
  readonly lasting: readonly Pick<Links, 'carryOut' | 'undo'>[];
  /** Codes of kept results and of colleagues' parts, by the conversation that they were tried in. */
  readonly codesTried: Tries;
  readonly workshops: Workshops;
  readonly waits: Waits;
}

export function partsOf(given: TurnsDependencies): TurnsParts {
  const { store, context, collectedMs = YEAR_MS, keptMs = 3 * YEAR_MS, workshopMs = MONTH_MS, now } = given;
  const { current, instrument } = context;
  const kept = createKeptResults({ store, keptMs });
  const parts = createColleagueParts(store, now);
  const peers = createPeers({ store, keptMs, now });
  return {
    ...given,
    collections: createCollections({ store, current, keptMs: collectedMs, now }),
    kept,
    // What is shared of kept results is taken out before they are thrown away.
    lasting: [peers, kept, createLinks(store), parts],
    parts,
    peers,
    workshops: createWorkshops({
      store,
      instrument,
      wrongCodes: countTries(WORKSHOP_CODES_WRONG, now),
      keptMs: workshopMs,
    }),
    codesTried: countTries(CODES_TRIED, now),
    waits: createWaits({ store, now }),
  };
}

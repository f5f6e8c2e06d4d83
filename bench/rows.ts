/** The measurements beside the rounds, in the order of the table, and which of all was asked for. */
import type { Row } from './bench.ts';
import type { Contestant } from './contestants.ts';
import { exportsRow } from './rows/exports.ts';
import { halfLoad } from './rows/half-load.ts';
import { idleSockets } from './rows/idle-sockets.ts';
import { page } from './rows/page.ts';
import { pauses } from './rows/pauses.ts';
import { starts } from './rows/starts.ts';
import { storedSessions } from './rows/stored-sessions.ts';
import { talks } from './rows/talks.ts';
import { transcripts } from './rows/transcripts.ts';
import { twoProcesses } from './rows/two-processes.ts';
import { weights } from './rows/weights.ts';
import { youngCollections } from './rows/young-collections.ts';

const ROWS: readonly Row[] = [
  weights,
  halfLoad,
  exportsRow,
  pauses,
  transcripts,
  storedSessions,
  idleSockets,
  twoProcesses,
  starts,
  youngCollections,
  page,
  talks,
];

export interface Asked {
  /** From `--rows`: names of contestants and rows, with commas between; undefined for all. */
  readonly names: string | undefined;
  readonly contestants: readonly Contestant[];
  readonly against: 'given' | 'not given';
}

export interface Chosen {
  readonly contestants: readonly Contestant[];
  readonly rows: readonly Row[];
}

/** What was asked for, with the contestants that the rows need. Throws for a name that there is not. */
export function chosenRows({ names, contestants, against }: Asked): Chosen {
  const possible = ROWS.filter(({ when }) => when !== 'against' || against === 'given');
  if (names === undefined) return { contestants, rows: possible };
  const ids = names.split(',');
  const known = [...contestants, ...possible].map(({ id }) => id);
  const unknown = ids.filter(id => !known.includes(id));
  if (unknown.length > 0)
    throw new Error(
      `there is no row ${unknown.join(', ')}; there are ${known.join(', ')}, and with --against REVISION some more`,
    );
  const rows = possible.filter(({ id }) => ids.includes(id));
  const needed = [...ids, ...rows.flatMap(({ needs = [] }) => needs)];
  return { contestants: contestants.filter(({ id }) => needed.includes(id)), rows };
}

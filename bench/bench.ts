/** What a row of the table is measured with, and what it comes to. */
import type { Contestant, ServerName } from './contestants.ts';
import type { Effort } from './effort.ts';
import type { Build } from './page/builds.ts';
import type { Load } from './put-load.ts';
import type { Rounds } from './rounds.ts';
import type { ServerCommand, ServerProcess } from './server-process.ts';
import type { KeptFigures } from './worse-than.ts';

export interface Bench {
  readonly effort: Effort;
  readonly load: Load;
  readonly servers: ReadonlyMap<ServerName, ServerProcess>;
  /** All there are; which of them ran, the rounds tell. */
  readonly contestants: readonly Contestant[];
  readonly rounds: Rounds;
  readonly commands: Readonly<Record<ServerName, ServerCommand>>;
  readonly root: string;
  /** The earlier revision that is measured in turn with this tree. */
  readonly against: Build | undefined;
  readonly progress: (text: string) => void;
}

/** A line of the table, in Markdown. */
export type Line = readonly [what: string, aim: string, measured: string];

/** What one measurement comes to. */
export interface Outcome {
  readonly lines: readonly Line[];
  /** What the next run is compared with; of each, less is better. */
  readonly kept: KeptFigures;
  /** All that was measured, for the record. */
  readonly figures: unknown;
}

/** A measurement beside the rounds: one or more lines of the table, chosen together by the row's name. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** Contestants whose rounds it needs. */
  readonly needs?: readonly string[];
  /** Whether there has to be an earlier revision. */
  readonly when?: 'against';
  measure(bench: Bench): Promise<Outcome>;
}

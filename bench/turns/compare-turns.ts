/**
 * What a turn of our own costs, take, draw and JSON, without channel
 * and store, in this tree and in an earlier revision. Each talk in a process of each, round by round in turn; what is
 * measured is user and system time.
 */
import { fileURLToPath } from 'node:url';
import type { Round } from './main.ts';
import { bundleTalks, startTalker, type Talker } from './revision.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Each talk with the times it is held in a round, and what its turn may cost of the earlier revision's. */
const TALKS = [
  { talk: 'quick-press', title: 'quick check, pressed', times: 120, aim: '≤ 1' },
  { talk: 'quick-words', title: 'quick check, typed', times: 80, aim: '≤ 1' },
  { talk: 'workbook-press', title: 'half-filled workbook, pressed', times: 20, aim: '≤ 0.5' },
  { talk: 'workbook-words', title: 'half-filled workbook, typed', times: 40, aim: '≤ 0.5' },
] as const;

interface Against {
  /** The earlier revision's sources, with their packages. */
  readonly folder: string;
  readonly rounds: number;
  readonly progress: (text: string) => void;
}

/** One talk in both, one entry a round. */
export interface ComparedTalk {
  readonly title: string;
  readonly aim: string;
  /** How often it is held in a round. */
  readonly times: number;
  readonly ours: readonly Round[];
  readonly theirs: readonly Round[];
}

/** Measures all talks in both. */
export async function compareTurns({ folder, rounds, progress }: Against): Promise<readonly ComparedTalk[]> {
  const bundles = await Promise.all([ROOT, folder].map(bundleTalks));
  const compared: ComparedTalk[] = [];
  for (const { talk, title, aim, times } of TALKS) {
    const talkers = bundles.map(bundle => startTalker(bundle, talk));
    const tell = (round: number) => progress(`${title}: ${round || 'warming up,'} of ${rounds} rounds`);
    const [ours = [], theirs = []] = await inTurn(talkers, { rounds, times, tell });
    for (const talker of talkers) talker.end();
    compared.push({ title, aim, times, ours, theirs });
  }
  return compared;
}

interface Effort {
  readonly rounds: number;
  readonly times: number;
  readonly tell: (round: number) => void;
}

/** The rounds of each talker. The first one lets it compile what is hot; it is not kept. */
async function inTurn(talkers: readonly Talker[], { rounds, times, tell }: Effort): Promise<Round[][]> {
  const measured: Round[][] = talkers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    tell(round);
    for (const [index, talker] of talkers.entries()) {
      const one = await talker.round(times);
      if (round > 0) measured[index]?.push(one);
    }
  }
  return measured;
}

import type { Line, Row } from '../bench.ts';
import { ratios, told, toldOf } from '../told.ts';
import { type ComparedTalk, compareTurns } from '../turns/compare-turns.ts';
import type { Round } from '../turns/main.ts';

/** What a turn of ours costs without channel and store, in this tree and in the earlier revision. */
export const talks: Row = {
  id: 'talks',
  title: 'turns without channel and store',
  when: 'against',
  async measure({ against, effort, progress }) {
    if (!against) throw new Error('turns are compared with those of an earlier revision: --against REVISION');
    const compared = await compareTurns({ folder: against.folder, rounds: effort.talkRounds, progress });
    const nameOf = ({ title }: ComparedTalk) => `turn of a ${title}, CPU ÷ ${against.name}`;
    return {
      lines: compared.map(talk => lineOf(nameOf(talk), talk)),
      kept: Object.fromEntries(compared.map(talk => [nameOf(talk), costs(talk, turnCost).median])),
      figures: compared,
    };
  },
};

const turnCost = ({ cpu, turns }: Round) => cpu / turns;

/** A later revision may understand more of what is typed, so the cost is also told for each answer that was kept. */
function lineOf(what: string, talk: ComparedTalk): Line {
  const { aim, ours, theirs, times } = talk;
  const keptOf = (rounds: readonly Round[]) => (rounds[0]?.kept ?? 0) / times;
  const micros = `${toldOf(ours.map(turnCost))} and ${toldOf(theirs.map(turnCost))} µs`;
  const byAnswer = told(costs(talk, ({ cpu, kept }) => cpu / kept));
  return [
    what,
    aim,
    `${told(costs(talk, turnCost))}; ${micros}; by answer kept ${byAnswer}, ${keptOf(ours)} and ${keptOf(theirs)} in a talk`,
  ];
}

function costs({ ours, theirs }: ComparedTalk, cost: (round: Round) => number) {
  return ratios(ours.map(cost), theirs.map(cost));
}

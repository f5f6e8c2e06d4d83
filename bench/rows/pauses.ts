import type { Line, Row } from '../bench.ts';
import { measurePauses, type Pauses } from '../measure/pauses.ts';
import { spreadOf } from '../statistics.ts';
import { toldOf } from '../told.ts';

export const pauses: Row = {
  id: 'pauses',
  title: 'pauses while files are made',
  async measure(bench) {
    const figures = await measurePauses(bench);
    return {
      lines: [
        lineOf("event loop's longest pause while 10 files are made, on one core", figures['one-core']),
        lineOf('the same on two cores', figures['two-cores']),
      ],
      kept: {
        'longest pause while 10 files are made, ms, on one core': spreadOf(figures['one-core'].making).median,
        'longest pause while 10 files are made, ms, on two cores': spreadOf(figures['two-cores'].making)
          .median,
      },
      figures,
    };
  },
};

function lineOf(what: string, { making, quiet }: Pauses): Line {
  return [what, '≤ 5 ms', `${toldOf(making)} ms; as long without files ${toldOf(quiet)} ms`];
}

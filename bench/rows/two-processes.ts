import type { Row } from '../bench.ts';
import { measureTwoProcesses } from '../measure/two-processes.ts';
import { ratios, told, toldOf } from '../told.ts';

/**
 * The load and Redis share one core, which two servers would outrun: turns a second of two servers on two cores would be
 * those of the load. So both share the core that one had, and what is told is what being two costs.
 */
const WHY_NO_RATE =
  'turns/s on two cores are not measured: the load and Redis share one core, and two servers would wait for it';

export const twoProcesses: Row = {
  id: 'two-processes',
  title: 'two processes',
  async measure(bench) {
    const figures = await measureTwoProcesses(bench);
    const { one, two, conflicts, turnsInAll } = figures;
    const micros = (sides: typeof one) => sides.map(({ cpuMicros }) => cpuMicros);
    const cpu = ratios(micros(two), micros(one));
    const most = { median: 2 / cpu.median, min: 2 / cpu.max, max: 2 / cpu.min };
    const redis = `Redis ${toldOf(two.map(side => side.redisMicros))} µs a turn, ${toldOf(one.map(side => side.redisMicros))} with one`;
    return {
      lines: [
        [
          'two processes on one core ÷ one on it, same Redis, CPU of a turn',
          '≤ 1.18',
          `${told(cpu)}; ${conflicts} conflicts in ${turnsInAll} turns; ${redis}`,
        ],
        [
          'two on two cores ÷ one on one, turns/s: what that allows at most',
          '≥ 1.7',
          `${told(most)} (2 ÷ the line above, while Redis keeps up); ${WHY_NO_RATE}`,
        ],
      ],
      kept: { 'CPU of a turn, two processes ÷ one': cpu.median },
      figures,
    };
  },
};

import type { Line, Row } from '../bench.ts';
import { type ExportsBeside, measureExports } from '../measure/exports.ts';
import { ratios, told, toldOf } from '../told.ts';
import { halfLoadOf } from './half-load.ts';

export const exportsRow: Row = {
  id: 'exports',
  title: 'files beside the turns',
  needs: ['ours', 'echo'],
  async measure(bench) {
    const figures = await measureExports(bench, { ...halfLoadOf(bench), command: bench.commands.ours });
    const { rate, places } = figures;
    return {
      lines: [
        lineOf(`p99 at ${rate}/s beside 10 exports ÷ quiet, on one core`, places['one-core']),
        lineOf('the same on two cores, one shared with the load', places['two-cores']),
      ],
      kept: {},
      figures,
    };
  },
};

function lineOf(what: string, { quiet, beside, filesPerSecond }: ExportsBeside): Line {
  const times = `${toldOf(beside)} ms, quiet ${toldOf(quiet)} ms`;
  return [what, '≤ 2', `${told(ratios(beside, quiet))}; ${times}; ${toldOf(filesPerSecond)} files/s`];
}

import type { Bench, Row } from '../bench.ts';
import { measureHalfLoad } from '../measure/half-load.ts';
import { spreadOf } from '../statistics.ts';
import { ratios, told, toldOf } from '../told.ts';

export const halfLoad: Row = {
  id: 'half-load',
  title: 'half load',
  needs: ['ours', 'echo'],
  async measure(bench) {
    const figures = await measureHalfLoad(bench, halfLoadOf(bench));
    const { rate, ours, stock } = figures;
    const times = `ours ${toldOf(ours)} ms, stock ${toldOf(stock)} ms`;
    return {
      lines: [[`p99 at ${rate}/s ÷ stock echo's`, '≤ 1', `${told(ratios(ours, stock))}; ${times}`]],
      kept: {},
      figures,
    };
  },
};

/** Half of what we managed when everybody went on at once. */
export function halfLoadOf({ contestants, rounds }: Bench) {
  const ours = contestants.find(({ id }) => id === 'ours');
  const stock = contestants.find(({ id }) => id === 'echo');
  if (!ours || !stock) throw new Error('half of the top load takes the rounds of ours and echo');
  const top = spreadOf((rounds[ours.id] ?? []).map(({ perSecond }) => perSecond)).median;
  return { ours, stock, rate: Math.round(top / 2) };
}

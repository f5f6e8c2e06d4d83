import type { Row } from '../bench.ts';
import { measureIdleSockets } from '../measure/idle-sockets.ts';

export const idleSockets: Row = {
  id: 'idle-sockets',
  title: 'idle sockets',
  async measure(bench) {
    const figures = await measureIdleSockets(bench, bench.commands.ours);
    const { rssEach, open, p99, p99Without } = figures;
    const turns = `p99 ${p99.toFixed(1)} ms beside them, ${p99Without.toFixed(1)} ms without`;
    return {
      lines: [
        ['idle sockets: RSS each', '≤ 25 KB', `${(rssEach / 1024).toFixed(1)} KB, ${open} open; ${turns}`],
      ],
      kept: { 'idle socket, bytes': rssEach },
      figures,
    };
  },
};

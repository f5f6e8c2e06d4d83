import type { Row } from '../bench.ts';
import { type Weight, weigh } from '../measure/weigh.ts';

export const weights: Row = {
  id: 'weights',
  title: 'what a quick check leaves in Redis',
  async measure(bench) {
    const bundle = bench.commands.ours.file;
    const answer = await weigh(bench, { bundle, way: 'answer' });
    const connector = await weigh(bench, { bundle, way: 'connector' });
    const directLine = await weigh(bench, { bundle, way: 'direct-line' });
    const others = `in answers ${bytes(answer.record)}, POSTed ${bytes(connector.record)}`;
    return {
      lines: [
        ['store commands a turn: in answers', '2', commandsOf(answer)],
        ['store commands a turn: POSTed', '2 + 1', commandsOf(connector)],
        ['store commands a turn: Direct Line', '2 + reading', commandsOf(directLine)],
        ['Redis memory of a finished quick check', '≤ 1.5 KB', `${bytes(directLine.record)} (${others})`],
        ['its log', 'bounded, expiring', bytes(directLine.log)],
        ['record and log', '≤ 5 KB', bytes(directLine.record + directLine.log)],
      ],
      kept: {
        'record of a finished check, bytes': directLine.record,
        'log of a finished check, bytes': directLine.log,
      },
      figures: { answer, connector, directLine },
    };
  },
};

function bytes(count: number): string {
  return `${count.toFixed(0)} B`;
}

function commandsOf({ commands }: Weight): string {
  return Object.entries(commands)
    .map(([name, times]) => `${name} ${times.toFixed(2)}`)
    .join(', ');
}

import { join } from 'node:path';
import type { Bench, Line, Row } from '../bench.ts';
import { type ColdStart, coldStart } from '../measure/cold-start.ts';
import type { ServerCommand } from '../server-process.ts';
import { megabytes, ratios, told, toldOf } from '../told.ts';

export const starts: Row = {
  id: 'starts',
  title: 'cold starts',
  async measure(bench) {
    const { ours, stock, earlier } = await coldStarts(bench);
    const name = bench.against?.name ?? '';
    const toStock = sideBySide(ours, stock);
    const toEarlier = earlier.length === 0 ? undefined : sideBySide(ours, earlier);
    return {
      lines: [
        [
          'spawn → first answered turn ÷ stock',
          '≤ 1.0',
          `${told(toStock.start)}; ours ${toldOf(ours.map(one => one.firstAnswer))} ms`,
        ],
        [
          'RSS after it ÷ stock',
          '≤ 1.2',
          `${told(toStock.rss)}; ours ${toldOf(ours.map(one => megabytes(one.rss)))} MB`,
        ],
        ...(toEarlier ? toEarlierLines(name, toEarlier) : []),
      ],
      kept: {
        'start ÷ stock': toStock.start.median,
        'memory after the start ÷ stock': toStock.rss.median,
        ...(toEarlier && { [`start ÷ ${name}`]: toEarlier.start.median }),
        ...(toEarlier && { [`memory after the start ÷ ${name}`]: toEarlier.rss.median }),
      },
      figures: { ours, stock, earlier },
    };
  },
};

function sideBySide(ours: readonly ColdStart[], others: readonly ColdStart[]) {
  const of = (pick: (one: ColdStart) => number) => ratios(ours.map(pick), others.map(pick));
  return { start: of(one => one.firstAnswer), rss: of(one => one.rss) };
}

function toEarlierLines(name: string, { start, rss }: ReturnType<typeof sideBySide>): Line[] {
  return [
    [`spawn → first answered turn ÷ ${name}`, '≤ 1.0', told(start)],
    [`RSS after it ÷ ${name}`, '≤ 1.0', told(rss)],
  ];
}

async function coldStarts({ effort, commands, root, against }: Bench) {
  const ours: ColdStart[] = [];
  const stock: ColdStart[] = [];
  const earlier: ColdStart[] = [];
  // What `npm start` runs once it is built.
  const production: ServerCommand = { ...commands.ours, file: join(root, 'dist/main.js') };
  for (let round = 0; round < effort.coldStarts; round++) {
    ours.push(await coldStart(production, 'quick-check'));
    stock.push(await coldStart(commands.echo, 'echo'));
    if (against) earlier.push(await coldStart(commands.earlier, 'quick-check'));
  }
  return { ours, stock, earlier };
}

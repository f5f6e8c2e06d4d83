/** The results as text: one table of who does how much, one of what was aimed at and what came out. */
import type { Contestant } from './contestants.ts';
import type { ExportsBeside } from './measure/exports.ts';
import type { Figures } from './measure-all.ts';
import type { Measured } from './put-load.ts';
import type { Rounds } from './rounds.ts';
import { type Spread, spreadOf } from './statistics.ts';

interface Results {
  readonly rows: readonly Contestant[];
  readonly rounds: Rounds;
  readonly figures: Figures;
}

export function tableOf({ rows, rounds, figures }: Results): string {
  const speeds = rows.map(({ id, title }) => speedRow(title, rounds[id] ?? [], rounds.echo ?? []));
  const head =
    '| server | turns/s (min–max) | ÷ stock echo | CPU µs | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- | --- |';
  const aims = aimRows(rounds, figures).map(cells => `| ${cells.join(' | ')} |`);
  return `\n${head}\n${speeds.join('\n')}\n\n| what | aim | measured |\n| --- | --- | --- |\n${aims.join('\n')}\n`;
}

function speedRow(title: string, mine: readonly Measured[], echo: readonly Measured[]): string {
  const speed = spreadOf(mine.map(({ perSecond }) => perSecond));
  const cells = [
    title,
    `${whole(speed.median)} (${whole(speed.min)}–${whole(speed.max)})`,
    short(ratio(mine, echo)),
    whole(spreadOf(mine.map(({ cpuMicros }) => cpuMicros)).median),
    spreadOf(mine.map(({ p50 }) => p50)).median.toFixed(1),
    spreadOf(mine.map(({ p99 }) => p99)).median.toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Turns a second of one over the other's, round by round. */
function ratio(mine: readonly Measured[], theirs: readonly Measured[]): Spread {
  return spreadOf(
    mine.flatMap(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? Number.NaN)),
  );
}

function aimRows(rounds: Rounds, figures: Figures): [string, string, string][] {
  const of = (mine: string, theirs: string) => {
    const [ours = [], other = []] = [rounds[mine], rounds[theirs]];
    const cpu = spreadOf(other.map(({ cpuMicros }, i) => cpuMicros / (ours[i]?.cpuMicros ?? Number.NaN)));
    return `${spread(ratio(ours, other))}; by CPU ${spread(cpu)}`;
  };
  return [
    ['(a) ÷ stock echo', '≥ 2.5', of('ours', 'echo')],
    ['(a) signed ÷ stock echo signed', '≥ 5', of('ours-signed', 'echo-signed')],
    ['(a) replies POSTed ÷ stock echo likewise', '≥ 2.5', of('ours-posted', 'echo-posted')],
    ['(a) ÷ stock question over Redis', '≥ 6', of('ours', 'question')],
    ['(b) Direct Line ÷ stock echo', '≥ 4', of('direct-line', 'echo')],
    ['(c) embedded ÷ stock echo', '–', of('embedded', 'echo')],
    ...otherAims(figures),
  ];
}

function otherAims({
  halfLoad,
  exports,
  idleSockets,
  starts,
  weights,
  page,
  storedSessions,
}: Figures): [string, string, string][] {
  const { ours, stock } = starts;
  const pairs = (pick: (one: (typeof ours)[number]) => number) =>
    spread(spreadOf(ours.map((one, i) => pick(one) / pick(stock[i] ?? one))));
  const tail = spreadOf(halfLoad.ours.map((p99, i) => p99 / (halfLoad.stock[i] ?? p99)));
  const growth = spreadOf(storedSessions.p50Many.map((p50, i) => p50 / (storedSessions.p50Few[i] ?? p50)));
  return [
    ['store commands a turn: in answers', '2', commandsText(weights.answer.commands)],
    ['store commands a turn: POSTed', '2 + 1', commandsText(weights.connector.commands)],
    ['store commands a turn: Direct Line', '2 + reading', commandsText(weights.directLine.commands)],
    [
      `p99 at ${halfLoad.rate}/s ÷ stock echo's`,
      '≤ 1',
      `${spread(tail)}; ours ${spread(spreadOf(halfLoad.ours))} ms, stock ${spread(spreadOf(halfLoad.stock))} ms`,
    ],
    exportsRow(`p99 at ${exports.rate}/s beside 10 exports ÷ quiet, on one core`, exports.places['one-core']),
    exportsRow('the same on two cores, one shared with the load', exports.places['two-cores']),
    [`p50 with ${storedSessions.many} sessions ÷ with 1 000`, '≤ 1.15', spread(growth)],
    [
      'Redis memory of a finished quick check',
      '≤ 1.5 KB',
      `${whole(weights.directLine.record)} B (in answers ${whole(weights.answer.record)} B, POSTed ${whole(weights.connector.record)} B)`,
    ],
    ['its log', 'bounded, expiring', `${whole(weights.directLine.log)} B`],
    [
      'idle sockets: RSS each',
      '≤ 25 KB',
      `${(idleSockets.rssEach / 1024).toFixed(1)} KB, ${idleSockets.open} open; p99 ${idleSockets.p99.toFixed(1)} ms beside them, ${idleSockets.p99Without.toFixed(1)} ms without`,
    ],
    [
      'spawn → first answered turn ÷ stock',
      '≤ 1.0',
      `${pairs(one => one.firstAnswer)}; ours ${spread(spreadOf(ours.map(one => one.firstAnswer)))} ms`,
    ],
    [
      'RSS after it ÷ stock',
      '≤ 1.2',
      `${pairs(one => one.rss)}; ours ${spread(spreadOf(ours.map(one => one.rss / 1024 / 1024)))} MB`,
    ],
    [
      'page, bytes',
      'budgeted in a test',
      Object.entries(page)
        .map(([name, bytes]) => `${name} ${bytes}`)
        .join(', '),
    ],
  ];
}

function exportsRow(
  what: string,
  { quiet, beside, filesPerSecond }: ExportsBeside,
): [string, string, string] {
  const ratio = spreadOf(beside.map((p99, round) => p99 / (quiet[round] ?? Number.NaN)));
  const times = `${spread(spreadOf(beside))} ms, quiet ${spread(spreadOf(quiet))} ms`;
  return [what, '≤ 2', `${spread(ratio)}; ${times}; ${spread(spreadOf(filesPerSecond))} files/s`];
}

function commandsText(commands: Readonly<Record<string, number>>): string {
  return Object.entries(commands)
    .map(([name, times]) => `${name} ${times.toFixed(2)}`)
    .join(', ');
}

function short({ median }: Spread): string {
  return median.toFixed(2);
}

function spread({ median, min, max }: Spread): string {
  const digits = median < 10 ? 2 : 0;
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function whole(value: number): string {
  return value.toFixed(0);
}

/**
 * `npm run scale [-- --turns-per-core N]`: a campaign day simulated on the bench's figures. People
 * arrive over the day with a peak, talk at a person's pace, and land on replicas; each replica works off its turns
 * one after the other. Shows how the waiting grows as replicas are taken away, and how large a campaign a given
 * number of them bears.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { spreadOf } from './statistics.ts';

const CAMPAIGN = { people: 500_000, hours: 8, turnsEach: 20, thinkingSeconds: 12 };
/** The busiest minute against the mean of the day: a push message, or the evening news. */
const PEAK = 4;
const SIMULATED_SECONDS = 60;

/** What one process lets in, and what one conversation leaves in Redis: `src/directline/limits.ts`, docs/benchmarks.md. */
const SOCKETS_A_REPLICA = 5000;
const REDIS_BYTES_EACH = 1100 + 14_500;
/** Replies come a moment after the question; people read, think, and click. */
const SECONDS_EACH = CAMPAIGN.turnsEach * CAMPAIGN.thinkingSeconds;

const turnMs = millisecondsATurn();
const people = (CAMPAIGN.people / (CAMPAIGN.hours * 3600)) * PEAK;
const peak = people * CAMPAIGN.turnsEach;
const atOnce = people * SECONDS_EACH;
const enough = Math.max(1, Math.ceil(atOnce / SOCKETS_A_REPLICA));

print(
  `A turn takes ${turnMs.toFixed(3)} ms of a core.`,
  `The busiest minute: ${peak.toFixed(0)} turns/s, ${atOnce.toFixed(0)} people with an open socket.`,
  '',
  `What ${CAMPAIGN.people.toLocaleString('en')} people in ${CAMPAIGN.hours} hours need:`,
  '',
  '| replicas | sockets each | busy | p50 ms | p99 ms | later than 1 s |',
  '| --- | --- | --- | --- | --- | --- |',
  ...[enough * 2, enough + 2, enough, enough - 1, 1]
    .filter((count, index, all) => count > 0 && all.indexOf(count) === index)
    .map(replicas => row(String(replicas), replicas, 1)),
  '',
  `Where ${enough + 2} replicas break:`,
  '',
  '| people in the day | sockets each | busy | p50 ms | p99 ms | later than 1 s |',
  '| --- | --- | --- | --- | --- | --- |',
  ...[1, 1.8, 3, 4, 5, 8].map(factor =>
    row((CAMPAIGN.people * factor).toLocaleString('en'), enough + 2, factor),
  ),
  '',
  `Redis keeps ${((CAMPAIGN.people * REDIS_BYTES_EACH) / 1e9).toFixed(1)} GB of such a day until it expires.`,
);

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function row(title: string, replicas: number, factor: number): string {
  const { busy, p50, p99, late } = simulate(replicas, peak * factor);
  const sockets = (atOnce * factor) / replicas;
  const refused = sockets > SOCKETS_A_REPLICA ? ' (full)' : '';
  return `| ${title} | ${sockets.toFixed(0)}${refused} | ${percent(busy)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${percent(late)} |`;
}

interface Outcome {
  readonly busy: number;
  readonly p50: number;
  readonly p99: number;
  /** Share of turns answered after more than a second. */
  readonly late: number;
}

/** Turns begin at random moments and go to a random replica, as by a balancer that knows nothing of their queues. */
function simulate(replicas: number, rate: number): Outcome {
  const free = new Float64Array(replicas);
  const waits: number[] = [];
  const random = seeded(1);
  for (let at = 0; at < SIMULATED_SECONDS * 1000; at += (-Math.log(1 - random()) * 1000) / rate) {
    const replica = Math.floor(random() * replicas);
    const begins = Math.max(at, free[replica] ?? 0);
    // Garbage collection and neighbours: one turn in fifty takes ten times as long.
    const takes = random() < 0.02 ? turnMs * 10 : turnMs * 0.8367;
    free[replica] = begins + takes;
    waits.push(begins + takes - at);
  }
  waits.sort((one, other) => one - other);
  const part = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
  return {
    busy: (rate * turnMs) / 1000 / replicas,
    p50: part(0.5),
    p99: part(0.99),
    late: waits.filter(wait => wait > 1000).length / waits.length,
  };
}

/** The same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** From `--turns-per-core`, else from the last bench's Direct Line row, else a cautious guess. */
function millisecondsATurn(): number {
  const at = process.argv.indexOf('--turns-per-core');
  if (at !== -1)
    return (
      1000 /
      z.coerce
        .number()
        .positive()
        .parse(process.argv[at + 1])
    );
  const file = fileURLToPath(new URL('results/latest.json', import.meta.url));
  if (!existsSync(file)) return 1;
  const measured = z.looseObject({ 'direct-line': z.array(z.looseObject({ cpuMicros: z.number() })) });
  const { rounds } = z.looseObject({ rounds: measured }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return spreadOf(rounds['direct-line'].map(({ cpuMicros }) => cpuMicros)).median / 1000;
}

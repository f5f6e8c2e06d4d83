/**
 * `npm run soak [-- --minutes 30]`: half of our own top load for half an hour, through /api/messages and Direct Line
 * in turn. Memory should not grow, and nothing may fail. With `--heaps` it tells instead what kinds of objects were kept
 * in the second half: to look at the heap takes memory itself, so the two are never measured in one run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { growthTold, type Heap, heapSnapshots } from './measure/heap-growth.ts';
import { loadFrom } from './put-load.ts';
import { startRedis } from './redis-process.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MINUTE_MS = 60_000;
const SLICE_MS = 20_000;
/** The first minutes fill caches and compile: the slope is taken after them. */
const SETTLING = 0.2;

const minutes = minutesAsked();
const heaps = process.argv.includes('--heaps') ? heapSnapshots() : undefined;
const redis = await startRedis();
const server = await startServer({
  file: await bundle(ROOT, 'bench/serve.ts'),
  env: { REDIS_URL: redis.url },
  nodeOptions: heaps?.nodeOptions ?? [],
});
const load = loadFrom(await bundle(ROOT, 'bench/load/main.ts'));
const talk = { talk: 'quick-check', people: 32, warmMs: 0 } as const;
const ways = ['answer', 'direct-line'] as const;
const tops: number[] = [];
for (const way of ways) {
  tops.push((await load(server, { ...talk, way, warmMs: 5000, measureMs: 5000 })).perSecond);
}
// Half of the slower way's, or half of the time would be overload.
const rate = Math.max(1, Math.round(Math.min(...tops) / 2));
process.stderr.write(`half load: ${rate} turns/s for ${minutes} min\n`);

const points: { minute: number; rssMb: number }[] = [];
let errors = 0;
let turns = 0;
let halfTime: Heap | undefined;
const started = Date.now();
for (let slice = 0; Date.now() - started < minutes * MINUTE_MS; slice++) {
  const way = slice % 2 === 0 ? 'answer' : 'direct-line';
  const report = await load(server, { ...talk, way, measureMs: SLICE_MS, rate });
  errors += report.errors;
  if (report.firstError) process.stderr.write(`${way}: ${report.firstError}\n`);
  turns += report.turns;
  const point = { minute: (Date.now() - started) / MINUTE_MS, rssMb: server.rss() / 1024 / 1024 };
  points.push(point);
  if (point.minute >= minutes / 2) halfTime ??= await heaps?.take(server.pid);
  process.stderr.write(
    `${point.minute.toFixed(1)} min · RSS ${point.rssMb.toFixed(0)} MB · ${turns} turns · ${errors} errors\n`,
  );
}
/** The last sixth of the time beside the sixth that ends at half time. */
const halfTimeMb = meanRss(1 / 3, 1 / 2);
const lastMb = meanRss(5 / 6, Number.POSITIVE_INFINITY);
const rssSlopeMbAnHour = slopeAnHour(settled(points));
const result = { rate, turns, errors, halfTimeMb, lastMb, rssSlopeMbAnHour, points };
if (heaps && halfTime) tell(growthTold(halfTime, await heaps.take(server.pid)));
await end(server);
if (heaps) process.exit(errors > 0 ? 1 : 0);
mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
writeFileSync(join(ROOT, 'bench/results/soak.json'), JSON.stringify(result, null, 2));
process.stdout.write(
  `${turns} turns, ${errors} errors, RSS ${halfTimeMb.toFixed(0)} MB at half time, ${lastMb.toFixed(0)} MB at last (${(lastMb / halfTimeMb).toFixed(3)}), ${rssSlopeMbAnHour.toFixed(1)} MB an hour\n`,
);
process.exit(errors > 0 ? 1 : 0);

function tell(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function end(running: ServerProcess): Promise<void> {
  await running.stop();
  await redis.stop();
}

function minutesAsked(): number {
  const at = process.argv.indexOf('--minutes');
  const asked = at === -1 ? 30 : Number(process.argv[at + 1]);
  if (!(asked > 0)) throw new Error('--minutes takes a number above 0');
  return asked;
}

function settled(all: typeof points): typeof points {
  return all.filter(({ minute }) => minute >= minutes * SETTLING);
}

/** Mean over a part of the time, told in shares of the whole. */
function meanRss(from: number, to: number): number {
  const part = points.filter(({ minute }) => minute >= minutes * from && minute < minutes * to);
  return part.reduce((sum, { rssMb }) => sum + rssMb, 0) / part.length;
}

/** Least squares. */
function slopeAnHour(all: typeof points): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const x = mean(all.map(({ minute }) => minute));
  const y = mean(all.map(({ rssMb }) => rssMb));
  const up = all.reduce((sum, point) => sum + (point.minute - x) * (point.rssMb - y), 0);
  const across = all.reduce((sum, point) => sum + (point.minute - x) ** 2, 0);
  return across === 0 ? 0 : (up / across) * 60;
}

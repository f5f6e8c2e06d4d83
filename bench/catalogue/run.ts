/**
 * `npm run bench:catalogue [-- --rounds 5]`: what it costs to fetch, read and match a city's 400 services and 2 000
 * channels: CPU of the whole process, memory above what it had after a first small municipality, and how long the event
 * loop was kept. The register is a process of its own on this machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fillableOf } from '../../src/app/prefilling.ts';
import { createCatalogueThread } from '../../src/catalogue/catalogue-thread.ts';
import { createLookups } from '../../src/catalogue/lookups.ts';
import { createRegisterClient } from '../../src/catalogue/register-client.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { openStore } from '../../src/store/open-store.ts';
import { spreadOf } from '../statistics.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const content = loadContent();
const municipalities = content.register('municipalities');
if (!municipalities) throw new Error('the municipalities are not there');
const [small = '', ...cities] = Object.keys(municipalities.entries).slice(0, Number(values.rounds) + 1);

const serving = spawn(
  process.execPath,
  ['--import', 'tsx', new URL('./serve.ts', import.meta.url).pathname, small, ...cities],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [address] = await once(createInterface({ input: serving.stdout }), 'line');
const dataDir = mkdtempSync(join(tmpdir(), 'porrasbotti-catalogue-'));
const store = await openStore({ dataDir, ttlDays: 1, now: Date.now, onProblem: () => {} });
const client = createRegisterClient({ address: String(address), now: Date.now, sleep });
const thread = createCatalogueThread();
const lookups = createLookups({
  client,
  store,
  work: thread.work,
  fillable: dialog => fillableOf(content, dialog),
  municipalities,
  now: Date.now,
  dayOf: () => '2026-11-28',
  onProblem: why => {
    throw new Error(why);
  },
});

await measure(small);
const rounds: Measured[] = [];
for (const city of cities) rounds.push(await measure(city));
const row = (what: keyof Measured, unit: string) => {
  const { median, min, max } = spreadOf(rounds.map(round => round[what]));
  process.stdout.write(`${what}: ${median.toFixed(2)} ${unit} (${min.toFixed(2)}–${max.toFixed(2)})\n`);
};
row('cpu', 's');
row('memory', 'MB above the start');
row('longest', 'ms at most of the event loop');
row('found', 'items found');
await Promise.all([client.close(), thread.close(), store.close()]);
rmSync(dataDir, { recursive: true });
serving.kill();

interface Measured {
  readonly cpu: number;
  readonly memory: number;
  readonly longest: number;
  readonly found: number;
}

async function measure(municipality: string): Promise<Measured> {
  const what = { dialog: 'workbook', municipality };
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = process.cpuUsage();
  await lookups.look(what);
  await lookups.ready(what);
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  clearInterval(sampling);
  const found = await lookups.kept(what);
  return {
    cpu: (user + system) / 1e6,
    memory: (Math.max(peak, process.memoryUsage.rss()) - before) / 1_048_576,
    longest: delay.max / 1e6,
    found: (found?.sure.length ?? 0) + (found?.unsure.length ?? 0),
  };
}

/**
 * `npm run profile [-- --row ours]`: where the time of a turn goes. Runs one
 * server under V8's sampling profiler and prints the time by room and package, and the functions that took most.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../bundle.ts';
import { contestants, serverCommands } from '../contestants.ts';
import { startIssuer } from '../issuer.ts';
import { loadFrom } from '../put-load.ts';
import { startRedis } from '../redis-process.ts';
import { startServer } from '../server-process.ts';
import { groupOf, readProfile } from './read-profile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WARM_MS = 15_000;
const MEASURED_MS = 10_000;
const SHOWN = 45;

const { row: id = 'ours' } = parseArgs({ options: { row: { type: 'string' } } }).values;
const redis = await startRedis();
const issuer = await startIssuer();
const file = await bundle(ROOT, 'bench/serve.ts');
const row = contestants(issuer).find(one => one.id === id);
if (!row) throw new Error(`there is no row ${id}`);
const command = serverCommands({ root: ROOT, bundle: file, redisUrl: redis.url, issuer })[row.server];
const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'));
const started = Date.now();
const server = await startServer({
  ...command,
  nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'],
});
const load = loadFrom(await bundle(ROOT, 'bench/load/main.ts'));
const job = { ...row.job, people: 64 };
await load(server, { ...job, warmMs: 0, measureMs: WARM_MS });
const after = Date.now() - started;
const report = await load(server, { ...job, warmMs: 0, measureMs: MEASURED_MS });
await server.stop('SIGTERM');
const [profile] = readdirSync(folder);
const spent = readProfile(join(folder, profile ?? ''), after);
rmSync(folder, { recursive: true, force: true });
issuer.close();
await redis.stop();

const micros = (total: number) => (total / report.turnsInAll).toFixed(1).padStart(7);
const groups = new Map<string, number>();
for (const { place, micros } of spent) {
  groups.set(groupOf(place), (groups.get(groupOf(place)) ?? 0) + micros);
}
const lines = [
  `${row.title}: ${report.perSecond.toFixed(0)} turns/s, ${report.cpuMicros.toFixed(0)} µs of processor time a turn`,
  '',
  'µs a turn, by room and package',
  ...[...groups]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .map(([name, total]) => `${micros(total)}  ${name}`),
  '',
  'µs a turn, by function',
  ...spent
    .sort((a, b) => b.micros - a.micros)
    .slice(0, SHOWN)
    .map(({ place, micros: total }) => `${micros(total)}  ${place.name}  ${place.file}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exit(0);

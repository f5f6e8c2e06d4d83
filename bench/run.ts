/**
 * `npm run bench [-- --quick]`: our bot against the stock ones, in one run on one machine. Absolute figures mean
 * little; the ratios between rows of one run are what counts. At the end it says what is worse by more than a fifth than
 * in `published.json`; `--publish` writes that file anew instead. With `--against REVISION`, what our own turns cost in
 * this tree and in that one is measured instead.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from '../scripts/build.ts';
import { installApart } from '../scripts/install-apart.ts';
import { isStale } from '../scripts/is-stale.mjs';
import { bundle } from './bundle.ts';
import { contestants, type ServerName, serverCommands } from './contestants.ts';
import { FULL, QUICK } from './effort.ts';
import { startIssuer } from './issuer.ts';
import { keptFigures } from './kept-figures.ts';
import { measureAll } from './measure-all.ts';
import published from './published.json' with { type: 'json' };
import { loadFrom } from './put-load.ts';
import { startRedis } from './redis-process.ts';
import { runRounds } from './rounds.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { tableOf } from './table.ts';
import { compareTurns } from './turns/compare-turns.ts';
import { worseThan } from './worse-than.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    publish: { type: 'boolean' },
    against: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const effort = asked.quick ? QUICK : FULL;
const started = Date.now();

if (asked.against !== undefined) {
  const rounds = Number(asked.rounds ?? 2 * effort.rounds - 1);
  process.stdout.write(`${await compareTurns({ against: asked.against, rounds, progress })}\n`);
  process.exit(0);
}

process.setMaxListeners(40);
installApart('bench/competitors');
if (isStale()) await buildAll();
const redis = await startRedis();
const issuer = await startIssuer();
const surroundings = {
  root: ROOT,
  bundle: await bundle(ROOT, 'bench/serve.ts'),
  redisUrl: redis.url,
  issuer,
};
const commands = serverCommands(surroundings);
const load = loadFrom(await bundle(ROOT, 'bench/load/main.ts'));
const rows = contestants(issuer);
const servers = new Map<ServerName, ServerProcess>();
for (const { server } of rows) {
  if (!servers.has(server)) servers.set(server, await startServer(commands[server]));
}
const rounds = await runRounds({ contestants: rows, servers, load, effort, progress });
// What comes after may fail; the rounds took the longest.
keep('rounds.json', { rounds });
const figures = await measureAll({ effort, load, servers, rows, rounds, commands, root: ROOT, progress });
for (const server of servers.values()) await server.stop();
issuer.close();
await redis.stop();
rmSync(commands.embedded.env?.DATA_DIR ?? '', { recursive: true, force: true });

const now = keptFigures(rounds, figures);
const worse = worseThan(published, now);
const results = { at: new Date(started).toISOString(), node: process.version, effort, rounds, figures, now };
const name = `${results.at.replace(/[:.]/g, '-')}.json`;
keep(name, results);
keep('latest.json', results);
progress('');
process.stdout.write(`${tableOf({ rows, rounds, figures })}\nbench/results/${name}\n`);
if (asked.publish) writeFileSync(join(ROOT, 'bench/published.json'), `${JSON.stringify(now, null, 2)}\n`);
else
  process.stdout.write(`\n${worse.length === 0 ? 'Nothing is worse than published.' : worse.join('\n')}\n`);
process.exit(0);

function keep(file: string, value: object): void {
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
  writeFileSync(join(ROOT, 'bench/results', file), JSON.stringify(value, null, 2));
}

function progress(text: string): void {
  const seconds = Math.round((Date.now() - started) / 1000);
  const line = text && `${seconds} s · ${text}`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : line && `${line}\n`);
}

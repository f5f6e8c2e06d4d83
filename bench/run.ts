/**
 * `npm run bench [-- --quick] [--rows a,b]`: our bot against the stock ones, in one run on one machine. Absolute figures
 * mean little; the ratios between rows of one run are what counts. At the end it says what is worse by more than a fifth
 * than in `published.json`; `--publish` writes what was measured there instead. With `--against REVISION` an earlier
 * revision of ours runs beside this tree, round by round.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from '../scripts/build.ts';
import { installApart } from '../scripts/install-apart.ts';
import { isStale } from '../scripts/is-stale.mjs';
import type { Outcome } from './bench.ts';
import { bundle } from './bundle.ts';
import { compareRounds } from './comparisons.ts';
import { contestants, type ServerName, serverCommands } from './contestants.ts';
import { FULL, QUICK } from './effort.ts';
import { startIssuer } from './issuer.ts';
import { recordTurns } from './limit/record-turns.ts';
import { buildOf } from './page/builds.ts';
import published from './published.json' with { type: 'json' };
import { loadFrom } from './put-load.ts';
import { startRedis } from './redis-process.ts';
import { runRounds } from './rounds.ts';
import { chosenRows } from './rows.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { tableOf } from './table.ts';
import { worseThan } from './worse-than.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    publish: { type: 'boolean' },
    against: { type: 'string' },
    rounds: { type: 'string' },
    rows: { type: 'string' },
  },
});
const usual = asked.quick ? QUICK : FULL;
const given = asked.rounds === undefined ? undefined : Number(asked.rounds);
const effort = { ...usual, ...(given && { rounds: given, talkRounds: given }) };
const started = Date.now();

process.setMaxListeners(40);
const issuer = await startIssuer();
const against = asked.against === undefined ? undefined : buildOf(asked.against);
const everyone = contestants(issuer, against);
const chosen = chosenRows({
  names: asked.rows,
  contestants: everyone,
  against: against ? 'given' : 'not given',
});
installApart('bench/competitors');
if (isStale()) await buildAll();
const redis = await startRedis();
const redisOfEarlier = against && (await startRedis());
const commands = serverCommands({
  root: ROOT,
  bundle: await bundle(ROOT, 'bench/serve.ts'),
  redisUrl: redis.url,
  issuer,
  ...(against && redisOfEarlier && { earlier: { build: against, redisUrl: redisOfEarlier.url } }),
});
const load = loadFrom(await bundle(ROOT, 'bench/load/main.ts'));
const servers = new Map<ServerName, ServerProcess>();
for (const { server } of chosen.contestants) {
  if (servers.has(server)) continue;
  if (server === 'limit') await recordTurns(ROOT, commands.ours);
  servers.set(server, await startServer(commands[server]));
}
const rounds = await runRounds({ contestants: chosen.contestants, servers, load, effort, progress });
// What comes after may fail; the rounds took the longest.
keep('rounds.json', { rounds });
const bench = {
  effort,
  load,
  servers,
  commands,
  rounds,
  against,
  contestants: everyone,
  root: ROOT,
  progress,
};
const outcomes = new Map<string, Outcome>([['rounds', compareRounds(rounds, against?.name ?? '')]]);
for (const row of chosen.rows) {
  progress(row.title);
  outcomes.set(row.id, await row.measure(bench));
}
for (const server of servers.values()) await server.stop();
issuer.close();
await redis.stop();
await redisOfEarlier?.stop();
rmSync(commands.embedded.env?.DATA_DIR ?? '', { recursive: true, force: true });
progress('');
tell([...outcomes.values()]);
process.exit(0);

function tell(all: readonly Outcome[]): void {
  const now = Object.assign({}, ...all.map(({ kept }) => kept));
  const figures = Object.fromEntries([...outcomes].map(([id, { figures }]) => [id, figures]));
  const results = { at: new Date(started).toISOString(), node: process.version, effort, figures, now };
  const name = `${results.at.replace(/[:.]/g, '-')}.json`;
  keep(name, { ...results, rounds });
  // `npm run scale` reads the Direct Line row of the latest whole run.
  if (asked.rows === undefined) keep('latest.json', { ...results, rounds });
  const lines = all.flatMap(outcome => outcome.lines);
  process.stdout.write(
    `${tableOf({ contestants: chosen.contestants, rounds, lines })}\nbench/results/${name}\n`,
  );
  if (asked.publish) publish({ ...published, ...now });
  else compare(worseThan(published, now));
}

function publish(figures: object): void {
  writeFileSync(join(ROOT, 'bench/published.json'), `${JSON.stringify(figures, null, 2)}\n`);
}

function compare(worse: readonly string[]): void {
  process.stdout.write(`\n${worse.length === 0 ? 'Nothing is worse than published.' : worse.join('\n')}\n`);
}

function keep(file: string, value: object): void {
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
  writeFileSync(join(ROOT, 'bench/results', file), JSON.stringify(value, null, 2));
}

function progress(text: string): void {
  const seconds = Math.round((Date.now() - started) / 1000);
  const line = text && `${seconds} s · ${text}`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : line && `${line}\n`);
}

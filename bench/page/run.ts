/**
 * `npm run bench:page [-- --against COMMIT] [--rounds N]`: how long a first visitor waits on Slow 4G with a processor four
 * times slower, cold, median of five. With a commit to compare with, both builds take turns in one run: the ratio counts.
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { type BuiltServer, builtServer } from '../../tests/support/built-server.ts';
import { launchChromium } from '../../tests/support/chromium.ts';
import { spreadOf } from '../statistics.ts';
import { type Build, buildOf, packagesOf, thisBuild } from './builds.ts';
import { type Visit, visit } from './measure.ts';

const { values } = parseArgs({ options: { against: { type: 'string' }, rounds: { type: 'string' } } });
const rounds = Number(values.rounds ?? 5);
const builds = [thisBuild(), ...(values.against === undefined ? [] : [buildOf(values.against)])];

const browser = await launchChromium();
const servers = await Promise.all(builds.map(({ folder }) => builtServer({}, { folder })));
const visits = await takeTurns(browser, servers);
await Promise.all([browser.close(), ...servers.map(server => server.remove())]);
process.stdout.write(`${tableOf(builds, visits)}\n`);

async function takeTurns(browser: Browser, servers: readonly BuiltServer[]): Promise<Visit[][]> {
  const visits: Visit[][] = servers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { address }] of servers.entries()) visits[index]?.push(await visit(browser, address));
  }
  return visits;
}

function tableOf(builds: readonly Build[], visits: readonly Visit[][]): string {
  const rows: [string, (visit: Visit) => number, string][] = [
    ['first button that can be pressed, ms', ({ button }) => button, '≤ 0.2 ×'],
    ['first question after that press, ms', ({ question }) => question, '≤ 1000'],
    ['bytes to the first question, KB', ({ bytes }) => bytes / 1000, '≤ 0.15 ×'],
    ['longest main-thread task, ms', ({ longestTask }) => longestTask, '≤ 0.15 ×'],
    ['layout shifts', ({ shifts }) => shifts, '0'],
    ['layout shift, sum', ({ shifted }) => shifted, '0'],
  ];
  const measured = rows.map(([name, figure, aim]) =>
    line(
      name,
      visits.map(one => spreadOf(one.map(figure)).median),
      aim,
    ),
  );
  return [
    `| Slow 4G, CPU ÷ 4, cold, median of ${rounds} | ${builds.map(({ name }) => name).join(' | ')} | ratio | aim |`,
    `| --- |${' --- |'.repeat(builds.length + 2)}`,
    ...measured,
    line('packages of `npm ci`', builds.map(packagesOf), '≤ 0.6 ×'),
  ].join('\n');
}

function line(name: string, figures: readonly number[], aim: string): string {
  const [ours = 0, theirs] = figures;
  const ratio = theirs ? `${(ours / theirs).toFixed(3)} ×` : '–';
  return `| ${name} | ${figures.map(shown).join(' | ')} | ${ratio} | ${aim} |`;
}

function shown(figure: number): string {
  return figure >= 10 ? String(Math.round(figure)) : String(Number(figure.toFixed(4)));
}

/**
 * `npm run bench:workshop [-- --members N]`: a crowd answers in a workshop within two seconds, half of it in Teams and
 * half in the web chat with open sockets, on two bot processes and one Redis; beside it the same web members answer an
 * ordinary question of the quick check, each in their own chat. Shows how long each press took.
 */
import { startRecordingConnector } from '../tests/bot/recording-connector.ts';
import { builtServer } from '../tests/support/built-server.ts';
import { startRedisServer } from '../tests/support/redis-server.ts';
import { nextPress, openChat } from '../tests/support/robot.ts';
import {
  allWithin,
  inTeams,
  onTheWeb,
  pageOf,
  type Voter,
  workshopInTeams,
} from '../tests/support/workshop-crowd.ts';

const given = process.argv.indexOf('--members');
const MEMBERS = given === -1 ? 200 : Number(process.argv[given + 1]);
const WITHIN_MS = 2000;
const ROUNDS = 3;

const redis = await startRedisServer({ aof: 'on' });
const connector = await startRecordingConnector();
const settings = { REDIS_URL: redis.url };
const bots = [await builtServer(settings), await builtServer(settings)];
const addressOf = (index: number) => bots[Math.floor(index / 2) % bots.length]?.address ?? '';

/** The same web members once more, at an ordinary question. */
async function ordinary(index: number): Promise<Voter> {
  const robot = await openChat(addressOf(index));
  await robot.send({ do: 'command', name: 'start' });
  await robot.send(nextPress(await robot.everything()) ?? {});
  const press = nextPress(await robot.everything()) ?? {};
  return {
    cast: async () => (await robot.send(press)).status,
    heard: async () => undefined,
    close: () => undefined,
  };
}

const took: Record<'Teams' | 'web' | 'ordinary', number[]> = { Teams: [], web: [], ordinary: [] };
for (let round = 0; round < ROUNDS; round++) {
  const group = await workshopInTeams(addressOf(0), connector);
  const voters: Voter[] = [];
  for (let index = 0; index < MEMBERS; index++) {
    const answers = { need: 'yes', plan: index % 3 === 0 ? 'no' : 'yes' };
    const at = addressOf(index);
    const person = `29:${round}-${index}`;
    voters.push(
      index % 2 === 0 ? inTeams(group, at, { person, answers }) : await onTheWeb(group, at, answers),
    );
  }
  const ballots = await allWithin(WITHIN_MS, voters);
  const refused = ballots.filter(({ status }) => status !== 200).length;
  const { answered } = await pageOf(addressOf(2), group.id);
  if (refused > 0 || answered !== MEMBERS)
    throw new Error(`${refused} refused, ${answered} of ${MEMBERS} counted`);
  took.Teams.push(...ballots.filter((_, index) => index % 2 === 0).map(({ ms }) => ms));
  took.web.push(...ballots.filter((_, index) => index % 2 === 1).map(({ ms }) => ms));
  for (const voter of voters) voter.close();
  const others: Voter[] = [];
  for (let index = 0; index < MEMBERS; index++) others.push(await ordinary(index));
  took.ordinary.push(...(await allWithin(WITHIN_MS, others)).map(({ ms }) => ms));
}
for (const [name, ms] of Object.entries(took)) {
  const shown = [0.5, 0.99].map(part => `p${part * 100} ${at(ms, part).toFixed(1)} ms`).join(', ');
  process.stdout.write(`${name}: ${ms.length} presses, ${shown}\n`);
}
for (const bot of bots) await bot.remove();
await connector.close();
await redis.stop();

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
}

/** A crowd answers in a workshop within two seconds, half of it in Teams: nothing lost, nothing twice, nobody turned away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordingConnector, startRecordingConnector } from '../bot/recording-connector.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import {
  allWithin,
  type Group,
  inTeams,
  onTheWeb,
  pageOf,
  until,
  type Voter,
  workshopInTeams,
} from '../support/workshop-crowd.ts';

/** More of everything under `npm run test:faults`. */
const ALL = process.env.FAULTS === 'all';
const ON_REDIS = ALL ? 200 : 40;
const ON_DISK = ALL ? 50 : 12;
const WITHIN_MS = 2000;

const VALUES = ['yes', 'partly', 'no'] as const;

let redis: RedisServer;
let connector: RecordingConnector;

beforeAll(async () => {
  redis = await startRedisServer({ aof: 'on' });
  connector = await startRecordingConnector();
});

afterAll(async () => {
  await connector.close();
  await redis.stop();
});

/** What member number so and so answers: a third each way, and all alike to the second question. */
const answersOf = (index: number) => ({ need: VALUES[index % 3] ?? 'yes', plan: 'yes' });

/** Every other member is one of the group in Teams; the two processes share them evenly. */
async function crowd(group: Group, bots: readonly BuiltServer[], count: number): Promise<readonly Voter[]> {
  const voters: Voter[] = [];
  for (let index = 0; index < count; index++) {
    const at = bots[Math.floor(index / 2) % bots.length]?.address ?? '';
    const answers = answersOf(index);
    const person = `29:member-${index}`;
    voters.push(
      index % 2 === 0 ? inTeams(group, at, { person, answers }) : await onTheWeb(group, at, answers),
    );
  }
  return voters;
}

/** The counts as they have to be, from what each member answered. */
function expectedOf(count: number): Record<string, number> {
  const answers = Array.from({ length: count }, (_, index) => answersOf(index).need);
  return Object.fromEntries(VALUES.map(value => [value, answers.filter(one => one === value).length]));
}

/** The group locks; what the page then says. */
async function lockedBy(group: Group, address: string) {
  await group.press({ do: 'workshop', act: 'lock', id: group.id });
  return until(async () => {
    const page = await pageOf(address, group.id);
    return page.phase === 'locked' ? page : undefined;
  });
}

async function countsRevealed(group: Group, address: string) {
  await group.press({ do: 'workshop', act: 'reveal', id: group.id });
  const bars = await until(async () => {
    const { questions } = await pageOf(address, group.id);
    return questions.find(({ key }) => key === 'need')?.bars;
  });
  const counts = bars.map(({ text }) => Number(/(\d+)\/\d+$/.exec(text)?.[1]));
  return Object.fromEntries(VALUES.map((value, at) => [value, counts[at]]));
}

/** Presses again what nobody acknowledged, as channels and the page do; the server is started again meanwhile. */
async function insist(voter: Voter): Promise<void> {
  await until(async () => ((await voter.cast().catch(() => 0)) === 200 ? 'taken' : undefined));
}

describe.each([
  ['two processes on one Redis', ON_REDIS, 2],
  ['the embedded store', ON_DISK, 1],
] as const)('on %s', (_, count, processes) => {
  let bots: BuiltServer[];
  const settings = () => (processes === 2 ? { REDIS_URL: redis.url } : {});

  beforeAll(async () => {
    bots = [];
    for (let index = 0; index < processes; index++) bots.push(await builtServer(settings()));
  });

  afterAll(async () => {
    for (const bot of bots) await bot.remove();
  });

  const first = () => bots[0]?.address ?? '';
  const last = () => bots.at(-1)?.address ?? '';

  // One process hears what two hear; there the crowd that a kill breaks into is enough, but for the long run.
  const whole = ALL || processes === 2 ? it : undefined;
  whole?.(`${count} members of Teams and the web are all counted, beside another workshop`, async () => {
    const group = await workshopInTeams(first(), connector);
    const other = await workshopInTeams(last(), connector);
    const voters = await crowd(group, bots, count);
    const others = await crowd(other, bots, 4);
    const pressed = await Promise.all([allWithin(WITHIN_MS, voters), allWithin(WITHIN_MS, others)]);
    expect(new Set(pressed.flat().map(({ status }) => status))).toEqual(new Set([200]));
    await Promise.all(voters.map(({ heard }) => heard()));
    await until(async () => ((await pageOf(last(), group.id)).answered === count ? 'all' : undefined));
    expect((await pageOf(first(), other.id)).answered).toBe(4);
    expect(await countsRevealed(group, last())).toEqual(expectedOf(count));
    const { result = [] } = await lockedBy(group, last());
    expect(result.map(({ text }) => text)).toContain(
      `Tämä on ryhmän yhteinen arvio. Vastaajia oli ${count}.`,
    );
    await until(() => (group.said().includes(`Vastaajia oli ${count}.`) ? 'told' : undefined));
    for (const voter of [...voters, ...others]) voter.close();
  });

  it('kill -9 in the middle loses no ballot and doubles none', async () => {
    const group = await workshopInTeams(first(), connector);
    const voters = await crowd(group, bots, count);
    const [victim] = bots;
    const half = voters.slice(0, count / 2).map(insist);
    await Promise.all([...half, victim?.kill(), ...voters.slice(count / 2).map(insist), victim?.start()]);
    expect((await pageOf(first(), group.id)).answered).toBe(count);
    expect(await countsRevealed(group, first())).toEqual(expectedOf(count));
    for (const voter of voters) voter.close();
  });
});

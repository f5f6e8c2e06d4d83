/** Two bot processes on one Redis serve the same conversations: nothing lost, nothing applied twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { tallyOf } from '../support/fault-tally.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { nextPress, openChat, PRESSES, type Robot, resultIn } from '../support/robot.ts';

/** More of everything under `npm run test:faults`. */
const CONVERSATIONS = process.env.FAULTS === 'all' ? 80 : 8;

let redis: RedisServer;
let bots: [BuiltServer, BuiltServer];

beforeAll(async () => {
  redis = await startRedisServer({ aof: 'on' });
  const settings = { REDIS_URL: redis.url };
  const first = await builtServer(settings);
  bots = [first, await builtServer(settings)];
});

afterAll(async () => {
  for (const bot of bots) await bot.remove();
  await redis.stop();
});

/** Answers everything with what `step` does for each open question, then shows the result. */
async function walkThrough(
  robot: Robot,
  step: (press: Record<string, unknown>, index: number) => Promise<void>,
) {
  await robot.send({ do: 'command', name: 'start' });
  for (let index = 0; index < PRESSES; index++) {
    const press = nextPress(await robot.everything(), index % 2 === 0 ? 'yes' : 'no');
    if (!press) throw new Error(`nothing to press at step ${index}`);
    await step(press, index);
  }
  await robot.send({ do: 'command', name: 'finish' });
  return robot.everything();
}

describe('two bots on one Redis', () => {
  it(`keep both of two things said at once, ${CONVERSATIONS * PRESSES} times`, async ({ task }) => {
    const [here, there] = bots;
    const tally = tallyOf(task);
    for (let round = 0; round < CONVERSATIONS; round++) {
      const robot = await openChat(here.address);
      const statuses: number[] = [];
      const said = await walkThrough(robot, async (press, index) => {
        const both = await Promise.all([
          robot.send(press, { at: here.address }),
          robot.send({ do: 'locale', value: index % 2 === 0 ? 'fi' : 'sv' }, { at: there.address }),
        ]);
        statuses.push(...both.map(({ status }) => status));
      });
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(said.findLast(({ name }) => name === 'assessment/result')?.locale).toBe('sv');
      tally.add(said);
      expect(resultIn(said)?.coverage).toBeGreaterThan(0.5);
    }
    tally.close();
  });

  it(`apply a press once however often it comes, ${CONVERSATIONS * PRESSES} times`, async ({ task }) => {
    const [here, there] = bots;
    const tally = tallyOf(task);
    for (let round = 0; round < CONVERSATIONS; round++) {
      const robot = await openChat(here.address);
      const said = await walkThrough(robot, async press => {
        const { id } = await robot.send(press, { at: here.address });
        await Promise.all([
          robot.send(press, { id, at: there.address }),
          robot.send(press, { id, at: here.address }),
          robot.send(press, { at: there.address }),
        ]);
      });
      tally.add(said);
    }
    tally.close();
  });

  it('show on a socket of one what the other produced', async () => {
    const [here, there] = bots;
    const robot = await openChat(here.address);
    const socket = new WebSocket(robot.streamUrl);
    const seen: string[] = [];
    socket.on('message', data => seen.push(String(data)));
    await new Promise(resolve => socket.once('open', resolve));
    await robot.send({ do: 'command', name: 'start' }, { at: there.address });
    await expect.poll(() => seen.join(), { timeout: 10_000 }).toContain('assessment/progress');
    socket.close();
  });
});

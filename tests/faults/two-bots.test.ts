/** Two bot processes on one Redis or one folder serve the same conversations: nothing lost, nothing applied twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { tallyOf } from '../support/fault-tally.ts';
import { startRedisServer } from '../support/redis-server.ts';
import { nextPress, openChat, PRESSES, type Robot, resultIn } from '../support/robot.ts';

/** More of everything under `npm run test:faults`. */
const CONVERSATIONS = process.env.FAULTS === 'all' ? 80 : 8;

/** What two bots share, and how it is put away. */
const SHARED = {
  Redis: async () => {
    const redis = await startRedisServer({ aof: 'on' });
    return { settings: { REDIS_URL: redis.url }, end: () => redis.stop() };
  },
  folder: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'two-bots-'));
    const end = async () => rmSync(folder, { recursive: true, force: true });
    return { settings: { DATA_DIR: folder }, end };
  },
};

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

describe.each([
  ['Redis', CONVERSATIONS],
  ['folder', CONVERSATIONS / 4],
] as const)('two bots on one %s', { timeout: 900_000 }, (what, conversations) => {
  let bots: [BuiltServer, BuiltServer];
  let end: () => Promise<void>;

  beforeAll(async () => {
    const shared = await SHARED[what]();
    end = shared.end;
    const first = await builtServer(shared.settings);
    bots = [first, await builtServer(shared.settings)];
  });

  afterAll(async () => {
    for (const bot of bots) await bot.remove();
    await end();
  });

  it(`keep both of two things said at once, ${conversations * PRESSES} times`, async ({ task }) => {
    const [here, there] = bots;
    const tally = tallyOf(task);
    for (let round = 0; round < conversations; round++) {
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

  it(`apply a press once however often it comes, ${conversations * PRESSES} times`, async ({ task }) => {
    const [here, there] = bots;
    const tally = tallyOf(task);
    for (let round = 0; round < conversations; round++) {
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

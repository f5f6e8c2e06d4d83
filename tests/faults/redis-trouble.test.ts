/** Redis killed, frozen or gone in mid-conversation: an honest answer in time, recovery without a restart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { tallyOf } from '../support/fault-tally.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { answersTaken, nextPress, openChat, PRESSES, resultIn } from '../support/robot.ts';

const KILLS = process.env.FAULTS === 'all' ? 10 : 2;
/** The promise is two seconds; the rest is for a busy machine. */
const IN_TIME_MS = 5_000;

let redis: RedisServer;
let bot: BuiltServer;

beforeAll(async () => {
  redis = await startRedisServer({ aof: 'on' });
  bot = await builtServer({ REDIS_URL: redis.url });
});

afterAll(async () => {
  await bot.remove();
  await redis.stop();
});

/** Sends the same thing under the same id until it is taken. */
async function untilTaken(send: (id?: string) => Promise<{ status: number; id: string }>) {
  let sent = await send();
  while (sent.status !== 200) {
    await new Promise(resolve => setTimeout(resolve, 100));
    sent = await send(sent.id);
  }
}

describe('trouble with Redis', () => {
  it('frozen for five seconds: says so in time, then applies the press once', async () => {
    const robot = await openChat(bot.address);
    for (const words of ['aloita', 'ohita']) await robot.send(words);
    const press = nextPress(await robot.everything());
    if (!press) throw new Error('no question');
    redis.pause();
    const started = performance.now();
    const { status, id } = await robot.send(press);
    const took = performance.now() - started;
    setTimeout(() => redis.resume(), Math.max(0, 5_000 - took));
    expect(status).toBeGreaterThanOrEqual(500);
    expect(took).toBeLessThan(IN_TIME_MS);
    await untilTaken((again = id) => robot.send(press, { id: again }));
    const said = await robot.everything();
    expect(answersTaken(said)).toEqual(['1']);
  });

  it('down: the health says so and comes back by itself', async () => {
    await redis.kill();
    await expect
      .poll(async () => (await fetch(`${bot.address}/health`)).status, { timeout: 10_000 })
      .toBe(503);
    await redis.start();
    await expect
      .poll(async () => (await fetch(`${bot.address}/health`)).status, { timeout: 10_000 })
      .toBe(200);
  });

  it(`killed ${KILLS} times in a quick check: every acknowledged answer is there`, async ({ task }) => {
    const tally = tallyOf(task);
    const robot = await openChat(bot.address);
    await robot.send({ do: 'command', name: 'start' });
    for (let step = 0; step < PRESSES; step++) {
      const press = nextPress(await robot.everything());
      if (!press) throw new Error(`nothing to press at step ${step}`);
      const sending = untilTaken(id => robot.send(press, id === undefined ? {} : { id }));
      if (step < KILLS) {
        await redis.kill();
        await redis.start();
      }
      await sending;
      await expect
        .poll(async () => (await fetch(`${bot.address}/health`)).status, { timeout: 10_000 })
        .toBe(200);
    }
    await robot.send({ do: 'command', name: 'finish' });
    const said = await robot.everything();
    tally.add(said);
    tally.close();
    expect(resultIn(said)?.stair.low).toBe(1);
  });
});

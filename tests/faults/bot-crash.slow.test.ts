/** kill -9 of the bot at any moment: every acknowledged answer is there afterwards, none twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { tallyOf } from '../support/fault-tally.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { nextPress, openChat, PRESSES, type Robot, resultIn } from '../support/robot.ts';

const KILLS = 50;

let redis: RedisServer;

beforeAll(async () => {
  redis = await startRedisServer({ aof: 'on' });
});

afterAll(async () => {
  await redis.stop();
});

/** Sends until it is acknowledged; the server is started again whenever it is gone. */
async function insist(bot: BuiltServer, robot: Robot, press: object): Promise<void> {
  let id: string | undefined;
  for (;;) {
    try {
      const sent = await robot.send(press, id === undefined ? {} : { id });
      id = sent.id;
      if (sent.status === 200) return;
    } catch {
      await bot.start();
    }
  }
}

async function read(bot: BuiltServer, robot: Robot) {
  for (;;) {
    try {
      return await robot.everything();
    } catch {
      await bot.start();
    }
  }
}

/** One quick check; `disturb` is given each press on its way. */
async function quickCheck(bot: BuiltServer, disturb: (step: number) => Promise<void>) {
  const robot = await openChat(bot.address);
  await insist(bot, robot, { do: 'command', name: 'start' });
  for (let step = 0; step < PRESSES; step++) {
    const press = nextPress(await read(bot, robot));
    if (!press) throw new Error(`nothing to press at step ${step}`);
    await Promise.all([insist(bot, robot, press), disturb(step)]);
  }
  await insist(bot, robot, { do: 'command', name: 'finish' });
  return read(bot, robot);
}

describe.each(['embedded', 'redis'])('killed at random moments on the %s store', kind => {
  it(`loses and doubles nothing in ${KILLS} kills`, async ({ task }) => {
    const tally = tallyOf(task);
    const bot = await builtServer(kind === 'redis' ? { REDIS_URL: redis.url } : {});
    for (let kills = 0; kills < KILLS; ) {
      const said = await quickCheck(bot, async step => {
        if (step % 2 === 0 || kills === KILLS) return;
        kills++;
        await new Promise(resolve => setTimeout(resolve, Math.random() * 15));
        await bot.kill();
      });
      tally.add(said);
      expect(resultIn(said)?.stair).toMatchObject({ low: 1 });
    }
    await bot.remove();
    tally.close();
  });
});

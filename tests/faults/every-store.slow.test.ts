/** The same quick check over every kind of store, with a failover in the middle where there is one. */
import { afterEach, describe, it } from 'vitest';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { tallyOf } from '../support/fault-tally.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startSentinelSet } from '../support/redis-sentinel.ts';
import { startRedisServer } from '../support/redis-server.ts';
import { nextPress, openChat, PRESSES, type Robot } from '../support/robot.ts';

interface Trial {
  /** Addresses that take turns in being spoken to. */
  readonly bots: readonly BuiltServer[];
  /** Done once, while an answer is on its way. */
  readonly disturb: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const nothing = async () => undefined;

async function botsOn(count: number, settings: Record<string, string> = {}): Promise<BuiltServer[]> {
  const bots: BuiltServer[] = [];
  for (let i = 0; i < count; i++) bots.push(await builtServer(settings));
  return bots;
}

const TRIALS: Record<string, () => Promise<Trial>> = {
  'the embedded store': async () => ({ bots: await botsOn(1), disturb: nothing, end: nothing }),
  Redis: async () => {
    const redis = await startRedisServer({ aof: 'on' });
    return { bots: await botsOn(1, { REDIS_URL: redis.url }), disturb: nothing, end: redis.stop };
  },
  'two replicas of the bot': async () => {
    const redis = await startRedisServer({ aof: 'on' });
    return { bots: await botsOn(2, { REDIS_URL: redis.url }), disturb: nothing, end: redis.stop };
  },
  'Sentinel, the master killed': async () => {
    const set = await startSentinelSet();
    const disturb = async () => (await set.master()).kill();
    const settings = { REDIS_URL: set.url, REDIS_WAIT_REPLICAS: '1' };
    return { bots: await botsOn(2, settings), disturb, end: set.stop };
  },
  'Cluster, a master killed': async () => {
    const cluster = await startRedisCluster();
    const disturb = async () => cluster.masters[0]?.kill();
    return { bots: await botsOn(2, { REDIS_URL: cluster.url }), disturb, end: cluster.stop };
  },
};

let trial: Trial | undefined;

afterEach(async () => {
  for (const bot of trial?.bots ?? []) await bot.remove();
  await trial?.end();
});

/** Sends the same thing under the same id until it is taken, by whichever bot answers. */
async function insist({ bots }: Trial, robot: Robot, what: object): Promise<void> {
  let id: string | undefined;
  for (let attempt = 0; ; attempt++) {
    const at = bots[attempt % bots.length]?.address ?? '';
    const sent = await robot.send(what, { at, ...(id !== undefined && { id }) });
    if (sent.status === 200) return;
    id = sent.id;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function read({ bots }: Trial, robot: Robot) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await robot.everything(bots[attempt % bots.length]?.address);
    } catch {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

describe('a quick check on', () => {
  it.for(Object.keys(TRIALS))('%s', async (name, { task }) => {
    trial = await TRIALS[name]?.();
    if (!trial) throw new Error(name);
    const robot = await openChat(trial.bots[0]?.address ?? '');
    await insist(trial, robot, { do: 'command', name: 'start' });
    for (let step = 0; step < PRESSES; step++) {
      const press = nextPress(await read(trial, robot));
      if (!press) throw new Error(`nothing to press at step ${step}`);
      await Promise.all([insist(trial, robot, press), step === 6 ? trial.disturb() : nothing()]);
    }
    await insist(trial, robot, { do: 'command', name: 'finish' });
    const said = await read(trial, robot);
    const tally = tallyOf(task);
    tally.add(said);
    tally.close();
  });
});

/** No room on the disk of the embedded store: an honest 503 a turn, nothing accepted lost, and service again with room. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiskRoom, telling } from '../../src/store/embedded/disk-room.ts';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { StoreUnavailable } from '../../src/store/port.ts';
import { builtServer } from '../support/built-server.ts';
import { openChat, type Robot } from '../support/robot.ts';
import { type SmallDisk, smallDisks } from '../support/small-disk.ts';

const KEY = { channel: 'directline', conversation: 'full' };

/** A store whose disk is as full as the test says: whatever it has free, so much more is to be kept so. */
function storeWith(dataDir: string, keptFree: number, problems: string[] = []) {
  return openEmbeddedStore({
    dataDir,
    ttlMs: 600_000,
    now: Date.now,
    keptFree,
    onProblem: (problem, detail) => problems.push(`${problem} ${detail}`),
  });
}

describe('the embedded store without room', () => {
  it('takes nothing in and loses nothing, lets erase, and goes on when there is room', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'full-disk-'));
    const { bavail, bsize } = statfsSync(dataDir);
    const free = bavail * bsize;
    const before = storeWith(dataDir, 0);
    const secret = await before.shared('secret', () => 'secret');
    await before.commit(KEY, { expected: undefined, record: 'kept', log: ['a'], outbox: ['a'] });
    await before.collect('name', 'member', { value: 'v', ttlMs: 600_000 });
    await before.close();

    const problems: string[] = [];
    const full = storeWith(dataDir, free * 2, problems);
    const { version, outbox } = await full.load(KEY);
    const commit = { expected: version, record: 'more', log: ['b'] };
    for (const writing of [
      full.commit(KEY, commit),
      full.claim('name', 'value', 1_000),
      full.remind(KEY, { at: 0, value: 'a', ttlMs: 1_000 }),
      full.shared('another', () => 'value'),
      full.collect('name', 'another', { value: 'v', ttlMs: 600_000 }),
    ]) {
      await expect(writing).rejects.toThrow(new StoreUnavailable('ENOSPC'));
    }
    expect(await full.health()).toEqual({ kind: 'down', reason: 'ENOSPC' });
    // One line, however many are refused.
    expect(problems).toEqual(['disk-full ENOSPC']);
    expect(await full.shared('secret', () => 'another')).toBe(secret);
    expect(outbox).toMatchObject([{ value: 'a' }]);
    expect(await full.readLog(KEY, undefined, 10)).toMatchObject([{ value: 'a' }]);
    await full.acknowledge(
      KEY,
      outbox.map(({ id }) => id),
    );
    expect((await full.gather('name')).size).toBe(1);
    await full.withdraw('name', 'member');
    expect((await full.gather('name')).size).toBe(0);
    const gone = { expected: version, record: 'gone', log: ['gone'], erasure: 'done' } as const;
    expect(await full.commit(KEY, gone)).toMatchObject({ kind: 'committed' });
    await full.close();

    const roomy = storeWith(dataDir, 0);
    expect(await roomy.health()).toEqual({ kind: 'ok' });
    const after = await roomy.load(KEY);
    expect(after.record).toBe('gone');
    expect(await roomy.commit(KEY, { expected: after.version, record: 'on' })).toMatchObject({
      kind: 'committed',
    });
    await roomy.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is told of once, and again when it was full anew', () => {
    let room: 'none' | 'some' = 'none';
    const problems: string[] = [];
    const check = () => {
      if (room === 'none') throw new StoreUnavailable('ENOSPC');
    };
    const told = telling({ check }, (problem, detail) => problems.push(`${problem} ${detail}`));
    for (const now of ['none', 'none', 'some', 'some', 'none', 'none'] as const) {
      room = now;
      if (now === 'none') expect(() => told.check('adding')).toThrow('ENOSPC');
      else told.check('adding');
    }
    expect(problems).toEqual(['disk-full ENOSPC', 'disk-full ENOSPC']);
  });

  it('keeps the last of the room for what leads to an erasure', () => {
    const { bavail, bsize } = statfsSync(tmpdir());
    const room = createDiskRoom(tmpdir(), bavail * bsize * 2);
    expect(() => room.check('adding')).toThrow('ENOSPC');
    expect(() => room.check('freeing')).not.toThrow();
    expect(() => createDiskRoom(tmpdir(), bavail * bsize * 8).check('freeing')).toThrow('ENOSPC');
  });
});

/** Long messages, each with words of its own, on a disk that soon has no byte left. Returns those accepted. */
async function untilFull(robot: Robot, disk: SmallDisk): Promise<string[]> {
  const accepted: string[] = [];
  for (let i = 0; i < 10; i++) {
    if (i === 5) disk.fill();
    const text = `viesti-${i}-${'x'.repeat(3_000)}`;
    const { status } = await robot.send(text);
    if (status === 200) accepted.push(text);
    expect(status).toBe(i < 5 ? 200 : 503);
  }
  return accepted;
}

async function saidBy(robot: Robot): Promise<readonly (string | undefined)[]> {
  return (await robot.everything()).filter(({ from }) => from.role === 'user').map(({ text }) => text);
}

// Where no file system may be mounted, the store's own test above is what there is.
it.each(smallDisks())('the whole server lives through a full disk', async make => {
  const disk = make();
  const bot = await builtServer({ DATA_DIR: disk.folder, LOG_LEVEL: 'silent' });
  try {
    const health = async () => (await fetch(`${bot.address}/health`)).status;
    const [robot, other] = [await openChat(bot.address), await openChat(bot.address)];
    const accepted = await untilFull(robot, disk);
    const refused = { id: 'refused', text: 'x'.repeat(3_000) };
    const atOnce = await Promise.all([robot, robot, other].map(one => one.send(refused.text, refused)));
    expect(atOnce.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(await health()).toBe(503);
    expect(await saidBy(robot)).toEqual(accepted);

    await bot.stop();
    await bot.start();
    expect(await saidBy(robot)).toEqual(accepted);
    expect((await robot.send(refused.text, refused)).status).toBe(503);

    disk.makeRoom();
    await expect.poll(health).toBe(200);
    expect((await robot.send(refused.text, refused)).status).toBe(200);
    expect(await saidBy(robot)).toEqual([...accepted, refused.text]);
  } finally {
    await bot.remove();
    disk.remove();
  }
});

it('a log that finds no room loses lines, and ends nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-log-'));
  const file = join(folder, 'log');
  const script = `
    const { createLog } = await import(${JSON.stringify(new URL('../../src/log.ts', import.meta.url).href)});
    process.stderr.write('ready');
    await new Promise(resolve => process.stdin.once('data', resolve));
    process.stdin.unref();
    const log = createLog('info');
    for (let i = 0; i < 40; i++) {
      log.warn({ number: i, long: 'x'.repeat(1000) }, 'a line');
      await new Promise(resolve => setTimeout(resolve, 1));
    }
    process.stderr.write('alive');
    process.exit(0);
  `;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['pipe', openSync(file, 'w'), 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (text === 'ready') {
      // From here on no file of this process may grow beyond that.
      execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=10000']);
      child.stdin?.write('go');
    }
    said += text;
  });
  const [code] = await once(child, 'exit');
  expect([code, said]).toEqual([0, 'readyalive']);
  expect(readFileSync(file, 'utf8').length).toBe(10_000);
  rmSync(folder, { recursive: true, force: true });
});

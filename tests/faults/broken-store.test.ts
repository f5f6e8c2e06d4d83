/** A write that breaks off inside LMDB: the process ends in order and says why, and the next one has what was accepted. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tellOfStore } from '../../src/app/tell-of-store.ts';
import { builtServer } from '../support/built-server.ts';
import { openChat } from '../support/robot.ts';

it('ends the server with a code by which it is started again, and nothing accepted is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broken-store-'));
  const bot = await builtServer({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
  try {
    const robot = await openChat(bot.address);
    expect((await robot.send('otettu vastaan')).status).toBe(200);
    const sizes = readdirSync(folder).map(name => statSync(join(folder, name)).size);
    bot.limitFiles(Math.max(...sizes));
    const statuses: number[] = [];
    while (!statuses.includes(503) && statuses.length < 50) {
      const { status } = await robot.send(`viesti ${statuses.length} ${'x'.repeat(3_000)}`);
      statuses.push(status);
    }
    expect(statuses.at(-1)).toBe(503);
    expect(await bot.ended()).toBe(1);

    await bot.start();
    const said = (await robot.everything()).filter(({ from }) => from.role === 'user');
    expect(said.map(({ text }) => text?.split(' ')[0])).toEqual([
      'otettu',
      ...statuses.slice(0, -1).map(() => 'viesti'),
    ]);
    expect((await robot.send('taas täällä')).status).toBe(200);
  } finally {
    await bot.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});

it('is told once, with the reason; other troubles are warned of and end nothing', () => {
  const said: unknown[] = [];
  const write = (fields: object) => said.push(fields);
  const info = (fields: object) => said.push('info', fields);
  const tell = tellOfStore({ info, warn: write, error: write }, () => said.push('ends'));
  tell('disk-full', 'ENOSPC');
  tell('connection-back', 'ready');
  for (const code of ['EFBIG', 'EIO']) tell('broken-off', code);
  expect(said).toEqual([
    { problem: 'disk-full', detail: 'ENOSPC' },
    'info',
    { problem: 'connection-back', detail: 'ready' },
    { problem: 'broken-off', detail: 'EFBIG' },
    'ends',
  ]);
});

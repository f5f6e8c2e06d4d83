/** kill -9 right after "I am fetching" was acknowledged: another process goes on, and the person is told once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTable } from '../catalogue/table.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { makeMunicipality } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer } from '../support/register-server.ts';
import { buttonsIn, openChat } from '../support/robot.ts';

let register: RegisterServer;
let bot: BuiltServer;

beforeAll(async () => {
  register = await startRegisterServer();
  const table = readTable('labelled').slice(0, 30);
  register.set('091', makeMunicipality({ code: '091', name: 'Helsinki', table, services: 30 }));
  bot = await builtServer({ PTV_URL: register.url });
});

afterAll(async () => {
  await bot.remove();
  await register.close();
});

it('goes on by itself in the process that comes after, once', async () => {
  register.meet({ kind: 'silent' });
  const robot = await openChat(bot.address);
  await robot.send('palvelutietovaranto');
  await robot.send('Helsinki');
  await expect.poll(() => register.asked.length).toBe(1);
  await bot.kill();
  await bot.start();
  const proposals = async () =>
    buttonsIn(await robot.everything()).filter(button => button.do === 'prefill' && button.act === 'all')
      .length;
  expect(await proposals()).toBe(0);
  // A wait is taken for lost three minutes after its process last spoke of it, and looked for every minute.
  await expect.poll(proposals, { timeout: 420_000, interval: 2_000 }).toBe(1);
  await new Promise(resolve => setTimeout(resolve, 70_000));
  expect(await proposals()).toBe(1);
});

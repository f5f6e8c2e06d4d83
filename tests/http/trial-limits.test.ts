/** The wide limits of a trial are for one's own machine alone. */
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/directline/limits.ts';
import { appInProcess } from '../support/app-in-process.ts';
import { freePort } from '../support/free-port.ts';

/** How many conversations of so many are begun. */
async function begunOf(tries: number, settings: Readonly<Record<string, string>>): Promise<number> {
  const port = await freePort();
  const app = await appInProcess({ ...settings, PORT: String(port) });
  let begun = 0;
  for (let count = 0; count < tries; count++) {
    const { status } = await fetch(`http://127.0.0.1:${port}/api/chat/token`, { method: 'POST' });
    if (status === 200) begun += 1;
  }
  await app.close();
  return begun;
}

const MORE = DEFAULT_LIMITS.conversationsPerHour + 5;

it('a trial on this machine has hardly any', { timeout: 600_000 }, async () => {
  expect(await begunOf(MORE, {})).toBe(MORE);
  expect(await begunOf(MORE, { PUBLIC_URL: 'http://localhost:3978' })).toBe(MORE);
});

it.each([
  { PUBLIC_URL: 'https://bot.example.fi' },
  { TRUSTED_PROXIES: '10.0.0.0/8' },
  { HOST: '0.0.0.0', TEAMS_CHANNEL: 'off' },
])('what others reach has those of production, also without NODE_ENV=production: %o', async settings => {
  expect(await begunOf(MORE, settings)).toBe(DEFAULT_LIMITS.conversationsPerHour);
});

it.each([
  [{}, 200],
  [{ PUBLIC_URL: 'https://bot.example.fi' }, 404],
])('the demo page is of a trial alone: with %o it is answered %i', async (settings, status) => {
  const port = await freePort();
  const app = await appInProcess({ ...settings, PORT: String(port) });
  expect((await fetch(`http://127.0.0.1:${port}/demo`)).status).toBe(status);
  await app.close();
});

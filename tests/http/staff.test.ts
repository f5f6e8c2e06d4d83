/** Who may see /metrics and /staff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { freePort } from '../support/free-port.ts';
import { rawRequest } from './raw-request.ts';

const PASSWORD = 'salasana-vain-testiin';
const PATHS = ['/metrics', '/staff'];
let open: AppInProcess;
let closed: AppInProcess;

beforeAll(async () => {
  [open, closed] = await Promise.all([appInProcess(), appInProcess({ STAFF_PASSWORD: PASSWORD })]);
});

afterAll(() => Promise.all([open.close(), closed.close()]));

const ask = async (app: AppInProcess, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(app.address + path, { headers });
  await response.arrayBuffer();
  return response;
};
const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });

describe.each(PATHS)('%s without a password', path => {
  it('is there for this machine', async () => {
    expect((await ask(open, path)).status).toBe(200);
  });

  it.each([
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-for': '' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-forwarded': 'for=127.0.0.1' },
    { 'x-forwarded-port': '443' },
    { 'x-original-url': '/' },
    { 'x-client-ip': '203.0.113.7' },
    { 'true-client-ip': '203.0.113.7' },
    { 'cf-connecting-ip': '203.0.113.7' },
    { 'x-envoy-external-address': '203.0.113.7' },
    { 'x-forwarded-proto': 'https' },
  ])('is not there for what a proxy passes on: %o', async headers => {
    expect((await ask(open, path, headers)).status).toBe(404);
  });
});

describe('without a password', () => {
  it.each(['bot.example.fi', 'localhost.example.fi', '192.0.2.1', '127.0.0.1.example.fi'])(
    'nothing is there for what was asked of %s: a proxy that says nothing of itself, or another site’s trick',
    async host => {
      for (const path of PATHS) {
        const { status } = await rawRequest(open.address, [`GET ${path} HTTP/1.1`, `Host: ${host}`]);
        expect([path, status]).toEqual([path, 404]);
      }
    },
  );

  it.each(['localhost', 'localhost:3978', '127.0.0.1:3978', '[::1]:3978'])('it is for %s', async host => {
    expect((await rawRequest(open.address, ['GET /staff HTTP/1.1', `Host: ${host}`])).status).toBe(200);
  });

  it.each([{ TRUSTED_PROXIES: '127.0.0.1' }, { PUBLIC_URL: 'https://bot.example.fi' }])(
    'nothing is there where the settings name a proxy or a public address: %o',
    async settings => {
      const port = await freePort();
      const app = await appInProcess({ ...settings, PORT: String(port) });
      for (const path of PATHS) expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
      await app.close();
    },
  );
});

describe('guessing', () => {
  it('ends after some wrong words, for the right one too, until a while has passed', async () => {
    const app = await appInProcess({ STAFF_PASSWORD: PASSWORD });
    const guess = async (word: string) => {
      const { status, headers } = await ask(app, '/staff', basic(`staff:${word}`));
      return [status, headers.get('retry-after')];
    };
    for (let count = 0; count < 20; count++) expect(await guess(`arvaus-${count}`)).toEqual([401, null]);
    expect(await guess('arvaus')).toEqual([429, '30']);
    expect(await guess(PASSWORD)).toEqual([429, '30']);
    app.clock.now += 30_000;
    expect(await guess(PASSWORD)).toEqual([200, null]);
    expect((await ask(app, '/staff')).status).toBe(401);
    await app.close();
  });

  it('does not count who has not tried, nor who knows it', async () => {
    for (let count = 0; count < 30; count++) {
      expect((await ask(closed, '/metrics')).status).toBe(401);
      expect((await ask(closed, '/metrics', basic(`staff:${PASSWORD}`))).status).toBe(200);
    }
  });
});

describe.each(PATHS)('%s with a password', path => {
  it('opens for it under any name, also through a proxy', async () => {
    for (const name of ['', 'staff', 'ä']) {
      const { status } = await ask(closed, path, {
        ...basic(`${name}:${PASSWORD}`),
        'x-forwarded-for': '203.0.113.7',
      });
      expect(status).toBe(200);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['a wrong one', basic('staff:arvaus')],
    ['an empty one', basic('staff:')],
    ['a longer one', basic(`staff:${PASSWORD}x`)],
    ['the beginning of it', basic(`staff:${PASSWORD.slice(0, -1)}`)],
    ['it without a name', basic(PASSWORD.replace(/^/, ' '))],
    ['it as a bearer token', { authorization: `Bearer ${PASSWORD}` }],
    ['it in the clear', { authorization: `Basic ${PASSWORD}` }],
    ['much', { authorization: `Basic ${'x'.repeat(8000)}` }],
  ])('asks for it when given %s', async (_what, headers) => {
    const response = await ask(closed, path, headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="Porrasbotti", charset="UTF-8"');
  });
});

/** Who may see /metrics and /staff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';

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
    { 'x-forwarded-proto': 'https' },
  ])('is not there for what a proxy passes on: %o', async headers => {
    expect((await ask(open, path, headers)).status).toBe(404);
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

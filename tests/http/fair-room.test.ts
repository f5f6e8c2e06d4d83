/** Files and uploads of a few must not take the room of all others: slots a link, an address and in all. */
import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSealer } from '../../src/directline/sealed-token.ts';
import { createFileKeys } from '../../src/http/file-keys.ts';
import { createFiles } from '../../src/http/files.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { Site } from '../../src/http/site.ts';
import { createWorkbookUpload } from '../../src/http/workbook-upload.ts';
import { createWorkshopCalls } from '../../src/http/workshop.ts';
import { XLSX } from '../../src/http/xlsx-type.ts';
import { content } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';

const NOW = Date.UTC(2026, 0, 15);
const CROWD = 40;

async function serve(site: Site): Promise<number> {
  const server = createHttpServer({
    store: await embeddedStore(),
    clientAddress: () => '127.0.0.1',
    routes: [],
    notFound: () => ({ headers: {}, body: '' }),
    sites: [site],
    upgrade: (_request, socket) => socket.destroy(),
    onFailure: () => undefined,
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(server.close);
  return port;
}

/** Files that are made only when the test says so. */
async function servedFiles() {
  const keys = createFileKeys(
    createSealer(() => ['salaisuus-testeihin-0123456789-0123456789']),
    () => NOW,
  );
  let make = () => {};
  const asked = new Promise<void>(resolve => {
    make = resolve;
  });
  const port = await serve(
    createFiles({
      keys,
      addressOf: ({ headers }) => String(headers['x-test-address'] ?? '192.0.2.1'),
      translate: content.translate,
      conversation: async () => {
        await asked;
        return { kind: 'made', content: 'made' };
      },
      result: async () => undefined,
      document: async () => undefined,
      spreadsheet: async () => undefined,
      kept: async () => undefined,
      answers: async () => undefined,
      now: () => NOW,
    }),
  );
  const get = (conversation: string, address = '192.0.2.1') =>
    fetch(
      `http://127.0.0.1:${port}/files/conversation.txt?key=${keys.issue({ channel: 'directline', conversation })}`,
      { headers: { 'x-test-address': address } },
    );
  return { get, make };
}

const statusesOf = (answers: readonly Response[]) => answers.map(({ status }) => status).toSorted();

describe('files asked for at once', () => {
  it('of one link are two, whoever asks: the others get theirs', async () => {
    const { get, make } = await servedFiles();
    const crowd = Array.from({ length: CROWD }, (_, i) => get('one', `198.51.100.${i}`));
    const refused = await Promise.race(crowd);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    const others = ['b', 'c', 'd'].map(conversation => get(conversation, '203.0.113.9'));
    make();
    expect(statusesOf(await Promise.all(others))).toEqual([200, 200, 200]);
    const statuses = statusesOf(await Promise.all(crowd));
    expect(statuses.filter(status => status === 200).length).toBeGreaterThanOrEqual(2);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect((await get('one')).status).toBe(200);
  });

  it('of one address are eight, whatever links it has', async () => {
    const { get, make } = await servedFiles();
    const crowd = Array.from({ length: CROWD }, (_, i) => get(`conversation ${i}`));
    expect((await Promise.race(crowd)).status).toBe(429);
    const other = get('conversation 0', '203.0.113.9');
    make();
    expect((await other).status).toBe(200);
    await Promise.all(crowd);
    expect((await get('conversation 39')).status).toBe(200);
  });
});

/** Sends the head of an upload and holds its body back; the status of an early answer. */
function holdUpload(port: number, conversation: string) {
  const headers = {
    authorization: conversation,
    'content-type': XLSX,
    'content-length': 1000,
    expect: '100-continue',
  };
  const upload = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/workbook', headers });
  const heard = new Promise<number>(resolve => {
    upload.once('continue', () => resolve(100));
    upload.once('response', response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    upload.once('error', () => resolve(0));
  });
  upload.flushHeaders();
  onTestFinished(() => void upload.destroy());
  return { heard, end: () => upload.destroy() };
}

describe('uploads held open', () => {
  it('have one place a conversation and eight in all, taken before a byte of the body is let in', async () => {
    const port = await serve(
      createWorkbookUpload({
        admit: async ({ authorization = '' }) => ({ conversation: authorization, user: 'u' }),
        read: async () => ({ kind: 'rejected', problems: [] }),
        take: async () => 'taken',
        translate: content.translate,
        defaultLocale: 'fi',
        now: () => NOW,
        onFailure: () => undefined,
      }),
    );
    const first = holdUpload(port, 'a');
    expect(await first.heard).toBe(100);
    expect(await holdUpload(port, 'a').heard).toBe(429);
    for (const name of ['b', 'c', 'd', 'e', 'f', 'g', 'h'])
      expect(await holdUpload(port, name).heard).toBe(100);
    expect(await holdUpload(port, 'i').heard).toBe(429);
    first.end();
    await expect.poll(() => holdUpload(port, 'i').heard).toBe(100);
  });
});

describe('the page of a workshop, asked for once a second', () => {
  it('is counted by network: a caller who changes the end of an IPv6 address is the same one', async () => {
    const port = await serve(
      createWorkshopCalls({
        view: async () => undefined,
        act: async () => undefined,
        addressOf: ({ headers }) => String(headers['x-test-address']),
        defaultLocale: 'fi',
        now: () => NOW,
        onFailure: () => undefined,
      }),
    );
    const statusFrom = async (address: string) => {
      const headers = { 'x-test-address': address, authorization: `Bearer ${'a'.repeat(22)}` };
      return (await fetch(`http://127.0.0.1:${port}/api/workshop`, { headers })).status;
    };
    for (let batch = 0; batch < 24; batch++)
      await Promise.all(Array.from({ length: 100 }, (_, i) => statusFrom(`2001:db8::${batch}:${i}`)));
    expect(await statusFrom('2001:db8::ffff:1')).toBe(429);
    expect(await statusFrom('2001:db8:0:1::1')).toBe(404);
  });
});

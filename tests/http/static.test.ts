/** The browser's files: compressed, cached, and nothing but them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { WEB_FILES } from '../support/web-folder.ts';
import { rawRequest } from './raw-request.ts';

const [NAME, CONTENT] = WEB_FILES['page.css'];
const PATH = `/assets/${NAME}`;
let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

/** Byte by byte: `fetch` would unpack by itself. */
const get = (path: string, ...headers: string[]) =>
  rawRequest(app.address, [`GET ${path} HTTP/1.1`, 'Host: localhost', ...headers]);

describe('a file', () => {
  it.each(['br', 'gzip'])('comes packed as %s to whoever takes it', async encoding => {
    const response = await fetch(app.address + PATH, { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(CONTENT.length);
    expect(await response.text()).toBe(CONTENT);
  });

  it('comes plain to whoever takes nothing else', async () => {
    const { headers, body } = await get(PATH, 'Accept-Encoding: identity');
    expect([headers['content-encoding'], body]).toEqual([undefined, CONTENT]);
  });

  it('prefers brotli', async () => {
    const response = await fetch(app.address + PATH, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
  });

  it('under a hashed name may be kept for ever; the widget’s is asked for anew', async () => {
    const hashed = await get(PATH);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const widget = await get('/widget.js');
    expect(widget.headers['cache-control']).toBe('public, max-age=3600');
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await get(PATH, 'Accept-Encoding: identity');
    expect(headers.etag).toBeTruthy();
    const again = await get(PATH, 'Accept-Encoding: identity', `If-None-Match: ${headers.etag}`);
    expect([again.status, again.body]).toEqual([304, '']);
    const other = await get(PATH, 'Accept-Encoding: identity', 'If-None-Match: W/"0-0"');
    expect(other.status).toBe(200);
  });

  it('comes whole, whatever range is asked for', async () => {
    for (const range of ['bytes=5-2', 'bytes=-1', 'bytes=0-3', 'bytes=99999999-', 'a', 'bytes=x-y']) {
      const { status, body } = await get(PATH, 'Accept-Encoding: identity', `Range: ${range}`);
      expect([range, status, body]).toEqual([range, 200, CONTENT]);
    }
  });

  it('has a type of its own', async () => {
    expect((await get(PATH)).headers['content-type']).toMatch(/^text\/css/);
    expect((await get('/widget.js')).headers['content-type']).toMatch(/javascript/);
    expect((await get(`/assets/${WEB_FILES['icon.svg'][0]}`)).headers['content-type']).toBe('image/svg+xml');
  });
});

describe('nothing else of the disk', () => {
  it.each([
    '/manifest.json',
    '/assets/',
    '/assets/../manifest.json',
    '/assets/%2e%2e/manifest.json',
    '/assets/..%2fmanifest.json',
    '/assets/..%5cmanifest.json',
    '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    '/assets//etc/passwd',
    '/assets/%00',
    `${PATH}%00.js`,
    '/.env',
    '/package.json',
  ])('%s', async path => {
    const { status, text } = await get(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/page\.css":|root:|"name"/);
  });
});

/** The browser's files: compressed, cached, and nothing but them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { WEB_FILES, webFolder } from '../support/web-folder.ts';
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

describe('the coding', () => {
  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000, gzip;q=0.001', 'gzip'],
    ['gzip;q=0, br', 'br'],
    ['br;q=0, gzip;q=0', undefined],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=0.9, br;q=0.4', 'gzip'],
    ['br;q=0.5, gzip;q=0.5', 'br'],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0.1, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0.5, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity;q=0, *', 'br'],
    ['identity;q=0, gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip; Q=0', undefined],
    ['deflate, zstd', undefined],
    ['brotli', undefined],
    ['abr', undefined],
    ['', undefined],
  ])('for %j is %s', async (accepted, coding) => {
    const { status, headers } = await get(PATH, `Accept-Encoding: ${accepted}`);
    expect([status, headers['content-encoding']]).toEqual([200, coding]);
    expect(headers.vary).toBe('Accept-Encoding');
  });

  it('is the file as it is where nothing is said of codings', async () => {
    const { headers, body } = await get(PATH);
    expect([headers['content-encoding'], body]).toEqual([undefined, CONTENT]);
  });

  it.each(['identity;q=0', '*;q=0', 'deflate, identity;q=0'])('for %j there is none', async accepted => {
    const { status, headers, body } = await get(PATH, `Accept-Encoding: ${accepted}`);
    expect([status, JSON.parse(body).error.code]).toEqual([406, 'NotAcceptable']);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('keeps the type of the file', async () => {
    for (const accepted of ['br', 'gzip', 'identity']) {
      const { headers } = await get(PATH, `Accept-Encoding: ${accepted}`);
      expect(headers['content-type']).toBe('text/css; charset=utf-8');
    }
  });
});

describe('whoever has the file', () => {
  const tagOf = async (coding: string) =>
    (await get(PATH, `Accept-Encoding: ${coding}`)).headers.etag?.replace(/^W\//, '') ?? '';
  const again = (coding: string, ...headers: string[]) => get(PATH, `Accept-Encoding: ${coding}`, ...headers);

  it.each<[string, (tag: string) => string[], number]>([
    ['its weak tag', tag => [`If-None-Match: W/${tag}`], 304],
    ['its tag as a strong one', tag => [`If-None-Match: ${tag}`], 304],
    ['a list with it', tag => [`If-None-Match: "a", W/"b-c" ,W/${tag}`], 304],
    ['a list without spaces', tag => [`If-None-Match: ${tag},"a"`], 304],
    ['two headers', tag => ['If-None-Match: "a"', `If-None-Match: ${tag}`], 304],
    ['whatever there is', () => ['If-None-Match: *'], 304],
    ['its tag, past all caches', tag => [`If-None-Match: ${tag}`, 'Cache-Control: no-cache'], 304],
    ['other tags', () => ['If-None-Match: "a", W/"b"'], 200],
    ['a tag without quotes', tag => [`If-None-Match: ${tag.replaceAll('"', '')}`], 200],
    [
      'another tag and a later day',
      () => ['If-None-Match: "a"', 'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT'],
      200,
    ],
    ['a later day', () => ['If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT'], 304],
    ['an earlier day', () => ['If-Modified-Since: Thu, 01 Jan 1998 00:00:00 GMT'], 200],
  ])('named by %s', async (_what, headersFor, status) => {
    for (const coding of ['br', 'gzip', 'identity']) {
      const answer = await again(coding, ...headersFor(await tagOf(coding)));
      expect([coding, answer.status]).toEqual([coding, status]);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expect(answer.headers.etag).toBeTruthy();
      if (status === 304) expect(answer.body).toBe('');
    }
  });

  it('in one coding has not got it in another', async () => {
    const tag = await tagOf('gzip');
    expect((await again('br', `If-None-Match: ${tag}`)).status).toBe(200);
  });
});

describe('while the server runs', () => {
  it('no look at the disk is taken: pages and files are those of its start', async () => {
    const own = webFolder();
    const moved = await appInProcess({}, { webFolder: own.folder });
    own.remove();
    const page = await fetch(`${moved.address}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(PATH)]);
    for (const path of [PATH, '/widget.js', '/info'])
      expect([path, (await fetch(moved.address + path)).status]).toEqual([path, 200]);
    await moved.close();
  });
});

describe('a file that is to be another', () => {
  it.each<[string, (tag: string, day: string) => string, number]>([
    ['the one there is', tag => `If-Match: ${tag}`, 200],
    ['whichever', () => 'If-Match: *', 200],
    ['one of a list', tag => `If-Match: "a", ${tag}`, 200],
    ['another', () => 'If-Match: "a"', 412],
    ['one not changed since its day', (_, day) => `If-Unmodified-Since: ${day}`, 200],
    ['one of the last century', () => 'If-Unmodified-Since: Thu, 01 Jan 1998 00:00:00 GMT', 412],
    ['one of no day', () => 'If-Unmodified-Since: yesterday', 200],
  ])('%s', async (_what, headerFor, status) => {
    const { headers } = await get(PATH);
    const { etag = '', 'last-modified': day = '' } = headers;
    expect((await get(PATH, headerFor(String(etag), String(day)))).status).toBe(status);
  });
});

describe('nothing else of the disk', () => {
  it.each([
    '/manifest.json',
    `${PATH}.br`,
    '/assets/.',
    '/assets/%',
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

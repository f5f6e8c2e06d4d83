/** What every answer tells the browser about safety, and what it keeps to itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { freePort } from '../support/free-port.ts';
import { WEB_FILES } from '../support/web-folder.ts';
import { rawRequest } from './raw-request.ts';

const HOST_SITE = 'https://www.koekunta.example';
let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess({ ALLOWED_ORIGINS: HOST_SITE });
});

afterAll(() => app.close());

const EVERYWHERE = [
  '/',
  '/embed',
  '/info',
  '/privacy',
  '/accessibility',
  '/terms',
  '/health',
  '/metrics',
  '/staff',
  '/widget.js',
  `/assets/${WEB_FILES['page.css'][0]}`,
  '/assets/none.js',
  '/names/municipalities.json',
  '/names/none.json',
  '/files/conversation.html',
  '/pictures/stair/none.png',
  '/v3/directline/conversations/none',
  '/nowhere',
];

describe('every answer', () => {
  it.each(EVERYWHERE)('%s is not to be guessed at, tells no referrer and names no software', async path => {
    const { headers } = await fetch(app.address + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect([headers.get('server'), headers.get('x-powered-by'), headers.get('set-cookie')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  const FOUND = ['/', '/info', '/privacy', '/accessibility', '/terms'];

  it.each(EVERYWHERE)(
    '%s is a find for search engines only where it is a page about the service',
    async path => {
      const { headers } = await fetch(app.address + path);
      expect(headers.get('x-robots-tag')).toBe(FOUND.includes(path) ? null : 'noindex, nofollow');
    },
  );

  const PICTURES = [
    '/pictures/stair/1-3.fi.png',
    '/pictures/stair/0-4.provisional.sv.png',
    '/pictures/chain/experiment.nmmee.sv.png',
  ];
  const SHOWN_ELSEWHERE = ['/embed', '/widget.js', ...PICTURES];

  it.each([...EVERYWHERE, ...PICTURES])(
    '%s is shown by pages of other origins only where it is meant to be',
    async path => {
      const { headers } = await fetch(app.address + path);
      const expected = SHOWN_ELSEWHERE.includes(path) ? 'cross-origin' : 'same-origin';
      expect(headers.get('cross-origin-resource-policy')).toBe(expected);
    },
  );

  it.each([
    '/',
    '/embed',
    '/info',
    '/privacy',
    '/accessibility',
    '/terms',
    '/staff',
    '/nowhere',
    '/files/result.html',
  ])('%s shares no window with others, and asks for no device', async path => {
    const { headers } = await fetch(app.address + path, { headers: { accept: 'text/html' } });
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    for (const device of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
      expect(headers.get('permissions-policy')).toContain(`${device}=()`);
  });

  it('asks to be come back to by TLS where its address says so, and nowhere else', async () => {
    const port = await freePort();
    const behindTls = await appInProcess({ PUBLIC_URL: 'https://bot.example.fi', PORT: String(port) });
    for (const path of EVERYWHERE) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
      const plain = await fetch(app.address + path);
      expect(plain.headers.get('strict-transport-security')).toBeNull();
    }
    await behindTls.close();
  });

  it.each(['/', '/embed', '/info', '/privacy', '/accessibility', '/terms', '/staff'])(
    '%s as HTML has a policy that begins with nothing allowed',
    async path => {
      const { headers } = await fetch(app.address + path);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    },
  );
});

/** A policy as directive → its sources. */
async function policy(path: string): Promise<Record<string, string[]>> {
  const { headers } = await fetch(app.address + path);
  const directives = (headers.get('content-security-policy') ?? '').split('; ');
  return Object.fromEntries(
    directives.map(one => one.split(' ')).map(([name, ...sources]) => [name, sources]),
  );
}

describe('the policy of the page', () => {
  it('lets nothing inline run or style, nothing be evaluated and nothing come from elsewhere', async () => {
    for (const path of ['/', '/embed', '/info', '/privacy', '/accessibility', '/terms']) {
      const sources = Object.values(await policy(path)).flat();
      expect(sources).not.toContain("'unsafe-inline'");
      expect(sources).not.toContain("'unsafe-eval'");
      // On a trial's page the pictures come from the same server by its other name.
      const own = app.address.replace('127.0.0.1', 'localhost');
      const foreign = (source: string) => source === '*' || (source.startsWith('http:') && source !== own);
      expect(sources.filter(foreign)).toEqual([]);
    }
    expect(Object.keys(await policy('/info'))).not.toContain('script-src');
  });

  it('has a nonce of its own for every answer, which the page’s script bears', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(`${app.address}/`);
        const html = await response.text();
        const [, nonce = ''] =
          /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
        expect(html).toContain(` nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect(Buffer.from(nonces[0] ?? '', 'base64').length).toBeGreaterThanOrEqual(16);
  });

  it('lets only the allowed sites frame the widget, and nobody the other pages', async () => {
    expect((await policy('/embed'))['frame-ancestors']).toEqual(["'self'", HOST_SITE]);
    for (const path of ['/', '/info', '/privacy', '/accessibility', '/terms']) {
      expect((await policy(path))['frame-ancestors']).toEqual(["'none'"]);
    }
  });

  it('lets in the pictures of its own server, by whichever name the page was opened', async () => {
    const { port } = new URL(app.address);
    const own = `http://localhost:${port}`;
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`, `localhost:${port}`, 'inside.example']) {
      const { headers } = await rawRequest(app.address, ['GET / HTTP/1.1', `Host: ${host}`]);
      const [pictures = ''] = /img-src [^;]*/.exec(headers['content-security-policy'] ?? '') ?? [];
      expect(pictures).toBe(`img-src 'self' data:${host === `localhost:${port}` ? '' : ` ${own}`}`);
    }
  });

  it('cannot be written into by the Host header', async () => {
    for (const host of ["a; script-src * 'unsafe-inline'", "a;script-src'*'", 'a%20https:', '*', 'a,b']) {
      const { headers } = await rawRequest(app.address, ['GET / HTTP/1.1', `Host: ${host}`]);
      expect(headers['content-security-policy'] ?? '').not.toMatch(/unsafe-inline|\*|a,b|a;|%20/);
    }
  });
});

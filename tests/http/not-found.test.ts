/** What is not there: a page for a person, in their language, and a code for a program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const ask = (path: string, headers: Record<string, string>) => fetch(app.address + path, { headers });

describe('a person', () => {
  it.each([
    '/nowhere',
    '/info/more',
    '/INFO',
    '//',
    '//?lang=fi',
    '/%F0%9F%98%80',
    '/assets/none.js',
    '/names/none.json',
    '/names/__proto__',
    '/assets/',
    '/pictures/stair/9-9.fi.png',
    '/pictures/chain/quick-check.nmmee.fi.png',
    '/api/nowhere',
  ])('at %s is given a page with ways on', async path => {
    const response = await ask(path, { accept: BROWSER });
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(html).toContain(`<h1>${content.translate('fi')('page:not-found.title')}</h1>`);
    expect(html).toContain('href="/?lang=fi"');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['/nowhere', 'sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
    ['/nowhere', 'en-GB', 'en'],
    ['/nowhere', 'de,en;q=0.5,sv;q=0.1', 'en'],
    ['/nowhere', 'de', 'fi'],
    ['/nowhere', '*', 'fi'],
    ['/nowhere', 'fi;q=0, sv', 'sv'],
    ['/nowhere?lang=sv', 'en', 'sv'],
    ['/nowhere?lang=de', 'en', 'en'],
  ])('at %s who reads %s reads it in %s', async (path, languages, locale) => {
    const response = await ask(path, { accept: BROWSER, 'accept-language': languages });
    expect(response.headers.get('content-language')).toBe(locale);
    const html = await response.text();
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(
      content.translate(locale === 'sv' ? 'sv' : locale === 'en' ? 'en' : 'fi')('page:not-found.title'),
    );
  });
});

it.each([
  '*/*',
  'application/json',
  'application/json, text/html',
  'text/css,*/*;q=0.1',
  'image/*',
  'text/html;q=0, */*',
  '',
])('a program that takes %j is given a code', async accept => {
  const response = await ask('/nowhere', { accept });
  expect([response.status, await response.json()]).toEqual([
    404,
    { error: { code: 'NotFound', message: 'NotFound' } },
  ]);
  expect(response.headers.get('vary')).toContain('Accept');
});

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PageOptions, renderPage } from '../../src/http/page.ts';
import { pageAssets } from '../../src/http/page-assets.ts';
import { pageCsp } from '../../src/http/page-csp.ts';
import { localizedPageTexts } from '../../src/http/page-texts.ts';
import type { View } from '../../src/presentation/view.ts';
import { content } from '../support/content.ts';

const texts = localizedPageTexts(content.translate);

const GREETING: View = {
  gist: 'Hei',
  expects: 'answer',
  blocks: [
    { block: 'heading', text: 'Hei' },
    { block: 'text', text: 'Kuka <olen>' },
    { block: 'list', items: ['a', 'b'] },
    { block: 'typing', text: 'Kirjoita' },
    {
      block: 'buttons',
      buttons: [{ label: 'Aloita', tone: 'main', press: { do: 'command', name: 'start' } }],
    },
    { block: 'quiet', buttons: [{ label: 'På svenska', press: { do: 'locale', value: 'sv' } }] },
  ],
};

function page(options: Partial<PageOptions> = {}): string {
  return renderPage({
    kind: 'page',
    locale: 'fi',
    nonce: 'bm9uY2U=',
    texts,
    assets: {
      script: '/assets/p.js',
      style: '/assets/p.css',
      cards: '/assets/c.js',
      boot: 'void 0',
      icon: '/assets/i.svg',
      tab: '/assets/t.js',
      grid: '/assets/g.js',
      gridStyle: '/assets/g.css',
      workshop: '/assets/workshop.js',
      workshopStyle: '/assets/workshop.css',
    },
    authority: 'Kivelän kunta',
    contact: { unit: 'Kirjaamo' },
    links: [],
    greeting: GREETING,
    names: {},
    invitation: { token: 'token', conversationId: 'conversation' },
    ...options,
  });
}

describe('the page', () => {
  test.each(['fi', 'sv', 'en'] as const)('is whole in %s before any script runs', locale => {
    const html = page({ locale });
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(`<title>${texts[locale].title} – Kivelän kunta</title>`);
    expect(html).toMatch(new RegExp(`<h1[^>]*>${texts[locale].title}</h1>`));
    expect(html).toMatch(new RegExp(`href="\\?lang=${locale}"[^>]*aria-current="true"`));
    expect(html.match(/aria-current/g)).toHaveLength(1);
  });

  test('carries nothing that its content policy would block', () => {
    const html = page({ links: [{ text: 'footerInfo', path: '/info' }] });
    expect(html).not.toMatch(/ on[a-z]+=| style=|javascript:/i);
    const run = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
    for (const attributes of run) expect(attributes).toMatch(/ nonce="bm9uY2U="| type="application\/json"/);
  });

  test('shows the authority’s own words as words', () => {
    const html = page({
      authority: '</script><script>alert(1)</script>',
      contact: { unit: '<b>"Kunta"</b>', form: 'https://kunta.example/?a=1&b="2"' },
    });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>');
    expect(html).toContain('https://kunta.example/?a=1&amp;b=&quot;2&quot;');
  });

  test('links to the other pages in its own language', () => {
    expect(page({ locale: 'sv', links: [{ text: 'footerPrivacy', path: '/privacy' }] })).toContain(
      `<a href="/privacy?lang=sv" data-text="footerPrivacy">${texts.sv.footerPrivacy}</a>`,
    );
  });

  test('tells those without scripts every way to reach a person, and none that there is not', () => {
    const html = page({
      contact: { unit: 'Kirjaamo', phone: '08 123 456', email: 'kirjaamo@kunta.example' },
    });
    const noscript = html.slice(html.indexOf('<noscript>'), html.indexOf('id="page-data"'));
    expect(noscript).toContain('<a href="tel:08123456">08 123 456</a>');
    expect(noscript).toContain('<a href="mailto:kirjaamo@kunta.example">');
    expect(noscript).not.toContain(texts.fi.contactForm);
  });

  test('greets before any script has come, with buttons that say what they send', () => {
    const html = page();
    expect(html).toContain('<h2>Hei</h2><p>Kuka &lt;olen&gt;</p><ul><li>a</li><li>b</li></ul>');
    expect(html).toContain(
      '<button type="button" class="ac-pushButton style-positive" data-press="{&quot;do&quot;:&quot;command&quot;,&quot;name&quot;:&quot;start&quot;}">Aloita</button>',
    );
    expect(html).toMatch(/<button[^>]* lang="sv">På svenska<\/button>/);
    expect(html).not.toContain('Kirjoita</');
    expect(html.indexOf('Aloita</button>')).toBeLessThan(html.indexOf('id="page-data"'));
  });

  test('carries what begins its conversation, and where its scripts are', () => {
    const data = JSON.parse(/id="page-data">(.*?)<\/script>/.exec(page())?.[1] ?? '');
    expect(data).toMatchObject({
      names: {},
      invitation: { token: 'token', conversationId: 'conversation' },
      cards: '/assets/c.js',
    });
    expect(page()).toContain('<script nonce="bm9uY2U=">void 0</script>');
  });

  test('as the widget’s frame keeps its heading for screen readers and leaves out header and footer', () => {
    const html = page({ kind: 'embed', links: [{ text: 'footerInfo', path: '/info' }] });
    expect(html).toContain('<h1 class="visually-hidden"');
    expect(html).not.toMatch(/<header|<footer|class="languages"/);
  });
});

describe('the content policy', () => {
  const csp = (host: string | undefined, frameAncestors: readonly string[] = []) =>
    pageCsp({ nonce: 'bm9uY2U=', host, pictures: 'https://kunta.example', frameAncestors });

  test('lets in nothing from elsewhere and nothing unsafe', () => {
    const policy = csp('kunta.example');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-bm9uY2U='; style-src 'self'; /);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('ws://kunta.example wss://kunta.example');
  });

  test.each(['evil.example; script-src *', 'a b', '"', 'host:123456', undefined])(
    'a Host header of %j adds nothing to it',
    host => {
      expect(csp(host)).toContain("connect-src 'self'; base-uri");
    },
  );

  test('names the sites that may frame the chat', () => {
    expect(csp('a.example', ["'self'", 'https://b.example'])).toMatch(
      /frame-ancestors 'self' https:\/\/b\.example$/,
    );
  });
});

describe('the names of the built files', () => {
  const manifest = (script: string) =>
    JSON.stringify({
      'page.js': script,
      'page.css': 'p.css',
      'cards.js': 'c.js',
      'boot.js': 'b.js',
      'icon.svg': 'i.svg',
      'tab.js': 't.js',
      'grid.js': 'g.js',
      'grid.css': 'g.css',
      'workshop.js': 'w.js',
      'workshop.css': 'w.css',
    });

  test('are read once, when the server starts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'porrasbotti-assets-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'b.js'), 'void 0;\n');
    writeFileSync(join(folder, 'manifest.json'), manifest('one.js'));
    expect(pageAssets(folder)).toMatchObject({ script: '/assets/one.js', boot: 'void 0;' });
  });

  test('a missing build is an error, not an empty page', () => {
    expect(() => pageAssets('/nonexistent')).toThrow(/manifest\.json/);
  });
});

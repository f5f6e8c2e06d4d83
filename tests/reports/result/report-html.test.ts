/** The report as one page of HTML: whole, small, and harmless whatever was written into it. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { reportHtml } from '../../../src/reports/result/report-html.ts';
import { NAMES, reportOf } from './made-reports.ts';

const HOSTILE = '</td><script>alert("x")</script><img src=x onerror=\'alert(1)\'> & {{publicUrl}}';
const MOST_BYTES = 40_000;

describe.each(LOCALES)('a page in %s', locale => {
  it.each(NAMES)('of %s takes at most 40 KB beside its pictures, and asks nobody for anything', name => {
    const page = reportHtml(reportOf(name, locale));
    const pictures = page.match(/<img [^>]*>/g) ?? [];
    const bytes = Buffer.byteLength(page) - pictures.reduce((sum, one) => sum + Buffer.byteLength(one), 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).not.toMatch(/<script|<link|src="(?!data:)|@import|url\(/);
  });

  it.each(NAMES)('of %s has headings that skip no level', name => {
    const levels = [...reportHtml(reportOf(name, locale)).matchAll(/<h([1-6])>/g)].map(([, level]) =>
      Number(level),
    );
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

it('shows hostile words as words, in its text, its tables and its pictures', () => {
  const page = reportHtml(reportOf('some of everything', 'fi', { notes: { need: HOSTILE } }));
  expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)');
  expect(page).not.toMatch(/<script|<img src=x/);
});

it('has links above it where it is given some, with their addresses as they are', () => {
  const links = [{ text: 'PDF & "muut"', url: 'https://bot.example/r/ABC?as=pdf&x="1"' }];
  const page = reportHtml(reportOf('everything', 'fi'), { links });
  expect(page).toContain(
    '<a href="https://bot.example/r/ABC?as=pdf&amp;x=&quot;1&quot;">PDF &amp; &quot;muut&quot;</a>',
  );
});

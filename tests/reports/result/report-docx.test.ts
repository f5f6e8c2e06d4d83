/** The page to write on: what a word processor and a screen reader find in it. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import { toPng } from '../../../src/presentation/picture/to-png.ts';
import { reportDocx } from '../../../src/reports/result/report-docx.ts';
import { councilReport } from './council-reports.ts';
import { type Given, reportOf } from './made-reports.ts';

const MOST_BYTES = 150_000;

async function read(name: Given, locale: Locale, change: object = {}) {
  const report = { ...reportOf(name, locale), ...change };
  const bytes = await reportDocx(report, toPng);
  const files = unzipSync(bytes);
  const text = (file: string) => strFromU8(files[file] ?? new Uint8Array());
  return {
    report,
    bytes,
    body: text('word/document.xml'),
    styles: text('word/styles.xml'),
    core: text('docProps/core.xml'),
  };
}

const count = (text: string, part: string) => text.split(part).length - 1;

describe.each(LOCALES)('a document in %s', locale => {
  it.each(['some of everything', 'a plan', 'a workbook'] as const)(
    'of %s has title, language, headings, headed tables and alternative texts',
    async name => {
      const { report, bytes, body, styles, core } = await read(name, locale);
      expect(bytes.length).toBeLessThan(MOST_BYTES);
      expect(core).toContain(`<dc:title>${report.title} – ${report.result}</dc:title>`);
      expect(styles).toContain(`<w:lang w:val="${LANGUAGE_TAGS[locale]}"/>`);
      expect(count(body, 'w:val="Heading1"')).toBe(1);
      expect(count(body, '<w:tbl>')).toBeGreaterThan(0);
      expect(count(body, '<w:tblHeader/>')).toBe(count(body, '<w:tbl>'));
      const figures = report.parts.flatMap(({ blocks }) => blocks.filter(({ block }) => block === 'figure'));
      expect(count(body, '<wp:docPr ')).toBe(figures.length);
      expect(body.match(/<wp:docPr [^>]*descr="[^"]{20,}"/g)?.length ?? 0).toBe(figures.length);
      expect(body).toContain('w:w="11906"');
    },
  );
});

it('of two sectors in three years is as light as any other', async () => {
  for (const dialog of ['profile', 'targets'] as const)
    expect((await reportDocx(councilReport(dialog, 'fi'), toPng)).length).toBeLessThan(MOST_BYTES);
});

it('leaves a cell for the day to be filled in, and is nothing that somebody wrote', async () => {
  const { body } = await read('some of everything', 'fi', { result: '</w:t><w:evil/> & "=1+1"' });
  expect(body).toContain('Mihin mennessä');
  expect(body).toContain('&lt;/w:t&gt;&lt;w:evil/&gt; &amp;');
  expect(body).not.toContain('<w:evil');
});

/** The report as PDF/UA-1, read back by a program that had no part in making it (poppler). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { requireTools } from '../../../scripts/tools.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import type { Extent } from '../../../src/reports/result/pdf/page-data.ts';
import { reportPdf } from '../../../src/reports/result/pdf/report-pdf.ts';
import type { Report } from '../../../src/reports/result/report.ts';
import { content } from '../../support/content.ts';
import { councilReport } from './council-reports.ts';
import { GIVEN, type Given, NAMES, reportOf, reportOn } from './made-reports.ts';

const MOST_BYTES = 150_000;
const EXTENTS = ['brief', 'full'] as const;
const folder = mkdtempSync(join(tmpdir(), 'porrasbotti-pdf-'));
let files = 0;

beforeAll(() => requireTools(['pdfinfo']));

/** What poppler reads of a document. */
function read(pdf: Uint8Array) {
  const file = join(folder, `${files++}.pdf`);
  writeFileSync(file, pdf);
  const run = (program: string, ...options: string[]) =>
    execFileSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  return {
    info: () => run('pdfinfo'),
    meta: () => run('pdfinfo', '-meta'),
    structure: () => run('pdfinfo', '-struct-text'),
    text: () => run('pdftotext', '-raw'),
    objects: () => objectsIn(pdf),
  };
}

/** All that is written in the document, unpacked: poppler does not print alternative texts. */
function objectsIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at);
    try {
      parts.push(Buffer.from(unzlibSync(bytes.subarray(at + 7, end))).toString('latin1'));
    } catch {
      // Not packed.
    }
  }
  return parts.join('\n');
}

/** As PDF writes text that is more than ASCII. */
function asPdfString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** The tags of the structure, in reading order. */
function tagsOf(structure: string): readonly string[] {
  return structure.split('\n').flatMap(line => /^ *([A-Z][A-Za-z0-9]*)\b/.exec(line)?.[1] ?? []);
}

/** Every kind of result in Finnish, and one with a picture in each other language. */
const MADE: readonly (readonly [name: Given, locale: Locale, extent: Extent])[] = [
  ...NAMES.flatMap(name => EXTENTS.map(extent => [name, 'fi', extent] as const)),
  ...LOCALES.map(locale => ['some of everything', locale, 'brief'] as const),
];

it.each(MADE)(
  'a PDF of %s in %s (%s) is PDF/UA-1 with title, language, headings and headed tables',
  async (name, locale, extent) => {
    const report = reportOf(name, locale);
    const pdf = await reportPdf(report, extent);
    expect(pdf.length).toBeLessThan(MOST_BYTES);
    const document = read(pdf);
    const info = document.info();
    expect(info).toContain(`Title:           ${report.title} – ${report.result}`);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toContain('(A4)');
    if (extent === 'brief') expect(info).toMatch(/Pages: +1\n/);
    const meta = document.meta();
    expect(meta).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(meta).toContain(`<rdf:li>${LANGUAGE_TAGS[locale]}</rdf:li>`);
    const tags = tagsOf(document.structure());
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1);
    expect(tags.filter(tag => tag === 'Table').length).toBe(tags.filter(tag => tag === 'THead').length);
    const levels = tags.flatMap(tag => (/^H[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  },
);

describe('a PDF', () => {
  it('is read in the order in which it is seen: what, scope, picture, conditions, actions', async () => {
    const report = reportOf('some of everything', 'fi');
    const document = read(await reportPdf(report, 'brief'));
    for (const said of [document.structure(), document.text()]) {
      const at = [
        report.title,
        report.result,
        'Työ ja yrittäminen',
        'ei päätös',
        'Portaiden ehdot',
        'Kunta on',
        'Esteet ja toimenpiteet',
        'Laadi digitalisaation tiekartta',
      ].map(part => said.indexOf(part));
      expect(at).not.toContain(-1);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }
    const [figure] = report.parts.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.block === 'figure' ? [block.figure] : [])),
    );
    expect(document.objects()).toContain(`/Alt ${asPdfString(figure?.alt ?? '')}`);
  });

  it('gives headings of columns a scope, and the foot of the page to nobody who listens', async () => {
    const report = reportOf('no to all', 'sv');
    const document = read(await reportPdf(report, 'brief'));
    const structure = document.structure();
    expect(structure.match(/TH <[^>]*>/g)?.length).toBe(8);
    expect(structure.match(/\/Scope \/Column/g)?.length).toBe(8);
    expect(document.text()).toContain(report.made);
    expect(structure).not.toContain(report.made);
  });

  it('does not divide words, in Finnish least of all', async () => {
    const text = read(await reportPdf(reportOf('some of everything', 'fi'), 'full')).text();
    expect(
      text.split('\n').filter(line => /\p{L}[-\u00ad]$/u.test(line.trim()) && !line.includes('://')),
    ).toEqual([]);
    expect(text).toContain('itsearvio');
  });

  const CODE = [
    '#panic("x")',
    '#read("/etc/passwd")',
    '$ x^2 $',
    '*b* _i_',
    '[c]',
    '\\u{41} \\#',
    '@ref <l>',
    '= h',
    '// c',
    '`a`',
    '"; #x',
  ];
  it('sets whatever is written as text, and none of it is read as code', async () => {
    const written = CODE.join(' | ');
    const report = reportOf('some of everything', 'fi', { notes: { need: written } });
    const everywhere: Report = {
      ...withWords(report, written),
      title: written,
      result: written,
      facts: [{ label: 'Kunta', value: written }],
      notices: [written],
      made: written,
    };
    const document = read(await reportPdf(everywhere, 'full'));
    expect(document.info()).toContain(`Title:           ${written} – ${written}`);
    const text = document.text().replaceAll(/\s+/g, ' ');
    for (const code of CODE) expect(text).toContain(code);
  });

  it.each([
    ['Chinese', '漢字'],
    ['an emoji', '🌱👍🏽'],
    ['Arabic', 'مرحبا'],
    ['half of a character', '\ud83d'],
  ])('draws %s as squares and says so, rather than failing', async (_name, words) => {
    const report = withWords(reportOf('a plan', 'fi'), `Sana ${words}`);
    const text = read(await reportPdf(report, 'full')).text();
    expect(text).toContain('Sana ');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(report.unprinted);
  });

  it('takes controls for spaces', async () => {
    const report = withWords(reportOf('nothing', 'fi'), 'a\u0000b\u0007c\u001bd\ne');
    expect(read(await reportPdf(report, 'full')).text()).toContain('a b c d e');
  });

  it('keeps letters of the languages of Finland', async () => {
    const words = 'Åå Ää Öö Šš Žž Čč Đđ Ŋŋ Ŧŧ Ââ Õõ Ǥǥ Ʒʒ – ”lainaus” 1 234,5 € −4 % ✓ →';
    const text = read(await reportPdf(withWords(reportOf('nothing', 'fi'), words), 'full')).text();
    expect(text).toContain(words);
    expect(text).not.toContain('neliö');
  });

  it('breaks a word without end rather than running off the page', async () => {
    const report = withWords(reportOf('everything', 'fi'), 'x'.repeat(400));
    const info = read(await reportPdf(report, 'brief')).info();
    expect(info).toMatch(/Pages: +1\n/);
  });

  it('of more than a page holds is cut at a block, and says that there is more', async () => {
    const report = reportOf('no to all', 'en');
    const many = {
      in: 'brief',
      level: 2,
      heading: 'More',
      blocks: [{ block: 'text', text: 'A line. '.repeat(60) }],
    } as const;
    const long: Report = { ...report, parts: [...report.parts, ...Array.from({ length: 30 }, () => many)] };
    const document = read(await reportPdf(long, 'brief'));
    const text = document.text();
    expect(document.info()).toMatch(/Pages: +1\n/);
    expect(text).toContain(report.cut);
    expect(text).toContain('Obstacles and actions');
  });

  it('of six areas, each with every answer, keeps its size and its one page', async () => {
    const others = ['environment', 'education', 'culture', 'wellbeing', 'participation'].map(judged => ({
      ...{ answers: { ...GIVEN['no to all'][1], judged }, passed: [], reasons: {} },
      ...{ notes: { need: 'sivu 4' }, colleague: [] },
    }));
    const report = reportOf('some of everything', 'fi', { others });
    const whole = await reportPdf(report, 'full');
    expect(whole.length).toBeLessThan(MOST_BYTES);
    expect(
      read(whole)
        .text()
        .match(/sivu 4/g),
    ).toHaveLength(5);
    expect(read(await reportPdf(report, 'brief')).info()).toMatch(/Pages: +1\n/);
  });

  it.each(LOCALES.flatMap(locale => [['profile', locale] as const, ['targets', locale] as const]))(
    'of a %s of two sectors in three years has room for all of it on one page, in %s',
    async (dialog, locale) => {
      const report = councilReport(dialog, locale);
      const document = read(await reportPdf(report, 'brief'));
      expect(document.info()).toMatch(/Pages: +1\n/);
      const text = document.text();
      expect(text).not.toContain(report.cut);
      expect(text).toContain(content.translate(locale)('bot:trend.title'));
    },
  );

  it('puts a table at the side of its picture, so that the width is used', async () => {
    const file = join(folder, 'beside.pdf');
    writeFileSync(file, await reportPdf(councilReport('profile', 'fi'), 'brief'));
    const places = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
    const [, x = 0] = /xMin="([\d.]+)"[^>]*>Näkökulma</.exec(places)?.map(Number) ?? [];
    // Points: the page is 595 wide.
    expect(x).toBeGreaterThan(200);
  });

  it('has the same bytes for the same report', async () => {
    const report = reportOf('a plan', 'sv');
    const [one, other] = [await reportPdf(report, 'brief'), await reportPdf(report, 'brief')];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('of several plans is whole, each in a chapter of its own', async () => {
    const two = {
      'portfolio.own': ['own-1', 'own-2'],
      'own-1.name': 'Ensimmäinen #kokeilu',
      'own-2.name': 'Toinen',
    };
    const report = reportOn('experiment', 'fi', {
      told: { answers: two, passed: [], reasons: {}, notes: {}, colleague: [] },
    });
    const structure = read(await reportPdf(report, 'full')).structure();
    expect(structure).toMatch(/H2.*\n +"Ensimmäinen #kokeilu"/);
  });
});

/** The report with somebody's own words in every kind of block. */
function withWords(report: Report, words: string): Report {
  const table = { caption: words, head: ['Kohta', words], rows: [['Rivi', words]] };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><text font-family="'Source Sans 3'" x="1" y="5">${words.replaceAll(/[<>&"\p{Cc}\p{Cs}]/gu, '')}</text></svg>`;
  return {
    ...report,
    parts: [
      ...report.parts,
      {
        in: 'brief',
        level: 2,
        heading: words,
        blocks: [
          { block: 'text', text: words },
          { block: 'list', items: [words] },
          { block: 'words', label: 'Muistiinpano', words },
          { block: 'table', table },
          { block: 'figure', figure: { svg, alt: words, width: 'wide', table } },
        ],
      },
    ],
  };
}

/** The picture of the stair: fifteen intervals in three languages. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { INK, NOT_YET, PANEL, POSSIBLE, REACHED } from '../../src/presentation/picture/palette.ts';
import { readStairPictureName, stairPicturePath } from '../../src/presentation/picture/stair-picture-path.ts';
import { stairPictures } from '../../src/presentation/picture/stair-pictures.ts';
import { stairSvg } from '../../src/presentation/picture/stair-svg.ts';
import { stairTexts } from '../../src/presentation/picture/stair-texts.ts';
import { content } from '../support/content.ts';

const STAIRS = [0, 1, 2, 3, 4];
const INTERVALS = STAIRS.flatMap(low => STAIRS.filter(high => high >= low).map(high => ({ low, high })));
const fi = content.translate('fi');

describe('the drawing', () => {
  it('fills what is reached, hatches what is possible and leaves the rest empty', () => {
    const svg = stairSvg({ low: 1, high: 3 }, stairTexts(fi, { low: 1, high: 3 }));
    const steps = svg.split('\n').filter(line => /^<path d="M\d+ \d+ v-\d+ q/.test(line));
    const paint = steps.map(line => /fill="([^"]+)"/.exec(line)?.[1]);
    expect(paint).toEqual([REACHED.fills[0], 'url(#hatch)', 'url(#hatch)', NOT_YET.fill]);
  });

  it('says it by marks and words too, not by colour alone', () => {
    const svg = stairSvg({ low: 1, high: 2 }, stairTexts(fi, { low: 1, high: 2 }));
    expect(textsIn(svg)).toEqual([
      'Digitalisaation portaat',
      'Portaat 1–2',
      '1',
      '2',
      '?',
      '3',
      '4',
      'Saavutettu',
      '?',
      'Mahdollinen',
      'Ei vielä',
    ]);
  });

  it('names in the legend only what it shows', () => {
    expect(textsIn(stairSvg({ low: 4, high: 4 }, stairTexts(fi, { low: 4, high: 4 })))).not.toContain(
      'Ei vielä',
    );
    expect(textsIn(stairSvg({ low: 0, high: 0 }, stairTexts(fi, { low: 0, high: 0 })))).not.toContain(
      'Saavutettu',
    );
  });

  it('keeps markup in texts from becoming markup in the drawing', () => {
    const texts = { ...stairTexts(fi, { low: 1, high: 1 }), headline: `<a href="x">&'` };
    const svg = stairSvg({ low: 1, high: 1 }, texts);
    expect(svg).toContain('&lt;a href=&quot;x&quot;&gt;&amp;&apos;');
  });

  it.each(INTERVALS)('is well-formed and stays inside its frame for $low–$high', stair => {
    for (const locale of LOCALES) {
      const svg = stairSvg(stair, stairTexts(content.translate(locale), stair));
      expect(openTags(svg)).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined/);
      const longest = Math.max(...textsIn(svg).map(text => text.length));
      expect(longest).toBeLessThan(30);
    }
  });

  it('says first of a provisional result that it is one, and names no stair in large letters', () => {
    for (const locale of LOCALES) {
      for (const stair of INTERVALS) {
        const shown = { ...stair, provisional: true } as const;
        const texts = stairTexts(content.translate(locale), shown);
        const [, headline] = textsIn(stairSvg(shown, texts));
        expect(headline).toBe(
          { fi: 'Alustava tulos', sv: 'Preliminärt resultat', en: 'Provisional result' }[locale],
        );
        expect(texts.alt).toContain(stairTexts(content.translate(locale), stair).alt);
      }
    }
  });

  it('describes every interval in words of its own', () => {
    for (const locale of LOCALES) {
      const alts = INTERVALS.map(stair => stairTexts(content.translate(locale), stair).alt);
      expect(new Set(alts).size).toBe(INTERVALS.length);
    }
  });

  it('keeps a contrast of 4.5:1 for text and 3:1 for edges', () => {
    const pairs: [string, string][] = [
      ...REACHED.fills.map((fill): [string, string] => [REACHED.ink, fill]),
      [POSSIBLE.ink, POSSIBLE.fill],
      [POSSIBLE.ink, POSSIBLE.stripe],
      [NOT_YET.ink, NOT_YET.fill],
      [INK.strong, PANEL.fill],
      [INK.quiet, PANEL.fill],
    ];
    expect(pairs.filter(([ink, fill]) => contrast(ink, fill) < 4.5)).toEqual([]);
    const edges: [string, string][] = [
      ...REACHED.fills.map((fill): [string, string] => [fill, PANEL.fill]),
      [POSSIBLE.edge, PANEL.fill],
      [NOT_YET.edge, NOT_YET.fill],
    ];
    expect(edges.filter(([edge, ground]) => contrast(edge, ground) < 3)).toEqual([]);
  });
});

describe('the PNG', () => {
  const draw = stairPictures(content.translate);

  it('is a picture of at most 1024 pixels a side and well below a megabyte', async () => {
    const png = await draw({ low: 1, high: 3, locale: 'fi' });
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([960, 720]);
    expect(png.length).toBeLessThan(200_000);
  });

  it('differs by interval and by language, and is drawn once', async () => {
    const pictures = await Promise.all([
      draw({ low: 0, high: 0, locale: 'fi' }),
      draw({ low: 1, high: 1, locale: 'fi' }),
      draw({ low: 0, high: 1, locale: 'fi' }),
      draw({ low: 1, high: 1, locale: 'sv' }),
    ]);
    expect(new Set(pictures.map(png => png.toString('base64'))).size).toBe(4);
    expect(await draw({ low: 1, high: 1, locale: 'fi' })).toBe(pictures[1]);
  });

  it('has its letters: without the font there would be none', async () => {
    const words = await draw({ low: 1, high: 1, locale: 'fi' });
    const blank = (key: string) => (key.startsWith('bot:') ? ' ' : key);
    const wordless = await stairPictures(() => Object.assign(blank, { has: () => true }))({
      low: 1,
      high: 1,
      locale: 'fi',
    });
    expect(words.length).toBeGreaterThan(wordless.length * 1.2);
  });
});

describe('the address of a picture', () => {
  it('is read back as it was written', () => {
    for (const stair of [...INTERVALS, ...INTERVALS.map(one => ({ ...one, provisional: true as const }))]) {
      const picture = { ...stair, locale: 'sv' } as const;
      const name = stairPicturePath(picture).split('/').at(-1) ?? '';
      expect(readStairPictureName(name)).toEqual(picture);
    }
  });

  it.each([
    '3-1.fi.png',
    '0-5.fi.png',
    '1-2.de.png',
    '1-2.fi.svg',
    '../1-2.fi.png',
    '1-2.fi.png/x',
    '1-2.provisional.png',
    '1-2provisional.fi.png',
    '3-1.provisional.fi.png',
    '11-2.fi.png',
    '',
  ])('is none of ours: %s', name => expect(readStairPictureName(name)).toBeUndefined());
});

function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(match => match[1] ?? '');
}

/** Tags opened and not closed, or closed and not opened. */
function openTags(svg: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing && open.pop() !== name) return [`/${name}`];
    if (!closing && !selfClosing) open.push(name);
  }
  return open;
}

/** As WCAG 2.2 counts it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The picture of levels by axes: what is in it is said in words as well, in its list and its description. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { REACHED } from '../../src/presentation/picture/palette.ts';
import { radarPicturePath, readRadarPictureName } from '../../src/presentation/picture/radar-picture-path.ts';
import { radarPictures } from '../../src/presentation/picture/radar-pictures.ts';
import { radarSvg } from '../../src/presentation/picture/radar-svg.ts';
import { radarTexts } from '../../src/presentation/picture/radar-texts.ts';
import { content } from '../support/content.ts';

const AXES = [
  { name: 'Ylös', low: 2, high: 3, target: 4 },
  { name: 'Sivulle & <muualle>', low: 1, high: 1 },
  { name: 'Ekosysteemit, kumppanuudet ja yhteentoimivuus', low: 0, high: 5 },
];
const t = content.translate('fi');
const svg = radarSvg({ of: 5, axes: AXES }, radarTexts(t, 'profile', AXES), 'chat');

describe('the drawing', () => {
  it('lists each axis under its number with its level, so that nothing is told by colour or place alone', () => {
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(match => match[1] ?? '');
    const list = texts.slice(texts.indexOf('Tavoite') + 1);
    expect(list).toEqual([
      ...['1', 'Ylös', '2–3, tavoite 4'],
      ...['2', 'Sivulle &amp; &lt;muualle&gt;', '1'],
      ...['3', 'Ekosysteemit, kumppanuudet ja', '0–5', 'yhteentoimivuus'],
    ]);
    expect(svg).toContain(
      '<title>Kuvassa on säteittäinen kaavio, jossa on 3 näkökulmaa ja niiden tasot. Ylös 2–3, tavoite 4; Sivulle &amp; &lt;muualle&gt; 1;',
    );
  });

  it('on a page names no axis but by its number, since they stand in the table beside it', () => {
    const page = radarSvg({ of: 5, axes: AXES }, radarTexts(t, 'profile', AXES), 'page');
    expect(page).not.toContain('>Ylös<');
    expect(page).toContain('>3</text>');
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(page) ?? [];
    expect(height).toBe(width);
  });

  it('puts the first axis on top, and further out the higher it is', () => {
    const [reached = ''] =
      new RegExp(`points="([^"]+)" fill="${REACHED.fills[1]}"`).exec(svg)?.slice(1) ?? [];
    expect(reached.split(' ')).toEqual(['200,156.8', '220.4,215.8', '200,204']);
  });

  it('names in its legend only what it shows', () => {
    const sure = [1, 2, 3].map(level => ({ name: `N${level}`, low: level, high: level }));
    const plain = radarSvg({ of: 5, axes: sure }, radarTexts(t, 'profile', sure), 'chat');
    expect(plain).toContain('Saavutettu');
    for (const absent of ['Ehkä', 'Tavoite', 'url(#open)']) expect(plain).not.toContain(absent);
  });

  it('keeps every letter and mark inside', () => {
    const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
    for (const [, x, y] of svg.matchAll(/<(?:text|circle) c?x="([\d.-]+)" c?y="([\d.-]+)"/g))
      expect(Number(x) > 12 && Number(x) < width - 12 && Number(y) > 12 && Number(y) < height).toBe(true);
  });
});

describe('the PNG', () => {
  const draw = radarPictures(content.translate, dialog =>
    dialog === 'known'
      ? { names: ['bot:profile.reached', 'bot:profile.possible', 'bot:profile.target'], of: 3 }
      : undefined,
  );
  const axes = [
    { low: 1, high: 1 },
    { low: 0, high: 3, target: 3 },
    { low: 2, high: 2 },
  ];

  it('is 960 pixels wide, well below a megabyte, drawn once, and another in each language', async () => {
    const drawn = LOCALES.map(locale => draw({ dialog: 'known', axes, locale }));
    const pictures = await Promise.all(drawn);
    expect(new Set(pictures.map(png => png?.toString('base64'))).size).toBe(3);
    const [png] = pictures;
    expect([png?.readUInt32BE(16), png && png.length < 200_000]).toEqual([960, true]);
    expect(draw({ dialog: 'known', axes, locale: 'fi' })).toBe(drawn[0]);
  });

  it('is none of an instrument without levels, of another number of axes, or of levels that there are not', () => {
    expect(draw({ dialog: 'nobodys', axes, locale: 'fi' })).toBeUndefined();
    expect(draw({ dialog: 'known', axes: axes.slice(1), locale: 'fi' })).toBeUndefined();
    expect(
      draw({ dialog: 'known', axes: [...axes.slice(1), { low: 4, high: 4 }], locale: 'fi' }),
    ).toBeUndefined();
    expect(
      draw({ dialog: 'known', axes: [...axes.slice(1), { low: 0, high: 0, target: 4 }], locale: 'fi' }),
    ).toBeUndefined();
  });
});

describe('the address of a picture', () => {
  const picture = {
    dialog: 'profile',
    axes: [
      { low: 2, high: 3, target: 4 },
      { low: 1, high: 1 },
      { low: 0, high: 5 },
    ],
    locale: 'sv',
  } as const;

  it('is read back as it was written', () => {
    expect(radarPicturePath(picture)).toBe('/pictures/profile/profile.234_11x_05x.sv.png');
    expect(readRadarPictureName('profile.234_11x_05x.sv.png')).toEqual(picture);
  });

  it.each([
    'profile.234_11x.sv.png',
    'profile.324_11x_05x.sv.png',
    'profile.234_11x_05x.de.png',
    'profile.234_11x_05x.sv.svg',
    '../profile.234_11x_05x.sv.png',
    'profile.23_11x_05x.sv.png',
    `profile.${Array.from({ length: 13 }, () => '11x').join('_')}.sv.png`,
    '',
  ])('is none of ours: %s', name => expect(readRadarPictureName(name)).toBeUndefined());
});

/** The picture of things by impact and urgency: numbers in cells, each told in its description as well. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import {
  matrixPicturePath,
  readMatrixPictureName,
} from '../../src/presentation/picture/matrix-picture-path.ts';
import { matrixPictures } from '../../src/presentation/picture/matrix-pictures.ts';
import { matrixSvg } from '../../src/presentation/picture/matrix-svg.ts';
import { matrixTexts } from '../../src/presentation/picture/matrix-texts.ts';
import { content } from '../support/content.ts';

const t = content.translate('fi');
/** Any texts will do: three steps one way, two the other. */
const SIDES = {
  impact: {
    title: 'bot:matrix.points',
    options: ['bot:effort.large', 'bot:effort.medium', 'bot:effort.small'],
  },
  urgency: { title: 'bot:matrix.item', options: ['bot:profile.reached', 'bot:profile.possible'] },
};
const spots = (text: string) =>
  text.split(' ').map(one => ({ impact: Number(one[0]), urgency: Number(one[1]) }));
const drawn = (text: string) => matrixSvg(spots(text), matrixTexts(t, SIDES, spots(text)));

/** Where a number stands, in the picture's own units. */
function placeOf(svg: string, number: string): readonly [number, number] {
  const found = new RegExp(
    `<text x="([\\d.]+)" y="([\\d.]+)" text-anchor="middle" font-size="14"[^>]*>${number.replace('+', '\\+')}<`,
  ).exec(svg);
  if (!found) throw new Error(`no ${number}`);
  return [Number(found[1]), Number(found[2])];
}

describe('the drawing', () => {
  it('puts what matters more higher, and what is more urgent further to the right', () => {
    const svg = drawn('32 31 12');
    const [great, calm, slight] = ['1', '2', '3'].map(number => placeOf(svg, number));
    expect(great?.[0]).toBe(slight?.[0]);
    expect(great?.[1]).toBe(calm?.[1]);
    expect(great && calm && great[0] > calm[0]).toBe(true);
    expect(great && slight && great[1] < slight[1]).toBe(true);
  });

  it('keeps numbers of one cell apart, and says how many more there are', () => {
    const svg = drawn('32 32 32 32 32 32 32 32');
    const places = ['1', '2', '3', '4', '5', '+3'].map(number => placeOf(svg, number).join());
    expect(new Set(places).size).toBe(6);
    expect(() => placeOf(svg, '6')).toThrow();
  });

  it('says in words where each stands, and what the steps mean', () => {
    const svg = drawn('32 11');
    expect(svg).toContain('1: kuukausia, saavutettu; 2: päiviä, ehkä.</title>');
    expect(svg).toContain('1 päiviä – 3 kuukausia');
  });
});

describe('the PNG', () => {
  const draw = matrixPictures(content.translate, dialog => (dialog === 'known' ? SIDES : undefined));
  const asked = { dialog: 'known', spots: spots('32 31 12') };

  it('is 960 pixels wide, well below a megabyte, drawn once, and another in each language', async () => {
    const pictures = LOCALES.map(locale => draw({ ...asked, locale }));
    const made = await Promise.all(pictures);
    expect(new Set(made.map(png => png?.toString('base64'))).size).toBe(3);
    const [png] = made;
    expect([png?.readUInt32BE(16), png && png.length < 200_000]).toEqual([960, true]);
    expect(draw({ ...asked, locale: 'fi' })).toBe(pictures[0]);
  });

  it('is none of an instrument without a matrix, or of steps that there are not', () => {
    expect(draw({ ...asked, dialog: 'nobodys', locale: 'fi' })).toBeUndefined();
    expect(draw({ ...asked, spots: spots('42'), locale: 'fi' })).toBeUndefined();
    expect(draw({ ...asked, spots: spots('33'), locale: 'fi' })).toBeUndefined();
  });
});

describe('the address of a picture', () => {
  const picture = { dialog: 'factors', spots: spots('44 43 11'), locale: 'en' } as const;

  it('is read back as it was written', () => {
    expect(matrixPicturePath(picture)).toBe('/pictures/matrix/factors.44_43_11.en.png');
    expect(readMatrixPictureName('factors.44_43_11.en.png')).toEqual(picture);
  });

  it.each([
    'factors.44_4.en.png',
    'factors.40.en.png',
    'factors..en.png',
    'factors.44.de.png',
    '../factors.44.en.png',
    'factors.44.en.svg',
    `factors.${Array.from({ length: 21 }, () => '44').join('_')}.en.png`,
  ])('is none of ours: %s', name => expect(readMatrixPictureName(name)).toBeUndefined());
});

/** The picture of a chain: without anybody's words in the chat, with all of them on a saved page. */
import { describe, expect, it } from 'vitest';
import { linkNames } from '../../src/assessment/scoring/chain/chain-rules.ts';
import type { LinkStanding } from '../../src/assessment/sections/told.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { chainPicturePath, readChainPictureName } from '../../src/presentation/picture/chain-picture-path.ts';
import { chainPictures } from '../../src/presentation/picture/chain-pictures.ts';
import { chainSvg } from '../../src/presentation/picture/chain-svg.ts';
import { chainTexts } from '../../src/presentation/picture/chain-texts.ts';
import { NOT_YET, POSSIBLE, REACHED } from '../../src/presentation/picture/palette.ts';
import { content } from '../support/content.ts';

const LINKS: LinkStanding[] = ['measured', 'named', 'named', 'empty', 'named'];
const draw = chainPictures(content.translate, dialog => {
  const instrument = content.current(dialog);
  return instrument && linkNames(instrument);
});

function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(match => match[1] ?? '');
}

describe('the drawing', () => {
  const t = content.translate('fi');
  const links = LINKS.map((standing, index) => ({ name: `Kohta ${index + 1}`, standing }));

  it('says how each link stands by words, not by colour alone', () => {
    const svg = chainSvg(chainTexts(t, links), 'chat');
    expect(textsIn(svg)).toEqual([
      'Vaikutusketju',
      'Kohta 1',
      'Mittari on sovittu',
      'Kohta 2',
      'Mittari puuttuu',
      'Kohta 3',
      'Mittari puuttuu',
      'Kohta 4',
      'Vielä kertomatta',
      'Kohta 5',
      'Mittari puuttuu',
    ]);
    const fills = [...svg.matchAll(/<rect x="24"[^>]* fill="([^"]+)"/g)].map(match => match[1]);
    expect(fills).toEqual([REACHED.fills[1], POSSIBLE.fill, POSSIBLE.fill, NOT_YET.fill, POSSIBLE.fill]);
    expect(svg).toContain('<title>Kuvassa on ketju, jossa on 5 kohtaa. Kohta 1: Mittari on sovittu; Kohta 2');
  });

  it.each(['chat', 'page'] as const)('breaks long words and lines, and keeps each in its box (%s)', where => {
    const long = `${'Lumivyöryhälytysjärjestelmänkehittämishanke'.repeat(3)} ja muuta <b>&amp;`;
    const link = { name: long, standing: 'measured', lines: [long, long], measure: long } as const;
    const svg = chainSvg({ alt: long, title: long, links: [link, link] }, where);
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;');
    const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    for (const [, size, text = ''] of svg.matchAll(/font-size="(\d+)"[^>]*>([^<]*)</g))
      expect(text.length * Number(size) * 0.5).toBeLessThanOrEqual(width - 48);
    const lines = [...svg.matchAll(/<text x="44" y="([\d.]+)"/g)].map(match => Number(match[1]));
    const boxes = [...svg.matchAll(/<rect x="24" y="([\d.]+)" width="\d+" height="([\d.]+)"/g)].map(
      ([, top, height]) => [Number(top), Number(top) + Number(height)] as const,
    );
    expect(lines.every(y => boxes.some(([top = 0, end = 0]) => y > top && y < end))).toBe(true);
  });
});

describe('the PNG', () => {
  it('is 960 pixels wide, well below a megabyte, drawn once, and another in each language', async () => {
    const drawn = LOCALES.map(locale => draw({ dialog: 'experiment', links: LINKS, locale }));
    const pictures = await Promise.all(drawn);
    expect(new Set(pictures.map(png => png?.toString('base64'))).size).toBe(3);
    const [png] = pictures;
    expect([png?.readUInt32BE(16), png && png.length < 200_000]).toEqual([960, true]);
    expect(draw({ dialog: 'experiment', links: LINKS, locale: 'fi' })).toBe(drawn[0]);
  });

  it('is none of an instrument without a chain, or of another number of links', () => {
    expect(draw({ dialog: 'quick-check', links: LINKS, locale: 'fi' })).toBeUndefined();
    expect(draw({ dialog: 'nobodys', links: LINKS, locale: 'fi' })).toBeUndefined();
    expect(draw({ dialog: 'experiment', links: LINKS.slice(1), locale: 'fi' })).toBeUndefined();
  });
});

describe('the address of a picture', () => {
  it('is read back as it was written', () => {
    const picture = { dialog: 'experiment', links: LINKS, locale: 'sv' } as const;
    expect(chainPicturePath(picture)).toBe('/pictures/chain/experiment.mnnen.sv.png');
    expect(readChainPictureName('experiment.mnnen.sv.png')).toEqual(picture);
  });

  it.each([
    'experiment.mnnex.sv.png',
    'experiment..sv.png',
    'experiment.mnnen.de.png',
    'experiment.mnnen.sv.svg',
    '../experiment.mnnen.sv.png',
    'Experiment.mnnen.sv.png',
    '1.mnnen.sv.png',
    `experiment.${'m'.repeat(13)}.sv.png`,
    `${'a'.repeat(60)}.mnnen.sv.png`,
    '',
  ])('is none of ours: %s', name => expect(readChainPictureName(name)).toBeUndefined());
});

/** The picture of phases by areas: every figure is written in it and in its table, and its shades tell apart in grey. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { heatSvg } from '../../src/presentation/picture/heat-svg.ts';
import { heatFigure } from '../../src/presentation/sections/heat-figure.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { renderContext, workbook } from '../support/real-context.ts';
import { greyOf } from './grey.ts';

const section = {
  kind: 'heat',
  columns: ['application', 'handling', 'archiving'],
  rows: [
    { item: { list: 'areas', id: 'environment' }, shares: [1, 0.25, null] },
    { item: { list: 'areas', id: 'culture' }, shares: [0, 0.5, 0.755] },
  ],
  whole: [0.5, 0.375, 0.755],
} as const;
const figureIn = (locale: (typeof LOCALES)[number]) =>
  heatFigure(voiceOf(locale, 'text', renderContext), { instrument: workbook, section });

describe('a heat map', () => {
  it('stands beside a table of the same figures, and of what they come to in all', () => {
    const { table } = figureIn('fi');
    expect(table.head).toEqual(['Alue', 'Hakemus', 'Asiankäsittely', 'Arkistointi']);
    expect(table.rows.map(row => row.map(cell => cell.replace('\u00a0', ' ')))).toEqual([
      ['Asuminen, ympäristö ja liikenne', '100 %', '25 %', '–'],
      ['Kulttuuri ja liikunta', '0 %', '50 %', '75 %'],
      ['Yhteensä', '50 %', '37 %', '75 %'],
    ]);
  });

  it.each(LOCALES)('in %s bears its words, and every figure but what is not counted', locale => {
    const { svg, alt, table } = figureIn(locale);
    expect(svg).toContain(`<title>${alt}</title>`);
    const written = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
    for (const row of table.rows.slice(0, 2))
      for (const figure of row.slice(1)) expect(written.includes(figure)).toBe(figure !== '–');
    for (const column of table.head.slice(1)) expect(written).toContain(column);
    const [least, most] = [table.rows[1]?.[1] ?? '', table.rows[0]?.[1] ?? ''];
    expect(alt).toContain(`${table.rows[1]?.[0]}, `);
    expect(alt.indexOf(least)).toBeLessThan(alt.indexOf(most));
  });

  it('is darker the greater the share, by at least a tenth of the way from black to white', () => {
    const shares = [0, 0.2, 0.5, 0.8, 1];
    const cells = shares.map(share => ({ share, text: String(share) }));
    const svg = heatSvg({ alt: 'a', title: 't', columns: shares.map(String), rows: [{ name: 'n', cells }] });
    const greys = [...svg.matchAll(/rx="6" fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => greyOf(fill ?? ''));
    expect(greys).toHaveLength(5);
    for (const [at, grey] of greys.slice(1).entries()) expect((greys[at] ?? 0) - grey).toBeGreaterThan(0.09);
  });

  it('has room for "100 %" in each of seven columns', () => {
    const cells = Array.from({ length: 7 }, () => ({ share: 1, text: '100\u00a0%' }));
    const svg = heatSvg({
      alt: 'a',
      title: 't',
      columns: cells.map((_, at) => `${at}`),
      rows: [{ name: 'n', cells }],
    });
    const cell = Number(/width="([\d.]+)" height="36" rx="6"/.exec(svg)?.[1]);
    const letter = Number(/text-anchor="middle" font-size="(\d+)"/.exec(svg)?.[1]);
    // Bold figures are 0.7 of their height wide, the sign is one, and the space a third.
    expect(letter * (3 * 0.7 + 0.35 + 1)).toBeLessThanOrEqual(cell - 2);
  });

  it('writes hostile words as text', () => {
    const rows = [{ name: '<script>&', cells: [{ share: 1, text: '"' }] }];
    const svg = heatSvg({ alt: '<a>', title: '&', columns: ['<b>'], rows });
    for (const bad of ['<script', '<a>', '<b>']) expect(svg).not.toContain(bad);
  });
});

/** Change and trend as people read them, in every language and on every screen; and the picture of the trend. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { changeSection, trendSection } from '../../src/assessment/follow-up.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { readTrendPictureName, trendPicturePath } from '../../src/presentation/picture/trend-picture-path.ts';
import { trendPictures } from '../../src/presentation/picture/trend-pictures.ts';
import { trendSvg } from '../../src/presentation/picture/trend-svg.ts';
import { trendTexts } from '../../src/presentation/picture/trend-texts.ts';
import { render } from '../../src/presentation/render.ts';
import { content } from '../support/content.ts';
import { renderContext } from '../support/real-context.ts';
import { ANSWERS, BEST, instrument, outcomeOf, resultOf } from './every-reply.ts';

const LAST_YEAR = Date.UTC(2025, 10, 27, 22, 30);
const THIS_YEAR = Date.UTC(2026, 10, 28, 12);

function kept(answers: Answers, at: number) {
  return { dialog: instrument.id, version: instrument.version, at, answers, outcome: outcomeOf(answers) };
}

function resultAfter(before: Answers, now: Answers, version = instrument.version): Reply {
  const earlier = { ...kept(before, LAST_YEAR), version };
  const result = resultOf(now);
  const { outcome } = result;
  const change = changeSection(earlier, { instrument, answers: now, outcome, actions: content.actions });
  const trend = trendSection([earlier, kept(now, THIS_YEAR)]);
  return {
    ...result,
    outcome: { ...outcome, sections: [...outcome.sections, change, ...(trend ? [trend] : [])] },
  };
}

const said = (reply: Reply, screen: 'text' | 'cards' | 'teams' = 'text', locale: 'fi' | 'sv' | 'en' = 'fi') =>
  render({ locale, reply }, screen, renderContext)
    .map(activity => (screen === 'text' ? (activity.text ?? '') : JSON.stringify(activity)))
    .join('\n');

describe('a result after a year', () => {
  it('says in words what rose and what was done', () => {
    const text = said(resultAfter(ANSWERS, BEST));
    expect(text).toContain('Muutos edellisestä tuloksesta (28.11.2025)');
    expect(text).toContain('Tulos on noussut. Edellisellä kerralla:');
    expect(text).toContain('Nämä vastaukset ovat parantuneet:');
    expect(text).toContain('Nämä suositellut toimenpiteet on vastaustesi mukaan tehty:');
    expect(text).not.toContain('heikentyneet');
    expect(text).toContain('28.11.2026');
  });

  it('says what fell, and of nothing that it changed where nothing did', () => {
    expect(said(resultAfter(BEST, { ...BEST, plan: 'no' }))).toContain('heikentyneet');
    expect(said(resultAfter(ANSWERS, ANSWERS))).toContain('Tulos on sama kuin edellisellä kerralla');
  });

  it('names both versions where the questions are others now', () => {
    expect(said(resultAfter(ANSWERS, BEST, '0.0.9'))).toContain('versiolla 0.0.9');
    expect(said(resultAfter(ANSWERS, BEST))).not.toContain('versiolla');
  });

  it.each(LOCALES)('is drawn whole in %s on every screen', locale => {
    for (const screen of ['text', 'cards', 'teams'] as const) {
      const text = said(resultAfter(ANSWERS, BEST, '0.0.9'), screen, locale);
      expect(text).not.toMatch(/bot:|\{\{|undefined/);
    }
  });

  it('shows the picture with its words, and the same as rows beside it', () => {
    const card = said(resultAfter(ANSWERS, BEST), 'cards');
    expect(card).toMatch(/\/pictures\/trend\/4\.20251128-\d-\d_20261128-4-4\.fi\.png/);
    expect(card).toContain('Kuvassa on tulosten kehitys: 28.11.2025');
  });
});

describe('the picture of a trend', () => {
  const points = [
    { day: '2025-11-28', low: 1, high: 3 },
    { day: '2026-11-28', low: 2, high: 2 },
  ];

  it('is found by its name again', () => {
    const picture = { of: 4, points, locale: 'sv' as const };
    const path = trendPicturePath(picture);
    expect(path).toBe('/pictures/trend/4.20251128-1-3_20261128-2-2.sv.png');
    expect(readTrendPictureName(path.slice('/pictures/trend/'.length))).toEqual(picture);
  });

  it.each([
    '4.20251128-1-3.sv.png',
    '4.20251128-3-1_20261128-2-2.sv.png',
    '4.20251128-1-5_20261128-2-2.sv.png',
    '4.20251328-1-3_20261128-2-2.sv.png',
    '4.20250230-1-3_20261128-2-2.sv.png',
    '4.20251128-1-3_20261128-2-2.de.png',
    '0.20251128-0-0_20261128-0-0.fi.png',
    `4.${Array.from({ length: 9 }, () => '20251128-1-3').join('_')}.sv.png`,
    '../stair/1-3.fi.png',
    '',
  ])('of no picture of ours is %j the name', name => {
    expect(readTrendPictureName(name)).toBeUndefined();
  });

  it('tells all it shows in its title, with a number on each dot', () => {
    const t = content.translate('fi');
    const svg = trendSvg({ of: 4, points }, trendTexts(t, 'fi', points));
    expect(svg).toContain('<title>Kuvassa on tulosten kehitys: 28.11.2025 portaat 1–3; 28.11.2026 porras 2.');
    expect(svg).toContain('11/2025');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });

  it('is drawn as a PNG', async () => {
    const png = await trendPictures(content.translate)({ of: 4, points, locale: 'fi' });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});

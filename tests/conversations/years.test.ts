/** Years are written as years, and only whole ones within the bounds are taken. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { render } from '../../src/presentation/render.ts';
import { withInstruments } from '../support/own-instrument.ts';
import { inputOf } from '../support/transcript.ts';
import { writeInstrument } from '../support/write-instrument.ts';

const folder = mkdtempSync(join(tmpdir(), 'years-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeInstrument(
  folder,
  `
lists:
  halls: { items: [north] }
steps:
  - { id: begun, type: number, min: 1990, max: 2050, unit: year, outs: [] }
  - id: built
    type: table
    list: halls
    inputs: [{ id: finished, type: number, min: 1990, max: 2050, unit: year, outs: [], blank: fine }]
  - id: mended
    type: table
    list: halls
    beside: finished
    inputs: [{ id: again, type: number, min: 1990, max: 2050, unit: year, outs: [], blank: fine }]
`,
);
const { context, rendering } = withInstruments(folder);

const RANGE = {
  fi: 'Kirjoita vuosi väliltä 1990–2050.',
  sv: 'Skriv ett år mellan 1990 och 2050.',
  en: 'Type a year from 1990 to 2050.',
};

describe.each(LOCALES)('in %s', locale => {
  /** What is said to the last of several lines, as text and as a card. */
  function said(...lines: readonly string[]): { text: string; card: string } {
    let session = newSession(locale);
    let told = { text: '', card: '' };
    for (const line of ['[open tried]', ...lines]) {
      const turn = takeTurn({ context, session, now: 0 }, inputOf(line, session));
      session = turn.session;
      const drawn = (screen: 'text' | 'teams') =>
        JSON.stringify(turn.replies.flatMap(reply => render({ locale, reply }, screen, rendering)));
      told = { text: drawn('text'), card: drawn('teams') };
    }
    return told;
  }

  it('the question and its card name the bounds as years', () => {
    const { text, card } = said();
    expect(text).toContain(RANGE[locale]);
    expect(card).toContain('1990–2050');
    expect(text + card).not.toMatch(/1[^0-9]990|2[^0-9]050/);
  });

  it.each(['1989', '2051', '2026,5', '2026.5', 'kauan sitten'])('%s is refused with the bounds', typed => {
    expect(said(typed).text).toContain(RANGE[locale]);
  });

  it('a year is taken, and stands beside a name as a year', () => {
    expect(said('2026').text).toContain(': 2026');
    const { card } = said('2026', '[form north.finished=2031]');
    expect(card).toMatch(/2031/);
    expect(card).not.toMatch(/2[^0-9]031/);
  });

  it('a card that is sent in is refused with the bounds', () => {
    expect(said('2026', '[form north.finished=2051]').text).toContain(RANGE[locale]);
    expect(said('2026', '[form north.finished=2026,5]').text).toContain(RANGE[locale]);
  });
});

/** Notes made in the chat, in the spreadsheet's column for them and back. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { exportWorkbook } from '../../src/reports/workbook/export-workbook.ts';
import { importWorkbook } from '../../src/reports/workbook/import-workbook.ts';
import { withNotes } from '../../src/saving/with-notes.ts';
import { vocabulary } from '../reports/workbook/shipped.ts';
import { content, shipped } from '../support/content.ts';

const instrument = shipped('workbook');
const workbook = workbookOf(instrument);
const MATCHING = 'work.job-matching';
const ANSWERS: Answers = { areas: ['work'], [`${MATCHING}.status`]: 'inuse' };

function noteOf(notes: Record<string, string>, answers: Answers = ANSWERS) {
  return withNotes(instrument, answers, notes)[`${MATCHING}.note`];
}

describe('notes made in the chat', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['on a card of a service', { [`${MATCHING}.details`]: 'kysy Ainolta' }, 'kysy Ainolta'],
    ['on several lines', { [`${MATCHING}.details`]: ' kysy\nAinolta ' }, 'kysy Ainolta'],
    [
      'on two of its cards',
      { [`${MATCHING}.details`]: 'kysy Ainolta', [`${MATCHING}.benefit`]: 'hinta puuttuu' },
      'kysy Ainolta; hinta puuttuu',
    ],
    ['on the table of an area', { 'work.statuses.1': 'kysy Ainolta' }, undefined],
    ['on a service that there is not', { 'work.gone.details': 'kysy Ainolta' }, undefined],
  ])('%s', (_, notes, note) => {
    expect(noteOf(notes)).toBe(note);
    expect(withNotes(instrument, ANSWERS, notes)).toMatchObject(ANSWERS);
  });

  it('do not take the place of what was written in the field', () => {
    const written = { ...ANSWERS, [`${MATCHING}.note`]: 'kilpailutus kesken' };
    expect(noteOf({ [`${MATCHING}.details`]: 'kysy Ainolta' }, written)).toBe('kilpailutus kesken');
  });

  it('are cut to what the column takes back', () => {
    const note = noteOf({ [`${MATCHING}.details`]: '🌱'.repeat(400) });
    expect(String(note)).toMatch(/^(?:🌱)+…$/u);
    expect(String(note).length).toBeLessThanOrEqual(300);
  });

  it.each(LOCALES)('come back with the file, in %s', locale => {
    const answers = withNotes(instrument, ANSWERS, { [`${MATCHING}.details`]: '=1+1 kysy Ainolta' });
    const bytes = exportWorkbook({ workbook, answers, locale, t: content.translate(locale) });
    const back = importWorkbook(workbook, vocabulary, bytes);
    expect(back).toMatchObject({ kind: 'imported', answers: { [`${MATCHING}.note`]: '=1+1 kysy Ainolta' } });
  });
});

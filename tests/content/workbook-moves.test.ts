/** Workbooks that were begun on November's version go on with the one in force, with what was answered. */
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/assessment/carry-over.ts';
import { parseFile } from '../../src/assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shipped, stoodOn } from '../support/content.ts';
import { realContext, shippedContext } from '../support/real-context.ts';
import { inputOf, play } from '../support/transcript.ts';

const november = stoodOn('workbook');
const now = shipped('workbook');

describe('a workbook of November', () => {
  it('goes on where it was: services stand where they are sorted now, and “ei oteta käyttöön” is neither in use nor planned', () => {
    const { session } = play(realContext, [
      ['[open workbook]', 'areas?'],
      ['[form areas=wellbeing]', 'noted areas wellbeing | services wellbeing 0'],
      [
        '[form food-control=inuse hobbies=planned wellbeing-report=none]',
        'noted wellbeing 1+1-1 | service food-control',
      ],
      [
        '[form usage-rate=85 cases=300 handling=partial]',
        'noted food-control inuse phases(1) 85 300 | area wellbeing 33/50/85',
      ],
    ]);
    expect(session.runs.workbook?.version).toBe(november.version);
    const next = takeTurn({ context: shippedContext, session, now: 1 }, inputOf('[/status]', session));
    expect(next.replies[0]).toMatchObject({ kind: 'notice', notice: 'version-moved' });
    const run = next.session.runs.workbook;
    expect(run?.version).toBe(now.version);
    expect(run?.answers).toMatchObject({
      'environment.food-control.status': 'inuse',
      'environment.food-control.usage-rate': 85,
      'environment.food-control.cases': 300,
      'environment.food-control.handling': 'partial',
      'education.hobbies.status': 'planned',
      'wellbeing.wellbeing-report.status': 'none',
    });
    expect(run?.answers).not.toHaveProperty(['wellbeing.food-control.status']);
  });

  it('loses nothing of the services that are still there, wherever they stood', () => {
    const { services } = november.lists;
    const lists = services && 'of' in services ? services.items : {};
    const answers = Object.fromEntries(
      Object.entries(lists).flatMap(([area, items]) =>
        items.map(({ id }) => [`${area}.${id}.status`, 'planned']),
      ),
    );
    const kept = Object.keys(carryOver(now, november.version, answers).answers);
    const ids = kept.map(key => key.split('.')[1]);
    const gone = Object.values(lists)
      .flatMap(items => items.map(({ id }) => id))
      .filter(id => !ids.includes(id));
    // Parts of other services, which the file of the instrument tells of.
    expect(gone).toEqual([
      'building-inspections',
      'building-advice',
      'tobacco-control',
      'e-forms',
      'appointments',
    ]);
  });
});

describe('answers that were written down for November’s version', () => {
  const file = (version: string) =>
    parseFile(workbookOf(now), {
      dialog: 'workbook',
      version,
      areas: { wellbeing: { services: { 'food-control': { status: 'inuse', cases: 300 } } } },
    });

  it('are read where their services are sorted now', () => {
    expect(file(november.version)).toMatchObject({
      kind: 'parsed',
      answers: { 'environment.food-control.status': 'inuse', 'environment.food-control.cases': 300 },
    });
  });

  it('are refused under an area that their own version does not have them in', () => {
    expect(file(now.version)).toMatchObject({ kind: 'rejected', problems: [{ code: 'unknown-key' }] });
  });
});

/** Files that were given out with an earlier version of the workbook are read into the one in force. */
import { expect, test } from 'vitest';
import { fileOf } from '../../../src/assessment/scoring/workbook/file-of.ts';
import { workbookOf } from '../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { exportWorkbook } from '../../../src/reports/workbook/export-workbook.ts';
import { answersInFile } from '../../assessment/scoring/workbook/workbook-answers.ts';
import { content, stoodOn } from '../../support/content.ts';
import { imported, translator } from './shipped.ts';

const november = workbookOf(stoodOn('workbook'));

const filled = answersInFile({
  areas: {
    environment: {
      services: {
        'building-permits': { status: 'none' },
        'building-advice': { status: 'inuse', usageRate: 40 },
        'map-service': { status: 'planned' },
      },
    },
    wellbeing: {
      services: {
        'food-control': { status: 'inuse', cases: 300 },
        'wellbeing-report': { status: 'planned' },
      },
    },
  },
});

test.each(LOCALES)(
  'services come where they are sorted now, and one that is gone stays under its name: %s',
  locale => {
    const t = translator(locale);
    const file = exportWorkbook({ workbook: november, answers: filled, version: '1.0.0', locale, t });
    const name = t('workbook:services.building-advice.name');
    expect(imported(file)).toMatchObject({
      version: '1.0.0',
      areas: {
        environment: {
          services: {
            // "Ei oteta käyttöön" belongs to the municipality, and is not in use.
            'building-permits': { status: 'none' },
            'food-control': { status: 'inuse', cases: 300 },
          },
          own: [{ name, status: 'inuse', usageRate: 40 }],
        },
        wellbeing: { services: { 'wellbeing-report': { status: 'planned' } } },
        participation: { services: { 'map-service': { status: 'planned' } } },
      },
    });
  },
);

test('an empty file of then is read as nothing', () => {
  const file = exportWorkbook({
    workbook: november,
    answers: {},
    version: '1.0.0',
    locale: 'fi',
    t: content.translate('fi'),
  });
  expect(imported(file)).toEqual(fileOf(november, {}, { version: '1.0.0' }));
});

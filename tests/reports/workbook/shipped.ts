import { assessWorkbook } from '../../../src/assessment/scoring/workbook/assess-workbook.ts';
import { figuresOf } from '../../../src/assessment/scoring/workbook/figures-of.ts';
import { fileOf } from '../../../src/assessment/scoring/workbook/file-of.ts';
import { parseFile } from '../../../src/assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import { exportWorkbook, workbookSpreadsheet } from '../../../src/reports/workbook/export-workbook.ts';
import { describeImportProblem } from '../../../src/reports/workbook/import-problem.ts';
import { importWorkbook } from '../../../src/reports/workbook/import-workbook.ts';
import { vocabularyOf } from '../../../src/reports/workbook/labels.ts';
import type { Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';
import { answersInFile, type WorkbookAnswers } from '../../assessment/scoring/workbook/workbook-answers.ts';
import { content, shipped } from '../../support/content.ts';

/** The shipped workbook and its texts, for tests of the spreadsheet. */
export const workbook = workbookOf(shipped('workbook'));
const { translate } = content;
export const translator = translate;
export const vocabulary = vocabularyOf(LOCALES.map(translate), {
  areas: workbook.areas,
  earlier: content.earlier,
});

/** A file with these answers; of the same ones it is made once, since it takes as long as ten tests of the reader. */
export const exported = onceEach((answers, locale) => exportWorkbook(optionsFor(answers, locale)));

export const spreadsheetOf = onceEach(
  (answers, locale): Spreadsheet => workbookSpreadsheet(optionsFor(answers, locale)),
);

function onceEach<T>(make: (answers: WorkbookAnswers, locale: Locale) => T) {
  const made = { fi: new WeakMap(), sv: new WeakMap(), en: new WeakMap() } satisfies Record<
    Locale,
    WeakMap<WorkbookAnswers, T>
  >;
  return (answers: WorkbookAnswers, locale: Locale = 'fi'): T => {
    const known = made[locale].get(answers) ?? make(answers, locale);
    made[locale].set(answers, known);
    return known;
  };
}

/** What these answers are exported with. */
export function optionsFor(filled: WorkbookAnswers, locale: Locale) {
  const { version } = filled;
  return { workbook, answers: answersInFile(filled), version, locale, t: translate(locale) };
}

/** The answers in a file, without keys that have no value; or its problems as lines. */
export function imported(bytes: Uint8Array): unknown {
  const result = importWorkbook(workbook, vocabulary, bytes);
  if (result.kind === 'imported') return fileOf(workbook, result.answers, result);
  return result.problems.map(problem => describeImportProblem(problem, translate('fi')));
}

/** Answers that use everything the workbook knows: every status, state and input, and services of one's own. */
export const example: WorkbookAnswers = checked({
  dialog: 'workbook',
  target: { services: 40, savings: 100_000 },
  areas: {
    environment: {
      services: {
        'building-permits': {
          status: 'inuse',
          phases: {
            application: 'full',
            initiation: 'full',
            handling: 'partial',
            decision: 'full',
            invoicing: 'manual',
            archiving: 'full',
            supervision: 'na',
          },
          usageRate: 92.5,
          cases: 640,
          benefit: { hourlyPrice: 42.5, yearlyCost: 18_000, minutesSaved: 75, oneOffCost: 25_000 },
        },
        'land-use-plans': {
          status: 'planned',
          plan: { owner: 'kaavoituspäällikkö', deadline: '2027-12-31', note: '=1+1 kilpailutus kesken' },
        },
        plots: { status: 'none', plan: { note: 'odottaa strategiaa' } },
        parking: {
          status: 'inuse',
          phases: { application: 'full', handling: 'manual' },
          usageRate: 'unknown',
          cases: 5200,
        },
        // Planned for, although nobody has said yet how it stands.
        surveying: { plan: { owner: 'maanmittausinsinööri', deadline: '2028-06-30' } },
        water: {
          status: 'inuse',
          usageRate: 80.1,
          cases: 3000,
          benefit: { hourlyPrice: 38, yearlyCost: 90_000, minutesSaved: { handling: 5, invoicing: -2.5 } },
        },
      },
      own: [
        { id: 'own-1', name: 'Viljelypalstat', status: 'inuse', usageRate: 'na' },
        { id: 'garden-tools', name: 'Työkalulainaamo', status: 'planned', benefit: { yearlyCost: 400 } },
      ],
    },
    education: {
      services: {
        'early-education-places': {
          status: 'inuse',
          phases: {
            application: 'full',
            initiation: 'full',
            handling: 'full',
            decision: 'full',
            invoicing: 'full',
            archiving: 'full',
            supervision: 'partial',
          },
          usageRate: 97,
          cases: 900,
        },
        'school-transport': {
          status: 'planned',
          cases: 300,
          benefit: { hourlyPrice: 40, yearlyCost: 2000, minutesSaved: 30, oneOffCost: 5000 },
        },
      },
    },
    work: { services: { recruitment: { status: 'inuse', phases: { application: 'full' }, usageRate: 100 } } },
  },
});

export function checked(data: unknown): WorkbookAnswers {
  const parsed = parseFile(workbook, data);
  if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.problems));
  const answers: WorkbookAnswers = JSON.parse(JSON.stringify(fileOf(workbook, parsed.answers, parsed)));
  return answers;
}

/** An empty workbook. */
export const empty: WorkbookAnswers = checked({ dialog: 'workbook', areas: {} });

/** What little was answered a year earlier. */
const before = checked({
  dialog: 'workbook',
  areas: {
    environment: {
      services: {
        'building-permits': { status: 'planned' },
        parking: { status: 'inuse', usageRate: 50, cases: 10 },
      },
    },
  },
});

/** The example with that year beside it. */
export function besideEarlier(locale: Locale): Spreadsheet {
  const earlier = figuresOf(assessWorkbook(workbook, answersInFile(before)));
  return workbookSpreadsheet({ ...optionsFor(example, locale), earlier });
}

/** What a council is shown of a municipality that judges two sectors every year, and of its targets and roadmap. */
import type { Answers } from '../../../src/assessment/answers.ts';
import { withCatalogue } from '../../../src/assessment/catalogue-version.ts';
import { itemsOf } from '../../../src/assessment/places.ts';
import { scoringOf } from '../../../src/assessment/scoring/scoring.ts';
import { followUpSections } from '../../../src/conversation/following-up.ts';
import { withSections } from '../../../src/conversation/gathering.ts';
import type { Locale } from '../../../src/conversation/locale.ts';
import type { Report } from '../../../src/reports/result/report.ts';
import { makeSavingContext } from '../../../src/saving/make-saving-context.ts';
import { makeReport } from '../../../src/saving/report/make-report.ts';
import { content, shipped } from '../../support/content.ts';
import { FACTS } from './made-reports.ts';

const YEAR_MS = 365 * 86_400_000;
export const SECTORS = ['education', 'technical'];

/** Levels of the eight perspectives, a year a row; in the other sector each is one lower. */
const YEARS = [
  [1, 1, 2, 1, 1, 0, 2, 1],
  [2, 1, 2, 1, 2, 1, 2, 1],
  [3, 2, 3, 2, 2, 1, 3, 2],
];

/** Every statement answered: as many levels hold as are told, those above do not. */
export function profileAnswers(levels: readonly number[], sectors: readonly string[] = SECTORS): Answers {
  const instrument = shipped('profile');
  const given: Record<string, Answers[string]> = {
    municipality: '564',
    role: 'leadership',
    'sectors-chosen': sectors,
  };
  for (const [lower, sector] of sectors.entries()) {
    const places = { at: [{ list: 'sectors', item: sector }], answers: given };
    for (const [index, view] of itemsOf(instrument, 'perspectives', places).entries()) {
      const at = [...places.at, { list: 'perspectives', item: view.id }];
      for (const { id, level = 0 } of itemsOf(instrument, 'statements', { at, answers: given }))
        given[`${sector}.${view.id}.${id}.holds`] = level <= (levels[index] ?? 0) - lower ? 'yes' : 'no';
    }
  }
  return given;
}

const TARGETS: Answers = {
  'strategy.target': 4,
  'strategy.year': 2029,
  'people.target': 3,
  'people.year': 2028,
  'data.target': 3,
  'spearhead-1': 'Sujuva arki',
  'measures-chosen': ['target-level', 'train-staff', 'information-management', 'measure-usage'],
  'target-level.state': 'running',
  'target-level.owner': 'leadership-group',
  'target-level.deadline': '2027-06-01',
  'train-staff.state': 'planned',
  'train-staff.spearhead': 'first',
  'train-staff.owner': 'personnel-manager',
  'information-management.state': 'done',
};

const GOALS = ['strategy', 'leadership', 'renewal', 'methods', 'people', 'ecosystem', 'technology', 'data'];

function targetAnswers(levels: readonly number[], year: number): Answers {
  const now = GOALS.map((goal, at) => [`${goal}.now`, Math.max(0, (levels[at] ?? 0) - 1)]);
  return { ...TARGETS, ...Object.fromEntries(now), ...(year === 2 && { 'train-staff.state': 'done' }) };
}

/** The latest of three yearly results, with what has changed and the way between them. */
export function councilReport(dialog: 'profile' | 'targets', locale: Locale): Report {
  const instrument = shipped(dialog);
  const runs = YEARS.map((levels, year) => {
    const answers = dialog === 'profile' ? profileAnswers(levels) : targetAnswers(levels, year);
    const at = FACTS.at - (YEARS.length - 1 - year) * YEAR_MS;
    const outcome = withCatalogue(
      scoringOf(instrument).outcome(instrument, { answers, actions: content.actions }),
      content.actionsVersion.version,
    );
    const { id, version } = instrument;
    return { dialog: id, version, name: 'Oulu', reasons: {}, startedAt: at, at, answers, outcome };
  });
  const [latest, ...earlier] = runs.toReversed();
  if (!latest) throw new Error('no year was told');
  const kept = { key: 'kept', name: 'Oulu', runs: earlier.toReversed(), shared: [] };
  const beside = followUpSections(kept, { instrument, ...latest }, content.actions);
  const outcome = withSections(latest.outcome, beside);
  const context = makeSavingContext(content, FACTS, {
    run: latest,
    onDefect: error => {
      throw error;
    },
  });
  const told = { answers: latest.answers, passed: [], reasons: {}, notes: {}, colleague: [] };
  return makeReport(context, locale, { outcome, told });
}

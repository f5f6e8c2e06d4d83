/** Reports of every kind of instrument, from the shipped content. */
import type { Answers } from '../../../src/assessment/answers.ts';
import { withCatalogue } from '../../../src/assessment/catalogue-version.ts';
import type { Instrument } from '../../../src/assessment/instrument.ts';
import { scoringOf } from '../../../src/assessment/scoring/scoring.ts';
import { withoutAnswers } from '../../../src/assessment/without-answers.ts';
import type { Locale } from '../../../src/conversation/locale.ts';
import type { Told } from '../../../src/conversation/session.ts';
import type { Report } from '../../../src/reports/result/report.ts';
import { makeSavingContext } from '../../../src/saving/make-saving-context.ts';
import { makeReport } from '../../../src/saving/report/make-report.ts';
import { answersInFile } from '../../assessment/scoring/workbook/workbook-answers.ts';
import { ANSWERS, BEST } from '../../presentation/every-reply.ts';
import { content, stoodOn } from '../../support/content.ts';
import { example } from '../workbook/shipped.ts';

export const FACTS = {
  authority: 'Esimerkkilä',
  at: Date.UTC(2026, 10, 28, 10),
  contact: { unit: 'Neuvonta' },
  retentionDays: 30,
  publicUrl: 'https://bot.example',
};

/** A plan of one undertaking, with a chain of which one link is measured. */
const PLAN: Answers = {
  'own-1.name': 'Puheentunnistus lukutunneilla',
  'own-1.stage': 'running',
  'own-1.theme': 'teaching',
  'own-1.uncertain': 'yes',
  'own-1.lesson-enough': 'yes',
  'own-1.ready-made': 'no',
  'own-1.bounded': 'yes',
  'own-1.stoppable': 'yes',
  'own-1.resources-named': ['work-time', 'devices', 'rehtori', 'sijainen'],
  'own-1.actions-named': ['learning-environment', 'learning-content', 'opettajien yhteinen suunnittelu'],
  'own-1.results-named': ['pupils-active', 'lessons'],
  'own-1.indirect-named': ['ways-renewed'],
  'own-1.wider-named': ['quality'],
  'own-1.results.measure': 'minuutit',
  'own-1.results.start': 10,
  'own-1.results.goal': 30,
  'own-1.results.follow-up': '2027-05-01',
  'own-1.money': 'yes',
  'own-1.larger.settled': 'yes',
  'own-1.owner.settled': 'yes',
  'own-1.larger.how': 'lukutaito',
  'own-1.metrics.settled': 'yes',
  'own-1.failure.settled': 'partly',
  'own-1.sharing.settled': 'yes',
  'own-1.upkeep.settled': 'yes',
};

export const GIVEN = {
  'some of everything': [
    'quick-check',
    { municipality: '564', judged: 'work', role: 'leadership', ...ANSWERS },
  ],
  everything: ['quick-check', BEST],
  nothing: ['quick-check', {}],
  'no to all': ['quick-check', Object.fromEntries(Object.keys(BEST).map(id => [id, noTo(id)]))],
  'a workbook': ['workbook', answersInFile(example)],
  'a plan': ['experiment', PLAN],
  'a resident': ['resident-survey', { municipality: '564', used: 'yes' }],
} as const satisfies Record<string, readonly [dialog: string, answers: Answers]>;

export type Given = keyof typeof GIVEN;
export const NAMES = Object.keys(GIVEN).filter((name): name is Given => name in GIVEN);

function noTo(id: string): string | number {
  if (id === 'usage-rate') return 10;
  return id.startsWith('phase-') ? 'manual' : 'no';
}

/** The report of what was given, with what stands beside the answers. */
export function reportOf(
  name: Given,
  locale: Locale,
  beside: Partial<Told> & { others?: readonly Told[] } = {},
): Report {
  const [dialog, given] = GIVEN[name];
  const { others = [], ...more } = beside;
  const told = { answers: given, passed: [], reasons: {}, notes: {}, colleague: [], ...more };
  return reportOn(dialog, locale, { told, others });
}

/** The same of any answers. */
export function reportOn(
  dialog: string,
  locale: Locale,
  { told, others = [] }: { told: Told; others?: readonly Told[] },
): Report {
  const outcome = outcomeOf(dialog, told.answers, others);
  return makeReport(contextOf(dialog), locale, { outcome, told, others });
}

/** The same of an outcome as others may see it. */
export function sharedReport(dialog: string, locale: Locale, answers: Answers): Report {
  return makeReport(contextOf(dialog), locale, { outcome: withoutAnswers(outcomeOf(dialog, answers)) });
}

/** A kept version that asks what is judged. */
function standsOn(dialog: string): Instrument {
  const scoped = dialog === 'quick-check' ? content.instrument(dialog, '2.1.0') : undefined;
  return scoped ?? stoodOn(dialog);
}

function outcomeOf(dialog: string, answers: Answers, others: readonly Told[] = []) {
  const instrument = standsOn(dialog);
  const outcome = scoringOf(instrument).outcome(instrument, {
    answers,
    others: others.map(other => other.answers),
    actions: content.actions,
  });
  return withCatalogue(outcome, content.actionsVersion.version);
}

function contextOf(dialog: string) {
  const { version } = standsOn(dialog);
  return makeSavingContext(content, FACTS, {
    run: { dialog, version },
    onDefect: error => {
      throw error;
    },
  });
}

import type { Answers } from '../../src/assessment/answers.ts';

/** A municipality as consultants meet them, and the plain advice that it must not miss, in this order. */
export interface TypicalCase {
  readonly name: string;
  readonly answers: Answers;
  readonly advice: readonly string[];
}

const all = (ids: readonly string[], value: string): Answers =>
  Object.fromEntries(ids.map(id => [id, value]));

const FIRST = ['need', 'started', 'plan', 'leadership', 'money', 'work-time'];
const PHASES = [
  'phase-application',
  'phase-initiation',
  'phase-handling',
  'phase-decision',
  'phase-invoicing',
  'phase-archiving',
  'phase-supervision',
];
const FOURTH = ['new-targets', 'analysed-data', 'ecosystem'];

const foundation = all(FIRST, 'yes');
const inUse: Answers = {
  ...foundation,
  'market-services': 'yes',
  'resident-use': 'yes',
  'usage-rate': 85,
};
const digital: Answers = { ...inUse, ...all(PHASES, 'full') };
const top: Answers = { ...digital, ...all(FOURTH, 'yes') };

/** Every stair is met by a place where people begin, and those that are missed most. */
export const TYPICAL_CASES: readonly TypicalCase[] = [
  {
    name: 'nothing begun',
    answers: all(FIRST, 'no'),
    advice: ['strategy-goals', 'commit-leadership', 'roadmap', 'reserve-money', 'reserve-work-time'],
  },
  {
    name: 'a small municipality that has recognised the need',
    answers: { ...all(FIRST, 'no'), need: 'yes', started: 'partly', leadership: 'partly' },
    advice: ['ask-others', 'commit-leadership', 'roadmap', 'reserve-money', 'reserve-work-time'],
  },
  {
    name: 'a city that lacks only money',
    answers: { ...top, money: 'partly' },
    advice: ['reserve-money', 'yearly-follow-up'],
  },
  {
    name: 'no money and no time',
    answers: { ...top, money: 'no', 'work-time': 'no' },
    advice: ['reserve-money', 'reserve-work-time'],
  },
  {
    name: 'much that is not known',
    answers: { need: 'yes', started: 'yes', leadership: 'yes' },
    advice: ['find-out'],
  },
  {
    name: 'services half in use',
    answers: { ...foundation, 'market-services': 'partly', 'resident-use': 'partly', 'usage-rate': 62 },
    advice: ['fill-workbook', 'measure-usage', 'adopt-market-solutions', 'test-with-residents'],
  },
  {
    name: 'a usage rate that nobody has measured',
    answers: { ...inUse, 'usage-rate': 'unknown' },
    advice: ['find-out', 'measure-usage'],
  },
  {
    name: 'a usage rate of exactly 80',
    answers: { ...digital, 'usage-rate': 80 },
    advice: ['test-with-residents', 'digital-support'],
  },
  {
    name: 'services adopted, hardly used',
    answers: { ...inUse, 'resident-use': 'no', 'usage-rate': 30 },
    advice: ['test-with-residents', 'digital-support', 'one-view'],
  },
  {
    name: 'every phase by hand',
    answers: { ...inUse, ...all(PHASES, 'manual') },
    advice: ['automate-by-phase'],
  },
  ...(
    [
      ['phase-application', 'shared-components'],
      ['phase-initiation', 'initiate-digitally'],
      ['phase-handling', 'integrate-systems'],
      ['phase-decision', 'decide-digitally'],
      ['phase-decision', 'automated-decisions'],
      ['phase-invoicing', 'invoice-digitally'],
      ['phase-archiving', 'archive-digitally'],
      ['phase-supervision', 'supervise-digitally'],
    ] as const
  ).map(([phase, action]) => ({
    name: `only ${phase} by hand`,
    answers: { ...digital, [phase]: 'manual' },
    advice: [action],
  })),
  {
    name: 'nothing new sought, no data used, no partners',
    answers: { ...digital, ...all(FOURTH, 'no') },
    advice: ['seek-targets', 'knowledge-goals'],
  },
  {
    name: 'the top',
    answers: top,
    advice: ['keep-up', 'yearly-follow-up', 'share-results'],
  },
];

/** Ten municipalities, and what a consultant would say to a leadership group of each. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { checkAnswers } from '../../src/assessment/check-answers.ts';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { instrument, outcomeOf, resultOf } from '../presentation/every-reply.ts';
import { textOf } from '../presentation/rendering.ts';
import { content } from '../support/content.ts';

const all = (ids: readonly string[], value: string): Answers =>
  Object.fromEntries(ids.map(id => [id, value]));

const FIRST = ['need', 'started', 'plan', 'leadership', 'money', 'work-time'];
const PHASES = [
  'application',
  'initiation',
  'handling',
  'decision',
  'invoicing',
  'archiving',
  'supervision',
].map(phase => `phase-${phase}`);
const FOURTH = ['new-targets', 'analysed-data', 'ecosystem'];
const EVERYTHING = [...FIRST, 'market-services', 'resident-use', 'usage-rate', ...PHASES, ...FOURTH];

const NOTHING: Answers = { ...all([...FIRST, ...FOURTH], 'no'), ...all(PHASES, 'manual'), 'usage-rate': 10 };
const LOW = { ...NOTHING, 'market-services': 'no', 'resident-use': 'no' };
const ONE = all(FIRST, 'yes');
const TWO: Answers = { ...ONE, 'market-services': 'yes', 'resident-use': 'yes', 'usage-rate': 85 };
const THREE: Answers = { ...TWO, ...all(PHASES, 'full') };
const FOUR: Answers = { ...THREE, ...all(FOURTH, 'yes') };
const HALF: Answers = { 'market-services': 'partly', 'resident-use': 'partly', 'usage-rate': 62 };

interface Row {
  readonly name: string;
  readonly answers: Answers;
  readonly stair: readonly [low: number, high: number];
  readonly holding: readonly string[];
  readonly unknown?: readonly string[];
  /** The whole advice, in its order. */
  readonly actions: readonly string[];
  /** What the result must say, and must not. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: '1 a small municipality at its beginning asks others before it plans, and finds the time',
    answers: { ...LOW, need: 'yes', started: 'partly', leadership: 'partly' },
    stair: [0, 0],
    holding: ['started', 'plan', 'leadership', 'money', 'work-time'],
    actions: ['ask-others', 'commit-leadership', 'roadmap', 'reserve-money', 'reserve-work-time'],
    says: ['Ei vielä portailla'],
  },
  {
    name: '2 the usual one takes stock, measures, adopts, and then raises use',
    answers: { ...ONE, ...HALF, ...all(PHASES, 'partial'), ...all(FOURTH, 'partly') },
    stair: [1, 1],
    holding: ['market-services', 'resident-use', 'usage-rate'],
    actions: [
      'fill-workbook',
      'measure-usage',
      'adopt-market-solutions',
      'buy-together',
      'test-with-residents',
    ],
  },
  {
    name: '3 a city whose money is partly there is praised, with one condition',
    answers: { ...FOUR, money: 'partly' },
    stair: [0, 0],
    holding: ['money'],
    actions: ['reserve-money', 'follow-benefit', 'yearly-follow-up'],
    says: [
      'Yhden ehdon päässä portaasta 4',
      'Porras 1: 5/6 ehtoa täyttyy\n• Porras 2: 3/3 ehtoa täyttyy\n• Porras 3: 7/7 ehtoa täyttyy\n• Porras 4: 3/3 ehtoa täyttyy',
      'Portaiden 2–4 ehdot täyttyvät jo. Rahoitus ratkaisee: kun se on kunnossa, kuntasi on portaalla 4.',
    ],
    saysNot: [
      'Ei vielä portailla',
      'Kaikki ensimmäisen portaan ehdot eivät vielä täyty',
      'Matkasta portaalle 1 on kuljettu',
      'Yhtään porrasta ei ole',
    ],
  },
  {
    name: '4 exactly 80 % lacks one point, and need not be measured again',
    answers: {
      ...THREE,
      'usage-rate': 80,
      'phase-invoicing': 'na',
      'phase-supervision': 'na',
      ...all(FOURTH, 'no'),
    },
    stair: [1, 1],
    holding: ['usage-rate'],
    actions: ['test-with-residents', 'digital-support', 'one-view', 'quality-and-accessibility'],
    says: [
      'Käyttöaste: puuttuu enää yksi prosenttiyksikkö',
      'Portaan 3 ehdot täyttyvät jo.',
      'Porras 3: 5/5 ehtoa',
    ],
  },
  {
    name: '5 what is not known is found out first, and is no no',
    answers: { need: 'yes', started: 'yes', leadership: 'yes', 'analysed-data': 'yes' },
    stair: [0, 4],
    holding: [],
    unknown: ['plan', 'money', 'work-time'],
    actions: ['find-out', 'yearly-follow-up', 'security-and-continuity'],
    says: [
      'Näistä tarvitaan vielä tieto:\n\n• Suunnitelma: kysy digitalisaation vastuuhenkilöltä\n• Rahoitus: kysy talousjohtajalta\n• Työaika: kysy palvelualueiden johtajilta',
      'Selvitä ensin puuttuvat tiedot',
    ],
    saysNot: ['ehdoista nämä eivät vielä täyty', 'Nousuun portaalle'],
  },
  {
    name: '6 new targets at the top of stair 3',
    answers: { ...THREE, 'new-targets': 'partly', 'analysed-data': 'yes', ecosystem: 'na' },
    stair: [3, 3],
    holding: ['new-targets'],
    actions: ['seek-targets', 'true-experiments', 'ai-policy', 'partnerships', 'portfolio-and-networks'],
    says: ['Porras 4: 1/2 ehtoa täyttyy', 'Yritys- ja tutkimusyhteistyö'],
  },
  {
    name: '7 of the phases the easier is proposed, each with an action of its own',
    answers: {
      ...THREE,
      'phase-decision': 'partial',
      'phase-archiving': 'partial',
      'phase-supervision': 'manual',
      ...all(FOURTH, 'no'),
    },
    stair: [2, 2],
    holding: ['phase-decision', 'phase-archiving', 'phase-supervision'],
    actions: [
      'decide-digitally',
      'archive-digitally',
      'supervise-digitally',
      'automate-by-phase',
      'straighten-processes',
    ],
    says: ['riittää esimerkiksi, että nämä toteutuvat:\n\n• Valvonta\n• Arkistointi\n'],
  },
  {
    name: '8 nothing applies: nothing is assessed',
    answers: all(EVERYTHING, 'na'),
    stair: [0, 0],
    holding: [],
    actions: ['yearly-follow-up', 'security-and-continuity', 'participation'],
    says: ['Porras 4: ei arvioitu', 'Porrasta 1 ei arvioitu', 'tulos jää'],
    saysNot: ['Kunta on kehitysalusta'],
  },
  {
    name: '9 the top keeps it up, reports to the council and shares',
    answers: FOUR,
    stair: [4, 4],
    holding: [],
    actions: ['keep-up', 'yearly-follow-up', 'share-results', 'security-and-continuity', 'participation'],
    says: ['Porras 4: Kunta on kehitysalusta', 'Pidä saavutettu taso yllä'],
  },
  {
    name: '10 no money and no time',
    answers: { ...FOUR, money: 'no', 'work-time': 'no' },
    stair: [0, 0],
    holding: ['money', 'work-time'],
    actions: ['reserve-money', 'follow-benefit', 'reserve-work-time', 'train-staff'],
    says: ['Portaiden 2–4 ehdot täyttyvät jo.', 'Kun kaikki nämä toteutuvat, kuntasi nousee portaalle 4.'],
    saysNot: ['Niistä näet, mistä aloittaa', 'Matkasta portaalle 1 on kuljettu'],
  },
];

describe.each(ROWS)(
  '$name',
  ({ answers, stair: [low, high], holding, unknown = [], actions, says = [], saysNot = [] }) => {
    const result = assess(instrument, content.actions, answers);
    const text = textOf(resultOf(answers));

    it('has its stair, what holds it down, and what is not known', () => {
      expect({ stair: result.stair, holding: result.holding, unknown: result.unknown }).toEqual({
        stair: { low, high },
        holding,
        unknown,
      });
    });

    it('gets its advice in its order', () => {
      expect(result.actions).toEqual(actions);
      expect(sectionOf(outcomeOf(answers), 'actions')?.ids).toEqual(actions);
    });

    it('reads as it should', () => {
      for (const one of says) expect(text).toContain(one);
      for (const one of saysNot) expect(text).not.toContain(one);
    });
  },
);

it('nobody can say that the first stair does not apply', () => {
  const refused = checkAnswers(instrument, all(EVERYTHING, 'na')).map(({ input }) => input);
  expect(refused).toEqual(FIRST);
});

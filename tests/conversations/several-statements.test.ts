/** One message that says several things: all of it is taken as it was meant, or it is asked about; nothing is dropped unsaid. */
import { expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import type { Session } from '../../src/conversation/session.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

type Told = Record<string, string | number>;
/** What was said, what of it is written at once, and what a yes to "did you mean" would write. */
interface Row {
  readonly text: string;
  readonly taken: Told;
  readonly asked?: Told;
  readonly locale?: Locale;
}

const { services } = workbook.lists;
/** One service in use, and all the others of the area neither in use nor planned. */
const OTHERS_NOT: Told = Object.fromEntries(
  (services && 'of' in services ? (services.items.work ?? []) : []).map(({ id }) => [
    `${id}.status`,
    id === 'startup-grants' ? 'inuse' : 'none',
  ]),
);

/** On the card of the services for work: 1 jobseeker-meetings, 2 job-matching, 3 employment-training, 5 startup-grants. */
const ON_THE_LIST: readonly Row[] = [
  {
    text: '1 käytössä 2 suunnitteilla 3 ei',
    taken: {
      'jobseeker-meetings.status': 'inuse',
      'job-matching.status': 'planned',
      'employment-training.status': 'none',
    },
  },
  {
    text: 'käytössä: 1, 3; suunnitteilla: 2; ei: 5',
    taken: {
      'jobseeker-meetings.status': 'inuse',
      'employment-training.status': 'inuse',
      'job-matching.status': 'planned',
      'startup-grants.status': 'none',
    },
  },
  {
    text: 'i bruk: 1, 3, planeras: 2',
    taken: {
      'jobseeker-meetings.status': 'inuse',
      'employment-training.status': 'inuse',
      'job-matching.status': 'planned',
    },
    locale: 'sv',
  },
  {
    text: 'in use: startup grants, purchase invoices',
    taken: { 'startup-grants.status': 'inuse', 'supplier-invoices.status': 'inuse' },
    locale: 'en',
  },
  {
    text: 'starttiraha, ostolaskut ja hankinnat käytössä',
    taken: {
      'startup-grants.status': 'inuse',
      'supplier-invoices.status': 'inuse',
      'procurement.status': 'inuse',
    },
  },
  { text: 'starttiraha käytössä, muut ei', taken: OTHERS_NOT },
  {
    text: 'startpeng i bruk, resten inte',
    taken: OTHERS_NOT,
    locale: 'sv',
  },
  {
    text: 'startup grants in use, the others not',
    taken: OTHERS_NOT,
    locale: 'en',
  },
  {
    text: 'starttiraha käytössä, käyttöaste 80-90 %',
    taken: {},
    asked: { 'startup-grants.status': 'inuse' },
  },
  { text: 'starttiraha käytössä, käyttöaste 8O', taken: {}, asked: { 'startup-grants.status': 'inuse' } },
  { text: 'starttiraha käytössä, 30 asukasta', taken: {}, asked: { 'startup-grants.status': 'inuse' } },
  { text: '1 käytössä, 99 käytössä', taken: {}, asked: { 'jobseeker-meetings.status': 'inuse' } },
  { text: '10 palvelua käytössä', taken: {} },
  { text: '10 tjänster i bruk', taken: {}, locale: 'sv' },
  { text: '10 services in use', taken: {}, locale: 'en' },
  { text: 'kesätyöt käytössä, 12.5.2025 alkaen', taken: { 'summer-jobs.status': 'inuse' } },
  { text: 'starttiraha käytössä, vuodesta 2019', taken: { 'startup-grants.status': 'inuse' } },
  { text: 'starttiraha käytössä 85', taken: {}, asked: { 'startup-grants.status': 'inuse' } },
];

/** On the card of a service that is in use. */
const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving', 'supervision'];
const ALL_BUT_INVOICING = Object.fromEntries(
  PHASES.filter(phase => phase !== 'invoicing').map(phase => [`startup-grants.${phase}`, 'full']),
);

const ON_THE_CARD: readonly Row[] = [
  {
    text: 'hakemus täysin käsittely osin päätös paperilla',
    taken: {
      'startup-grants.application': 'full',
      'startup-grants.handling': 'partial',
      'startup-grants.decision': 'manual',
    },
  },
  {
    text: 'täysin hakemus osin käsittely',
    taken: { 'startup-grants.application': 'full', 'startup-grants.handling': 'partial' },
  },
  {
    text: 'täysin: hakemus, käsittely; osin: päätös',
    taken: {
      'startup-grants.application': 'full',
      'startup-grants.handling': 'full',
      'startup-grants.decision': 'partial',
    },
  },
  {
    text: 'hakemus, käsittely ja päätös täysin',
    taken: {
      'startup-grants.application': 'full',
      'startup-grants.handling': 'full',
      'startup-grants.decision': 'full',
    },
  },
  {
    text: 'käyttöaste 85, asioita 1200, laskutus ei',
    taken: {},
    asked: {
      'startup-grants.usage-rate': 85,
      'startup-grants.cases': 1200,
      'startup-grants.invoicing': 'na',
    },
  },
  { text: 'laskutusta ei ole', taken: {}, asked: { 'startup-grants.invoicing': 'na' } },
  { text: 'ingen fakturering', taken: {}, asked: { 'startup-grants.invoicing': 'na' }, locale: 'sv' },
  { text: 'no invoicing', taken: {}, asked: { 'startup-grants.invoicing': 'na' }, locale: 'en' },
  { text: 'kaikki täysin paitsi laskutus', taken: ALL_BUT_INVOICING },
  { text: 'allt helt digitalt utom fakturering', taken: ALL_BUT_INVOICING, locale: 'sv' },
  { text: 'all fully digital except invoicing', taken: ALL_BUT_INVOICING, locale: 'en' },
  {
    text: 'hakemus ja käsittely täysin, muut paperilla',
    taken: {
      ...Object.fromEntries(PHASES.map(phase => [`startup-grants.${phase}`, 'manual'])),
      'startup-grants.application': 'full',
      'startup-grants.handling': 'full',
    },
  },
  { text: 'asioita 100 kuukaudessa', taken: {}, asked: { 'startup-grants.cases': 1200 } },
  { text: '100 ärenden i månaden', taken: {}, asked: { 'startup-grants.cases': 1200 }, locale: 'sv' },
  { text: '100 cases a week', taken: {}, asked: { 'startup-grants.cases': 5200 }, locale: 'en' },
];

it.each(ON_THE_LIST)('on the list: $text', row => {
  expect(heard(['[open workbook]', '5'], row)).toEqual(toldOf(row));
});

it.each(ON_THE_CARD)('on the card of a service: $text', row => {
  const steps = ['[open workbook]', '5', '[form startup-grants=inuse]'];
  expect(heard(steps, row)).toEqual(toldOf(row));
});

it.each([
  { text: 'kaikki paitsi 1', areas: ['education', 'culture', 'wellbeing', 'work', 'participation'] },
  { text: 'kaikki paitsi asuminen ja työ', areas: ['education', 'culture', 'wellbeing', 'participation'] },
  { text: 'kaikki muut', areas: undefined },
  { text: 'muut paitsi työ', areas: undefined },
  { text: 'alla utom 1 och 5', areas: ['education', 'culture', 'wellbeing', 'participation'] },
  { text: 'all except culture', areas: ['environment', 'education', 'wellbeing', 'work', 'participation'] },
])('of the areas: $text', ({ text, areas }) => {
  const opened = turn(newSession('fi'), '[open workbook]');
  expect(answersOf(turn(opened, text)).areas).toEqual(areas);
});

function toldOf({ taken, asked = {} }: Row) {
  return { taken, asked };
}

function heard(steps: readonly string[], { text, locale = 'fi' }: Row) {
  const before = steps.reduce((session, step) => turn(session, step), newSession(locale));
  const after = turn(before, text);
  const { pending } = after;
  const entries = pending?.kind === 'reading' ? pending.entries : [];
  return {
    taken: short(changed(answersOf(before), answersOf(after))),
    asked: short(Object.fromEntries(entries.map(({ key, value }) => [key, value]))),
  };
}

function turn(session: Session, does: string): Session {
  return takeTurn({ context: realContext, session, now: 0 }, inputOf(does, session)).session;
}

function answersOf({ runs }: Session): Record<string, unknown> {
  return runs.workbook?.answers ?? {};
}

function changed(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));
}

function short(answers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key.replace(/^work\./, ''), value]),
  );
}

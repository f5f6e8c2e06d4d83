/** Several fields of one form told in a message, by their names or all at once. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { render } from '../../src/presentation/render.ts';
import { realContext, renderContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving', 'supervision'];
const all = (value: string) => Object.fromEntries(PHASES.map(phase => [phase, value]));

/** The quick check with the card of the seven phases open. */
function atPhases(locale: Locale): Session {
  let session = newSession(locale);
  let does = '[/start]';
  for (let turns = 0; turns < 20 && stepOf(session) !== 'phases'; turns++) {
    ({ session } = takeTurn({ context: realContext, session, now: 0 }, inputOf(does, session)));
    does = stepOf(session) === 'usage-rate' ? '[80]' : '[yes]';
  }
  expect(stepOf(session)).toBe('phases');
  return session;
}

function stepOf({ pending }: Session): string | undefined {
  return pending && 'step' in pending ? pending.step : undefined;
}

function said(locale: Locale, text: string) {
  const { session, replies } = takeTurn(
    { context: realContext, session: atPhases(locale), now: 0 },
    { kind: 'text', text },
  );
  const given = Object.entries(session.runs['quick-check']?.answers ?? {}).flatMap(([key, value]) =>
    key.startsWith('phase-') ? [[key.slice('phase-'.length), value]] : [],
  );
  return { answers: Object.fromEntries(given), replies: replies.map(({ kind }) => kind) };
}

describe.each<[Locale, [string, object][]]>([
  [
    'fi',
    [
      ['kaikki täysin digitaalisia', all('full')],
      ['kaikki käsin', all('manual')],
      ['hakemus täysin, arkistointi osin', { application: 'full', archiving: 'partial' }],
      ['hakemus ja vireillepano täysin', { application: 'full', initiation: 'full' }],
      ['kaikki hakemukset ovat sähköisiä', { application: 'full' }],
      ['laskutus käsin', { invoicing: 'manual' }],
      ['hakemus, käsittely täysin', { application: 'full', handling: 'full' }],
      ['hakemus täysin käsittely osin', { application: 'full', handling: 'partial' }],
      [
        'täysin: hakemus, käsittely; osin: päätös',
        { application: 'full', handling: 'full', decision: 'partial' },
      ],
      ['laskutuksesta en tiedä', { invoicing: 'unknown' }],
      ['valvonta ei koske meitä', { supervision: 'na' }],
    ],
  ],
  [
    'sv',
    [
      ['allt helt digitalt', all('full')],
      ['ansökan helt digital, arkivering delvis', { application: 'full', archiving: 'partial' }],
      ['fakturering manuellt', { invoicing: 'manual' }],
    ],
  ],
  [
    'en',
    [
      ['all fully digital', all('full')],
      ['application fully digital, archiving manual', { application: 'full', archiving: 'manual' }],
      ['invoicing by hand', { invoicing: 'manual' }],
    ],
  ],
])('in %s', (locale, rows) => {
  it.each(rows)('%s', (text, answers) => {
    expect(said(locale, text).answers).toEqual(answers);
  });
});

it.each([
  ['kaikki', ['did-you-mean']],
  ['kaikki manuaalisia, paitsi hakemus', ['rejected']],
  ['laskutus', ['rejected']],
  ['hakemus ja käsittely täysin, muut osin', ['rejected']],
  ['kaikki muut täysin, laskutus ei', ['rejected']],
  ['muut täysin', ['rejected']],
  ['täysin, osin, täysin, osin', ['rejected']],
  ['1 täysin, 2 osin', ['rejected']],
  ['ei laskutusta', ['did-you-mean']],
  ['ei', ['rejected']],
  ['mitä tarkoittaa vireillepano', ['explanation']],
])('“%s” is no answer yet', (text, replies) => {
  expect(said('fi', text)).toEqual({ answers: {}, replies });
});

it('one answer without a name is that of the field asked, as before', () => {
  expect(said('fi', 'täysin').answers).toEqual({ application: 'full' });
});

it('tells of what was said, and of nothing else', () => {
  const scene = { context: realContext, session: atPhases('fi'), now: 0 };
  const { replies } = takeTurn(scene, { kind: 'text', text: 'laskutus käsin' });
  expect(replies[0]).toMatchObject({
    kind: 'noted',
    entries: [{ key: 'phase-invoicing', value: 'manual' }],
  });
});

it('asks about a field by its name', () => {
  const scene = { context: realContext, session: atPhases('fi'), now: 0 };
  const { replies } = takeTurn(scene, { kind: 'text', text: 'ei laskutusta' });
  const texts = replies.flatMap(reply => render({ locale: 'fi', reply }, 'text', renderContext));
  expect(texts.map(({ text }) => text).join()).toMatch(/laskutus/i);
});

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

const but = (value: string, ...left: readonly string[]) =>
  Object.fromEntries(PHASES.filter(phase => !left.includes(phase)).map(phase => [phase, value]));

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
      ['kaikki täysin digitaalisia paitsi arkistointi manuaalinen', { ...all('full'), archiving: 'manual' }],
      [
        'kaikki täysin, paitsi arkistointi käsin ja laskutus osin',
        { ...all('full'), archiving: 'manual', invoicing: 'partial' },
      ],
      [
        'kaikki täysin paitsi arkistointi käsin, laskutus osin',
        { ...all('full'), archiving: 'manual', invoicing: 'partial' },
      ],
      [
        'kaikki täysin paitsi arkistointi, laskutus ja päätös osin',
        { ...all('full'), archiving: 'partial', invoicing: 'partial', decision: 'partial' },
      ],
      ['kaikki manuaalisia, paitsi hakemus', but('manual', 'application')],
      ['kaikki paitsi arkistointi täysin digitaalisia', but('full', 'archiving')],
      ['kaikki muut kuin laskutus ja valvonta täysin', but('full', 'invoicing', 'supervision')],
      ['kaikki täysin paitsi laskutuksesta en tiedä', { ...all('full'), invoicing: 'unknown' }],
      [
        'hakemus ja käsittely täysin, muut osin',
        { ...all('partial'), application: 'full', handling: 'full' },
      ],
      ['kaikki muut täysin, arkistointi käsin', { ...all('full'), archiving: 'manual' }],
    ],
  ],
  [
    'sv',
    [
      ['allt helt digitalt', all('full')],
      ['ansökan helt digital, arkivering delvis', { application: 'full', archiving: 'partial' }],
      ['fakturering manuellt', { invoicing: 'manual' }],
      ['allt helt digitalt utom arkiveringen manuellt', { ...all('full'), archiving: 'manual' }],
      [
        'allt helt digitalt, utom arkivering manuellt och fakturering delvis',
        { ...all('full'), archiving: 'manual', invoicing: 'partial' },
      ],
      ['alla helt digitala förutom arkivering', but('full', 'archiving')],
      ['allt utom arkivering och tillsyn helt digitalt', but('full', 'archiving', 'supervision')],
      ['arkivering manuellt, resten helt digitalt', { ...all('full'), archiving: 'manual' }],
    ],
  ],
  [
    'en',
    [
      ['all fully digital', all('full')],
      ['application fully digital, archiving manual', { application: 'full', archiving: 'manual' }],
      ['invoicing by hand', { invoicing: 'manual' }],
      ['all fully digital except archiving manual', { ...all('full'), archiving: 'manual' }],
      [
        'everything fully digital, except for archiving by hand and invoicing partly',
        { ...all('full'), archiving: 'manual', invoicing: 'partial' },
      ],
      ['all fully digital but not archiving', but('full', 'archiving')],
      ['all except archiving and supervision fully digital', but('full', 'archiving', 'supervision')],
      ['archiving by hand, the rest fully digital', { ...all('full'), archiving: 'manual' }],
    ],
  ],
])('in %s', (locale, rows) => {
  it.each(rows)('%s', (text, answers) => {
    expect(said(locale, text).answers).toEqual(answers);
  });
});

it.each([
  ['kaikki', ['did-you-mean']],
  ['laskutus', ['rejected']],
  ['kaikki muut täysin, laskutus ei', ['did-you-mean']],
  ['muut täysin', ['rejected']],
  ['täysin, osin, täysin, osin', ['rejected']],
  ['1 täysin, 2 osin', ['rejected']],
  ['ei laskutusta', ['did-you-mean']],
  ['ei', ['rejected']],
  ['mitä tarkoittaa vireillepano', ['explanation']],
])('“%s” is no answer yet', (text, replies) => {
  expect(said('fi', text)).toEqual({ answers: {}, replies });
});

it('beside it, or on a card that stands in a list, nothing of the kind is read', () => {
  const at = atPhases('fi');
  const asked = (pending: Session['pending'], text: string) =>
    takeTurn({ context: realContext, session: { ...at, pending }, now: 0 }, { kind: 'text', text }).session;
  const note = asked({ kind: 'note', step: 'phases', nonce: '9' }, 'kaikki täysin digitaalisia');
  expect(note.runs['quick-check']?.notes).toEqual({ phases: 'kaikki täysin digitaalisia' });
  // On a question with one choice "kaikki" is no name of several fields.
  const need = asked({ kind: 'step', step: 'need', nonce: '9' }, 'kaikki kyllä');
  expect(need.runs['quick-check']?.answers).not.toHaveProperty('phase-application');
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

/** All phases but some, typed on the card of a service of the workbook. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext } from '../support/real-context.ts';
import { drawn } from '../support/told-transcript.ts';
import { inputOf } from '../support/transcript.ts';

const AT = 'education.early-education-fees';

function turned(session: Session, ...does: readonly string[]): Session {
  return does.reduce(
    (now, one) => takeTurn({ context: shippedContext, session: now, now: 1 }, inputOf(one, now)).session,
    session,
  );
}

/** The card of a service in use, with what has been told of it before. */
function onCard(locale: Locale, ...before: readonly string[]): Session {
  const session = turned(newSession('fi'), '[open workbook]', '[form areas=education]');
  const told = turned(session, '[edit:education.statuses.1]', '[form early-education-fees=inuse]');
  const opened = turned(told, `[edit:${AT}.details]`, ...before);
  expect(opened.pending).toMatchObject({ step: `${AT}.details` });
  return { ...opened, locale };
}

/** What a message adds to the answers: `?` before what is asked about first. */
function said(session: Session, text: string): Record<string, unknown> {
  const { session: after } = takeTurn({ context: shippedContext, session, now: 2 }, { kind: 'text', text });
  const was = session.runs.workbook?.answers ?? {};
  const written = Object.entries(after.runs.workbook?.answers ?? {}).filter(
    ([key, value]) => was[key] !== value,
  );
  const { pending } = after;
  const asked =
    pending?.kind === 'reading' ? pending.entries.map(({ key, value }) => [`?${key}`, value] as const) : [];
  return Object.fromEntries([...written, ...asked].map(([key, value]) => [key.replace(`${AT}.`, ''), value]));
}

const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving'];
/** Of this service supervision is proposed as a phase that it does not have. */
const all = (value: string) => ({
  ...Object.fromEntries(PHASES.map(phase => [phase, value])),
  supervision: 'na',
});

it.each<[Locale, string, object]>([
  [
    'fi',
    'kaikki täysin digitaalisia paitsi arkistointi manuaalinen',
    { ...all('full'), archiving: 'manual' },
  ],
  [
    'fi',
    'kaikki täysin, paitsi arkistointi käsin ja laskutus osin',
    { ...all('full'), archiving: 'manual', invoicing: 'partial' },
  ],
  ['fi', 'arkistointi käsin, muut täysin', { ...all('full'), archiving: 'manual' }],
  ['fi', 'kaikki täysin paitsi valvonta osin', { ...all('full'), supervision: 'partial' }],
  ['fi', 'muut täysin', {}],
  [
    'sv',
    'allt helt digitalt utom arkivering manuellt och fakturering delvis',
    { ...all('full'), archiving: 'manual', invoicing: 'partial' },
  ],
  [
    'en',
    'all fully digital except archiving manual and invoicing partly',
    { ...all('full'), archiving: 'manual', invoicing: 'partial' },
  ],
])('all but some on the card of a service, %s: %s', (locale, text, answers) => {
  expect(said(onCard(locale), text)).toEqual(answers);
});

/** What is told of those left out, on every reply to a message. */
function toldLeft(session: Session, text: string): string | undefined {
  const { replies } = takeTurn({ context: shippedContext, session, now: 2 }, { kind: 'text', text });
  return drawn(replies, 'text', session.locale)
    .join('\n')
    .split('\n')
    .find(line => /^(?:Ilman vastausta jäi|Utan svar blev|Left without an answer): /.test(line));
}

describe('what is left out of all, with nothing told of it, is told as unanswered', () => {
  it.each<[Locale, string, string | undefined]>([
    ['fi', 'kaikki täysin paitsi arkistointi ja laskutus', 'Ilman vastausta jäi: Laskutus, Arkistointi'],
    ['sv', 'allt helt digitalt utom arkivering', 'Utan svar blev: Arkivering'],
    ['en', 'all fully digital except archiving', 'Left without an answer: Archiving'],
    ['fi', 'kaikki täysin paitsi arkistointi käsin', undefined],
    ['fi', 'kaikki täysin', undefined],
  ])('of phases, %s: %s', (locale, text, left) => {
    expect(toldLeft(onCard(locale), text)).toBe(left);
  });

  it.each<[Locale, string, string | undefined]>([
    [
      'fi',
      'kaikki paitsi varhaiskasvatusmaksut ovat käytössä',
      'Ilman vastausta jäi: Varhaiskasvatuksen asiakasmaksut',
    ],
    ['sv', 'alla utom 1 är i bruk', 'Utan svar blev: '],
    ['en', 'all in use except 1', 'Left without an answer: '],
    // Asked about first, since how the one left out is could not be read.
    ['fi', 'kaikki käytössä paitsi 1 sinnepäin', 'Ilman vastausta jäi: '],
    ['fi', 'kaikki käytössä paitsi 1 suunnitteilla', undefined],
  ])('of rows, %s: %s', (locale, text, left) => {
    const session = turned(
      newSession('fi'),
      '[open workbook]',
      '[form areas=education]',
      '[edit:education.statuses.1]',
    );
    const told = toldLeft({ ...session, locale }, text);
    if (left === undefined) expect(told).toBeUndefined();
    else expect(told).toContain(left);
  });

  it('but not where it was answered before', () => {
    const session = onCard('fi', 'arkistointi käsin');
    expect(toldLeft(session, 'kaikki täysin paitsi arkistointi')).toBeUndefined();
  });
});

/** All phases but some, typed on the card of a service of the workbook. */
import { expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext } from '../support/real-context.ts';
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

/** What people call their role on the card of what is judged, and what is said where it is none that is listed. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext as context } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const says = (session: Session, text: string) =>
  takeTurn({ context, session, now: 1 }, { kind: 'text', text });

/** Asked for the role alone. */
function askedForRole(locale: Locale, dialog: string): Session {
  const start = takeTurn(
    { context, session: newSession(locale), now: 0 },
    inputOf(`[open ${dialog}]`, newSession(locale)),
  ).session;
  const { pending } = start;
  if (pending?.kind !== 'step') throw new Error(`${dialog} asks for nothing`);
  return { ...start, pending: { ...pending, input: 'role' } };
}

describe.each(['quick-check', 'profile'])('in %s the role', dialog => {
  it.each([
    ['fi', 'digipäällikkö', 'digital'],
    ['fi', 'digikoordinaattori', 'digital'],
    ['fi', 'ICT-päällikkö', 'digital'],
    ['fi', 'tietohallintopäällikkö', 'digital'],
    ['fi', 'talousjohtaja', 'leadership'],
    ['fi', 'palvelupäällikkö', 'service-area'],
    ['fi', 'rehtori', 'service-area'],
    ['fi', 'suunnittelija', 'other'],
    ['sv', 'digitaliseringschef', 'digital'],
    ['sv', 'avdelningschef', 'service-area'],
    ['sv', 'ekonomidirektör', 'leadership'],
    ['sv', 'planerare', 'other'],
    ['en', 'digital manager', 'digital'],
    ['en', 'IT director', 'digital'],
    ['en', 'department manager', 'service-area'],
    ['en', 'project manager', 'other'],
  ] as const)('in %s “%s” is %s', (locale, words, role) => {
    const { runs } = says(askedForRole(locale, dialog), words).session;
    expect(runs[dialog]?.answers).toMatchObject({ role });
  });

  it.each([
    ['fi', 'hovimestari'],
    ['sv', 'hovmästare'],
    ['en', 'butler'],
  ] as const)('that is none in %s is asked again with its options: %s', (locale, words) => {
    const once = says(askedForRole(locale, dialog), words);
    expect(once.replies).toMatchObject([{ kind: 'rejected' }, { kind: 'input-asked', input: 'role' }]);
    expect([once.session.misses, says(once.session, words).session.misses]).toEqual([1, 2]);
  });
});

/** A number by itself on the workbook's card of a service, where several fields could take it. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext as context } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const WAY = ['[open workbook]', '[form areas=work]', '[form job-matching=inuse]'];
const KEY = 'work.job-matching';

function onCard(locale: Locale): Session {
  return WAY.reduce(
    (session, does) => takeTurn({ context, session, now: 0 }, inputOf(does, session)).session,
    newSession(locale),
  );
}

const CARD = Object.fromEntries(LOCALES.map(locale => [locale, onCard(locale)]));
const said = (locale: Locale, text: string) => {
  const session = CARD[locale] ?? newSession(locale);
  return takeTurn({ context, session, now: 1 }, { kind: 'text', text }).replies;
};

describe('a number by itself', () => {
  it.each([
    ['fi', '50', 'usage-rate', 50],
    ['fi', 'puolet', 'usage-rate', 50],
    ['fi', 'viisikymmentä', 'usage-rate', 50],
    ['fi', '87,5', 'usage-rate', 87.5],
    ['fi', '1200', 'cases', 1200],
    ['fi', '1 200', 'cases', 1200],
    ['sv', '50', 'usage-rate', 50],
    ['sv', 'hälften', 'usage-rate', 50],
    ['sv', 'femtio', 'usage-rate', 50],
    ['en', 'half', 'usage-rate', 50],
    ['en', 'fifty', 'usage-rate', 50],
  ] as const)('in %s “%s” is asked back as %s', (locale, text, field, value) => {
    expect(said(locale, text)).toMatchObject([
      { kind: 'did-you-mean', entries: [{ key: `${KEY}.${field}`, value }] },
    ]);
  });

  it('is for the first field that is still open, and only then for one that has an answer', () => {
    const told = (given: string, text: string) => {
      const before = takeTurn({ context, session: onCard('fi'), now: 0 }, inputOf(given, onCard('fi')));
      const card = inputOf('[go:work.job-matching.details]', before.session);
      const { session } = takeTurn({ context, session: before.session, now: 0 }, card);
      const { replies } = takeTurn({ context, session, now: 1 }, { kind: 'text', text });
      const [reply] = replies;
      return reply?.kind === 'did-you-mean' ? reply.entries.map(({ key }) => key) : [];
    };
    expect(told('[form usage-rate=40]', '50')).toEqual([`${KEY}.cases`]);
    expect(told('[form usage-rate=40 cases=300]', '50')).toEqual([`${KEY}.usage-rate`]);
  });

  it.each([
    ['fi', '-3'],
    ['fi', 'hohhoijaa'],
    ['sv', 'nja'],
    ['en', 'hmm'],
  ] as const)('in %s “%s” is none', (locale, text) => {
    expect(said(locale, text).map(({ kind }) => kind)).not.toContain('did-you-mean');
  });
});

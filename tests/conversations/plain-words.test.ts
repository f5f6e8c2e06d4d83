/** Typed words that were answered as a card, or asked back, without need: on a ladder, and beside a result. */
import { expect, it } from 'vitest';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { EXAMPLE, withInstruments } from '../support/own-instrument.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const { context } = withInstruments(EXAMPLE);

it.each(['suurin osa löytyy', 'osittain'])('“%s” on a ladder of yes and no', words => {
  const rows = ['[open data-check]', '[#skip]', words];
  let session = newSession('fi');
  const kinds = rows.map(row => {
    const turn = takeTurn({ context, session, now: 0 }, inputOf(row, session));
    session = turn.session;
    return turn.replies.map(({ kind }) => kind);
  });
  expect(kinds.at(-1)).toEqual(['rejected']);
});

it.each([
  ['fi', 'tallenna pdf'],
  ['fi', 'tallenna'],
  ['sv', 'spara pdf'],
  ['sv', 'spara'],
  ['en', 'save pdf'],
  ['en', 'save'],
] as const)('in %s “%s” beside a result leads to its files', (locale, words) => {
  const rows = ['[/start]', '[/finish]', words];
  let session = newSession(locale);
  const kinds = rows.map(row => {
    const turn = takeTurn({ context: shippedContext, session, now: 0 }, inputOf(row, session));
    session = turn.session;
    return turn.replies.map(({ kind }) => kind);
  });
  expect(kinds.at(-1)).toEqual(['files']);
});

/** Names that people gave to their own sectors and factors: told before a result is passed on, and never in a comparison. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { figuresOf, publishPeers, replacing } from '../../src/assessment/peers.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shipped } from '../support/content.ts';
import { shippedContext } from '../support/real-context.ts';
import { drawn } from '../support/told-transcript.ts';
import { inputOf } from '../support/transcript.ts';

/** Planted: it is in nobody's content. */
const PLANTED = 'Salaisen Pertin tiimi';
const context = {
  ...shippedContext,
  link: () => ({ key: 'k', seed: 's' }),
  shareCode: () => 'ABCD-2345',
};

/** The turn in which the result is shared, after what was said. */
function shared(said: readonly string[]) {
  let session: Session = { ...newSession('fi'), place: 'personal' };
  for (const words of said) session = takeTurn({ context, session, now: 0 }, inputOf(words, session)).session;
  return takeTurn({ context, session, now: 0 }, inputOf('jaa tulos', session));
}

const WITH_OWN = [
  ...['kypsyysprofiili', 'ohita', 'kaikki kyllä', '[edit:sectors-chosen]'],
  ...['[form sectors-chosen=whole]', '[edit:sectors-added.own]', PLANTED, 'näytä tulos'],
];

describe('a result that is passed on', () => {
  it.each(LOCALES)(
    'tells in %s, beside the code and the link, the names in it that the person gave',
    locale => {
      const { replies } = shared(WITH_OWN);
      const offered = replies.filter(({ kind }) => kind === 'share-offered' || kind === 'link-offered');
      expect(offered).toHaveLength(2);
      for (const reply of offered) expect(drawn([reply], 'text', locale).join('\n')).toContain(`${PLANTED}`);
    },
  );

  it('has those names in it, so that its levels are of something, and nothing that was answered', () => {
    const { effects } = shared(WITH_OWN);
    const passed = effects.flatMap(effect => (effect.kind === 'link' ? [effect.shared] : []));
    expect(JSON.stringify(passed)).toContain(PLANTED);
    expect(JSON.stringify(passed)).not.toContain('.holds');
  });

  it('says nothing of names where it bears none', () => {
    const { replies } = shared(['kypsyysprofiili', 'ohita', 'kaikki kyllä', 'näytä tulos']);
    const text = drawn(replies, 'text').join('\n');
    expect(text).toContain('Linkki tulokseen');
    expect(text).not.toContain('jotka annoit itse');
  });
});

it('figures beside those of other municipalities bear no name that anybody gave', () => {
  const instrument = shipped('profile');
  const { compares } = instrument;
  if (!compares) throw new Error('the profile is not compared');
  const answers = { ...everythingHolds(), 'sectors-chosen': ['whole', 'sector-1'], 'sector-1.name': PLANTED };
  const outcome = scoringOf(instrument).outcome(instrument, { answers, actions: [] });
  expect(JSON.stringify(outcome)).toContain(PLANTED);
  const figures = figuresOf(compares, answers, outcome);
  expect(figures?.['perspectives.strategy']).toBe(5);
  const members = Array.from({ length: 9 }, () => replacing({ figures: {} }, figures ?? {}, 1));
  const published = publishPeers(members, {});
  expect(Object.keys(published)).toHaveLength(8);
  expect(JSON.stringify([figures, members, published])).not.toMatch(/Pertin|sector/);
});

function everythingHolds(): Answers {
  const { lists } = shipped('profile');
  const { statements } = lists;
  if (!statements || !('of' in statements)) throw new Error('the profile has no statements');
  return Object.fromEntries(
    Object.entries(statements.items).flatMap(([view, items]) =>
      ['whole', 'sector-1'].flatMap(unit => items.map(({ id }) => [`${unit}.${view}.${id}.holds`, 'yes'])),
    ),
  );
}

/** Whether a kept result is offered for comparing with other municipalities, and what is said where it cannot be. */
import { describe, expect, it } from 'vitest';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { KeptAssessment } from '../../src/conversation/kept.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { cardsOf, nodesOfType, say } from '../presentation/rendering.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const KEY = { key: 'k', seed: 's' };

interface Said {
  readonly replies: readonly Reply[];
  readonly session: Session;
  readonly kept: KeptAssessment | undefined;
}

/** Says one thing after the other; what is kept on the way is there to be opened. */
function said(words: readonly string[]): Said {
  let at: Said = { replies: [], session: newSession('fi'), kept: undefined };
  for (const one of words) {
    const { kept } = at;
    const context: ConversationContext = {
      ...shippedContext,
      resume: () => KEY,
      kept: () => ({ current: kept, own: [] }),
      peers: () => new Map(),
    };
    const turn = takeTurn({ context, session: at.session, now: 1 }, inputOf(one, at.session));
    const runs = turn.effects.flatMap(effect => (effect.kind === 'keep' ? [effect.run] : []));
    const held = runs.length > 0 ? { ...KEY, name: 'Arvio', runs, shared: [] } : kept;
    at = { replies: turn.replies, session: turn.session, kept: held };
  }
  return at;
}

/** In the order of the quick check's questions. */
const ANSWERS = [
  ...Array.from({ length: 9 }, () => 'kyllä'),
  '85',
  'kaikki täysin',
  'kyllä',
  'kyllä',
  'kyllä',
];
const answering = (times: number, scope = 'form') => [
  '[open quick-check]',
  `[${scope}]`,
  ...ANSWERS.slice(0, times),
  '[/finish]',
  '[/keep]',
  'Arvio',
];
const offersCompare = (reply: Reply | undefined) =>
  reply !== undefined &&
  nodesOfType(cardsOf(say(reply)), 'Action.Submit').some(({ data }) =>
    JSON.stringify(data).includes('"compare"'),
  );
const notice = ({ replies }: Said) => replies.flatMap(one => (one.kind === 'notice' ? [one.notice] : []));

describe('a kept result', () => {
  it.each([
    ['of which more than half was answered', answering(14), true],
    ['of which less than half was answered', answering(2), false],
    ['of one area', answering(14, 'form judged=work'), false],
  ])('%s is offered for comparing, or not', (_, words, offered) => {
    const kept = said(words);
    expect(offersCompare(kept.replies[0])).toBe(offered);
    expect(offersCompare(said([...words, '[/kept]']).replies[0])).toBe(offered);
  });

  it.each([
    ['asks for more answers', answering(2), ['compare-more']],
    [
      'of one area asks for one of the whole municipality',
      answering(14, 'form judged=work'),
      ['compare-whole'],
    ],
    ['goes on', answering(14), []],
  ])('compared all the same %s', (_, words, told) => {
    expect(notice(said([...words, 'vertaa muihin kuntiin']))).toEqual(told);
  });
});

it.each(LOCALES)('what is asked for can be done at once in %s', locale => {
  const reply: Reply = { kind: 'notice', notice: 'compare-more' };
  const buttons = nodesOfType(cardsOf(say(reply, { locale })), 'Action.Submit').map(({ data }) => data);
  expect(buttons).toEqual([
    { do: 'command', name: 'resume' },
    { do: 'command', name: 'keep' },
  ]);
});

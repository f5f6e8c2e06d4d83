/** What is typed where a municipality's class is asked for, before its figures are compared with others'. */
import { describe, expect, it } from 'vitest';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { KeptRun } from '../../src/conversation/kept.ts';
import type { Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext } from '../support/real-context.ts';

const current = shippedContext.current('quick-check');
if (!current) throw new Error('no quick check');
const answers = Object.fromEntries(
  current.steps.flatMap(step => (step.type === 'choice' ? [[step.id, 'yes']] : [])),
);
const RUN: KeptRun = {
  name: 'Arvio',
  dialog: current.id,
  version: current.version,
  startedAt: 0,
  at: 1,
  answers,
  reasons: {},
  outcome: scoringOf(current).outcome(current, { answers, actions: [] }),
};
const context: ConversationContext = {
  ...shippedContext,
  resume: () => ({ key: 'k', seed: 's' }),
  kept: () => ({ current: { key: 'k', name: 'Arvio', runs: [RUN], shared: [] }, own: [] }),
  peers: () => new Map(),
};

const says = (text: string, session: Session) =>
  takeTurn({ context, session, now: 1 }, { kind: 'text', text });
const asked = (group: 'urban' | undefined, locale: Locale): Session => ({
  ...newSession(locale),
  kept: { key: 'k', name: 'Arvio' },
  pending: { kind: 'compare', nonce: '1', dialog: 'quick-check', class: group ? { group } : {} },
});
const classOf = ({ pending }: Session) => (pending?.kind === 'compare' ? pending.class : undefined);

describe('the number of inhabitants', () => {
  it.each([
    ['fi', '215 000 asukasta', 'over-50000'],
    ['fi', '215000', 'over-50000'],
    ['fi', 'noin 20 tuhatta', 'under-50000'],
    ['fi', 'alle 5000', 'under-5000'],
    ['fi', '4999', 'under-5000'],
    ['fi', '5.000', 'under-20000'],
    ['fi', 'meitä on 8 300 asukasta', 'under-20000'],
    ['fi', '8000–9000', 'under-20000'],
    ['fi', 'väkiluku alle 5 000', 'under-5000'],
    ['sv', '49 000 invånare', 'under-50000'],
    ['sv', 'mindre än 20 000', 'under-20000'],
    ['sv', 'ungefär 60 000', 'over-50000'],
    ['en', '215,000 residents', 'over-50000'],
    ['en', 'about 12 thousand', 'under-20000'],
    ['en', 'less than 50,000', 'under-50000'],
  ] as const)('in %s: %s is %s', (locale, text, size) => {
    expect(classOf(says(text, asked('urban', locale)).session)).toEqual({ group: 'urban', size });
  });

  it.each([
    ['fi', '3'],
    ['fi', '4000–6000'],
    ['fi', 'aika pieni'],
    ['sv', 'ganska liten'],
    ['en', 'rather small'],
  ] as const)('in %s: %s is asked again, and is no other wish', (locale, text) => {
    const { session, replies } = says(text, asked('urban', locale));
    expect(replies.map(({ kind }) => kind)).toEqual(['rejected', 'compare-asked']);
    expect([classOf(session), session.misses]).toEqual([{ group: 'urban' }, 1]);
  });
});

describe('the group', () => {
  it.each([
    ['fi', 'Oulu', 'urban'],
    ['sv', 'Korsholm', 'semi-urban'],
    ['fi', 'kaupunkimainen kunta', 'urban'],
  ] as const)('in %s is told by a name or a label: %s', (locale, text, group) => {
    expect(classOf(says(text, asked(undefined, locale)).session)).toEqual({ group });
  });
});

describe('whether figures are shared', () => {
  const open: Session = {
    ...asked('urban', 'fi'),
    pending: {
      kind: 'compare',
      nonce: '1',
      dialog: 'quick-check',
      class: { group: 'urban', size: 'under-5000' },
    },
  };
  const said = (words: string) => says(words, open).replies.map(({ kind }) => kind);

  it.each(['🙂', 'en tiedä', 'ehkä myöhemmin', 'kyllä, jos kunta suostuu'])(
    'is asked again where it is not said plainly: %s',
    words => {
      expect(said(words)).toEqual(['rejected', 'compare-asked']);
    },
  );

  it.each(['ei', 'peruuta'])('is not where it is said that they are not: %s', words => {
    expect(said(words)).toEqual(['compared']);
  });
});

it.each(['peruuta', 'ohje', 'poista tietoni'])('“%s” is that command', words => {
  expect(classOf(says(words, asked('urban', 'fi')).session)).toBeUndefined();
});

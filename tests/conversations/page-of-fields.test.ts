/** What is written on the page of many fields is an ordinary answer of the same conversation, taken in one turn. */
import { describe, expect, it } from 'vitest';
import type { Input, WrittenCell } from '../../src/conversation/input.ts';
import type { Locale } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext } from '../support/real-context.ts';

function said(session: Session, input: Input): { session: Session; replies: readonly Reply[] } {
  return takeTurn({ context: realContext, session, now: 0 }, input);
}

function written(session: Session, cells: readonly WrittenCell[], locale: Locale = 'fi') {
  return said(session, { kind: 'entries', dialog: 'workbook', locale, cells });
}

function answersIn({ runs }: Session) {
  return runs.workbook?.answers ?? {};
}

const STATUS = 'work.job-matching.status';
const RATE = 'work.job-matching.usage-rate';

describe('what is written', () => {
  it('begins the workbook where it has not been begun, and goes through the area', () => {
    const { session, replies } = written(newSession('fi'), [{ key: STATUS, text: 'inuse' }]);
    expect(answersIn(session)).toEqual({ [STATUS]: 'inuse', areas: ['work'] });
    expect(replies).toMatchObject([{ kind: 'noted', growing: expect.anything() }]);
  });

  it.each<[Locale, string, number]>([
    ['fi', '85,5 %', 85.5],
    ['fi', '85', 85],
    ['sv', '85,5', 85.5],
    ['en', '85.5%', 85.5],
  ])('is read as on a card, in the language of the page: %s %s', (locale, text, value) => {
    const { session } = written(newSession('fi'), [{ key: RATE, text }], locale);
    expect(answersIn(session)[RATE]).toBe(value);
    expect(session.locale).toBe('fi');
  });

  it('takes an answer away where it was emptied', () => {
    const before = written(newSession('fi'), [{ key: STATUS, text: 'inuse' }]).session;
    const { session } = written(before, [{ key: STATUS, text: '', was: 'inuse' }]);
    expect(answersIn(session)).not.toHaveProperty([STATUS]);
  });
});

describe('a service of one’s own', () => {
  const NAME = 'work.own-1.name';

  it('is added by its name, and is a row like any other', () => {
    const { session } = written(newSession('fi'), [{ key: NAME, text: 'Yrittäjien aamukahvit' }]);
    const { session: after } = written(session, [{ key: 'work.own-1.status', text: 'inuse' }]);
    expect(answersIn(after)).toMatchObject({ [NAME]: 'Yrittäjien aamukahvit', 'work.own-1.status': 'inuse' });
  });

  it('of two tabs that give the same place to another, the first counts, and the second is told', () => {
    const { session } = written(newSession('fi'), [{ key: NAME, text: 'Yrittäjien aamukahvit' }]);
    const other = written(session, [{ key: NAME, text: 'Torikahvit' }]);
    expect(other.replies).toMatchObject([
      { kind: 'refused', problems: [{ key: NAME, rejection: { problem: 'changed-since' } }] },
    ]);
    expect(answersIn(other.session)[NAME]).toBe('Yrittäjien aamukahvit');
    const next = written(other.session, [{ key: 'work.own-2.name', text: 'Torikahvit' }]);
    expect(answersIn(next.session)['work.own-2.name']).toBe('Torikahvit');
  });
});

describe('what is refused', () => {
  it.each([
    ['a number out of range', RATE, '999', 'out-of-range'],
    ['words for a number', RATE, 'paljon', 'not-a-number'],
    ['no option', STATUS, 'maybe', 'not-an-option'],
    ['no field', 'work.nothing.status', 'inuse', 'unknown-input'],
  ])('%s, and nothing beside it is taken', (_, key, text, problem) => {
    const { session, replies } = written(newSession('fi'), [
      { key: 'work.startup-grants.status', text: 'inuse' },
      { key, text },
    ]);
    expect(replies).toMatchObject([{ kind: 'refused', problems: [{ key, rejection: { problem } }] }]);
    expect(answersIn(session)).toEqual({});
  });

  it('what was written over an answer that the page had not seen; the same answer is no dispute', () => {
    const { session } = written(newSession('fi'), [{ key: STATUS, text: 'planned' }]);
    const other = written(session, [{ key: STATUS, text: 'inuse' }]);
    expect(other.replies).toMatchObject([
      { kind: 'refused', problems: [{ key: STATUS, rejection: { problem: 'changed-since' } }] },
    ]);
    expect(answersIn(other.session)[STATUS]).toBe('planned');
    expect(written(session, [{ key: STATUS, text: 'planned' }]).replies).toMatchObject([{ kind: 'noted' }]);
    const seen = written(session, [{ key: STATUS, text: 'inuse', was: 'planned' }]);
    expect(answersIn(seen.session)[STATUS]).toBe('inuse');
  });

  it('an instrument that is not there', () => {
    const input = {
      kind: 'entries',
      dialog: 'nothing',
      locale: 'fi',
      cells: [{ key: 'a', text: 'b' }],
    } as const;
    expect(said(newSession('fi'), input).replies).toEqual([{ kind: 'notice', notice: 'unavailable-here' }]);
  });
});

describe('the chat beside it', () => {
  const onTable = () => {
    const begun = said(newSession('fi'), {
      kind: 'press',
      press: { do: 'command', name: 'start', dialog: 'workbook' },
    }).session;
    return said(begun, { kind: 'press', press: { do: 'go', to: 'work.statuses', dialog: 'workbook' } })
      .session;
  };

  it('a card that showed the field as it was is stale, and is shown as it is now', () => {
    const before = onTable();
    const nonce = before.pending?.nonce ?? '';
    const { session } = written(before, [{ key: STATUS, text: 'inuse' }]);
    const press = { do: 'form', step: 'work.statuses', nonce, [STATUS]: 'none' } as const;
    const after = said(session, { kind: 'press', press });
    expect(after.replies[0]).toMatchObject({ kind: 'notice', notice: 'stale' });
    expect(after.replies.at(-1)).toMatchObject({ kind: 'question', values: { [STATUS]: 'inuse' } });
    expect(answersIn(after.session)[STATUS]).toBe('inuse');
  });

  it('a card of other fields stays open', () => {
    const before = onTable();
    const { session } = written(before, [{ key: 'culture.museums.status', text: 'inuse' }]);
    expect(session.pending).toEqual(before.pending);
  });

  it('another instrument that is in hand stays in hand', () => {
    const before = said(newSession('fi'), {
      kind: 'press',
      press: { do: 'command', name: 'start', dialog: 'quick-check' },
    }).session;
    const { session } = written(before, [{ key: STATUS, text: 'inuse' }]);
    expect([session.active, session.pending]).toEqual(['quick-check', before.pending]);
    expect(answersIn(session)[STATUS]).toBe('inuse');
  });
});

/** The workbook begins filled from a register of services: everything is offered, nothing is written by itself. */
import { describe, expect, it } from 'vitest';
import { sourceDay } from '../../src/assessment/prefilled.ts';
import type { Locale } from '../../src/conversation/locale.ts';
import type { Offer } from '../../src/conversation/prefilling/found.ts';
import type { Look } from '../../src/conversation/prefilling/source.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext } from '../support/real-context.ts';
import {
  atHelsinki,
  BOATS,
  chat,
  contextWith,
  DAY,
  FOUND,
  known,
  NOTHING_ELSE,
  offer,
  PARKING,
  PLOTS,
  WATER,
} from './prefilling-chat.ts';

describe('whose services', () => {
  it.each([
    ['Helsinki', '091'],
    ['Helsingfors', '091'],
    ['Helsingin kaupunki', '091'],
    ['091', '091'],
  ])('are asked for, and told as %s', (text, code) => {
    const one = chat();
    expect(one.fill().replies).toMatchObject([{ kind: 'prefill-where', near: [] }]);
    one.say(text);
    expect(one.open).toMatchObject({ municipality: code });
  });

  it('are those of the municipality that was named before', () => {
    const { prefill } = contextWith(known({ ...FOUND, municipality: '564' }));
    const context = { ...shippedContext, ...(prefill && { prefill }) };
    const cells = [{ key: 'municipality', text: 'Oulu' }];
    const told = takeTurn(
      { context, session: newSession('fi'), now: 0 },
      { kind: 'entries', dialog: 'quick-check', locale: 'fi', cells },
    );
    const filled = takeTurn({ context, session: told.session, now: 1 }, { kind: 'text', text: 'ptv' });
    expect(filled.replies.at(-1)).toMatchObject({ kind: 'prefill', municipality: '564' });
  });

  it('are asked again where the name has a slip in it', () => {
    const one = chat();
    one.fill();
    expect(one.say('Helsinkki').replies).toMatchObject([{ kind: 'prefill-where', near: ['091'] }]);
    one.press('where', { value: '091' });
    expect(one.open).toMatchObject({ municipality: '091' });
  });

  it('are not asked where that is off', () => {
    const { prefill: _off, ...off } = contextWith(known());
    const turn = takeTurn({ context: off, session: newSession('fi'), now: 0 }, { kind: 'text', text: 'ptv' });
    expect(turn.replies).toMatchObject([{ kind: 'notice', notice: 'unavailable-here' }]);
  });
});

describe('looking into the register', () => {
  it('is wished for, and said to go on', () => {
    const one = chat('unasked');
    one.fill();
    const turn = one.say('Helsinki');
    expect(turn.effects).toContainEqual({ kind: 'look-up', dialog: 'workbook', municipality: '091' });
    expect(one.session.awaits).toEqual({ dialog: 'workbook', municipality: '091' });
  });

  it('goes on by itself when the register has answered', () => {
    const one = atHelsinki({ kind: 'fetching' });
    expect(one.open).toBeUndefined();
    one.learn(known());
    expect(one.take({ kind: 'looked-up' }).replies.at(-1)).toMatchObject({ kind: 'prefill', part: 'sure' });
    expect(one.session.awaits).toBeUndefined();
  });

  it.each([
    ['Oulu', '564'],
    ['Oulun kaupunki', '564'],
    ['564', '564'],
  ])('is begun anew for another municipality that is named meanwhile: %s', (text, municipality) => {
    const one = atHelsinki({ kind: 'fetching' });
    expect(one.say(text).replies).toMatchObject([{ kind: 'prefill-told', what: 'fetching', municipality }]);
    expect(one.session.awaits).toEqual({ dialog: 'workbook', municipality });
  });

  it('goes on where something else is said meanwhile', () => {
    const one = atHelsinki({ kind: 'fetching' });
    one.say('mikä on pilvi');
    expect(one.session.awaits).toMatchObject({ municipality: '091' });
  });

  it('says nothing where nobody waits any more', () => {
    const one = chat();
    expect(one.take({ kind: 'looked-up' }).replies).toEqual([]);
  });

  it.each(['no-answer', 'later', 'refused'] as const)(
    'that fails is told (%s), and the workbook goes on',
    why => {
      const one = atHelsinki({ kind: 'fetching' });
      one.learn({ kind: 'failed', why });
      expect(one.take({ kind: 'looked-up' }).replies).toMatchObject([
        { kind: 'prefill-told', what: why },
        { kind: 'question', step: 'areas' },
      ]);
    },
  );
});

describe('what is proposed', () => {
  it('is offered and not written', () => {
    const one = atHelsinki();
    expect(one.open).toMatchObject({ part: 'sure', offers: [PARKING, WATER, BOATS] });
    expect(one.answers).toEqual({});
  });

  it('is written when it is accepted, each answer with its source', () => {
    const one = atHelsinki();
    const turn = one.press('all');
    expect(one.answers).toMatchObject({
      areas: ['environment', 'culture'],
      'environment.parking.status': 'inuse',
      'environment.parking.application': 'full',
      'environment.water.application': 'partial',
      'culture.boat-berths.status': 'none',
    });
    for (const key of [
      'environment.parking.status',
      'environment.parking.application',
      'culture.boat-berths.status',
    ])
      expect(sourceDay(one.prefilled, key)).toBe(DAY);
    expect(sourceDay(one.prefilled, 'areas')).toBeUndefined();
    expect(turn.replies).toMatchObject([
      { kind: 'prefill-told', what: 'taken', count: 5 },
      { kind: 'prefill', part: 'unsure', offers: [PLOTS] },
    ]);
  });

  it('is written but for what was unticked, which is not offered again', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('take', { chosen: '0,2' });
    expect(Object.keys(one.answers).filter(key => key.startsWith('environment.water'))).toEqual([]);
    one.fill();
    expect(one.open).toBeUndefined();
  });

  it('can be changed, one of it, and that answer is the person’s own', () => {
    const one = atHelsinki();
    one.press('change');
    one.press('set', { one: '1', value: 'planned' });
    expect(one.answers).toEqual({});
    one.press('all');
    expect(one.answers['environment.water.status']).toBe('planned');
    expect(sourceDay(one.prefilled, 'environment.water.status')).toBeUndefined();
    expect(sourceDay(one.prefilled, 'environment.parking.status')).toBe(DAY);
  });

  it('that is not sure is asked, and then what is nothing in the workbook is offered as own services', () => {
    const one = atHelsinki();
    one.press('all');
    one.press('take', { chosen: '0' });
    expect(one.answers['environment.plots.application']).toBe('partial');
    expect(one.open).toMatchObject({ part: 'others', others: FOUND.others });
    const last = one.press('take', { chosen: '0' });
    expect(one.answers).toMatchObject({
      'environment.own-1.name': 'Viljelypalstat',
      'environment.own-1.status': 'none',
    });
    expect(sourceDay(one.prefilled, 'environment.own-1.status')).toBe(DAY);
    expect(last.replies.map(({ kind }) => kind)).toEqual(['prefill-told', 'prefill-told', 'question']);
  });

  it('leaves alone what a person has answered', () => {
    const one = chat(known(NOTHING_ELSE));
    one.take({
      kind: 'entries',
      dialog: 'workbook',
      locale: 'fi',
      cells: [
        { key: 'environment.parking.status', text: 'planned' },
        { key: 'environment.water.status', text: 'inuse' },
      ],
    });
    one.fill();
    one.say('Helsinki');
    expect(one.open?.offers.map(({ item, entries }) => [item, entries.length])).toEqual([
      ['environment.water', 1],
      ['culture.boat-berths', 1],
    ]);
  });

  it('can be left for another time', () => {
    const one = atHelsinki();
    one.press('enough');
    expect(one.answers).toEqual({});
    one.fill();
    expect(one.open).toMatchObject({ part: 'sure' });
  });

  it('is stale once it has been decided', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    const old = one.session.pending?.nonce ?? '';
    one.press('none');
    one.take({ kind: 'press', press: { do: 'prefill', act: 'all', nonce: old } });
    expect(one.answers).toEqual({});
  });
});

describe('words for the proposals', () => {
  const all = [0, 1, 2];
  it.each<[Locale, string, readonly number[]]>([
    ['fi', 'hyväksy kaikki', all],
    ['fi', 'kyllä', all],
    ['fi', 'kaikki', all],
    ['fi', 'ei', []],
    ['fi', '1 ja 3', [0, 2]],
    ['fi', '1–2', [0, 1]],
    ['fi', 'kaikki paitsi 2', [0, 2]],
    ['fi', 'muut kuin 1', [1, 2]],
    ['fi', 'ohita', []],
    ['fi', '1–9', all],
    ['fi', '3–1', [2]],
    ['fi', '1, 3.', [0, 2]],
    ['fi', '9', []],
    ['fi', 'kaikki paitsi 1–2', [2]],
    ['fi', 'kaikki paitsi 9', all],
    ['sv', 'godkänn alla', all],
    ['sv', 'ja', all],
    ['sv', 'alla utom 2', [0, 2]],
    ['sv', 'nej', []],
    ['sv', '1, 2', [0, 1]],
    ['en', 'accept all', all],
    ['en', 'yes', all],
    ['en', 'all but 2', [0, 2]],
    ['en', 'no', []],
    ['en', '3', [2]],
  ])('%s: %s', (locale, text, expected) => {
    const one = chat(known(NOTHING_ELSE), newSession(locale));
    one.fill();
    one.say('Helsinki');
    one.say(text);
    const items = [PARKING, WATER, BOATS].map(({ item }) => `${item}.status`);
    expect(items.flatMap((key, index) => (one.answers[key] === undefined ? [] : [index]))).toEqual(expected);
  });

  it.each<[Locale, string]>([
    ['fi', 'muuta 2'],
    ['sv', 'ändra 2'],
    ['en', 'change 2'],
  ])('%s: %s', (locale, text) => {
    const one = chat(known(NOTHING_ELSE), newSession(locale));
    one.fill();
    one.say('Helsinki');
    one.say(text);
    expect(one.open?.changing).toBe(1);
    one.press('set', { value: 'planned' });
    expect(one.open?.offers[1]?.entries).toEqual([{ key: 'environment.water.status', value: 'planned' }]);
  });

  it.each(['apua', '1 kissa', '1 ja kissa', 'kaikki paitsi', 'ei, koska en tiedä', 'kissa', 'muuta'])(
    'that ask for something else leave them open: %s',
    text => {
      const one = atHelsinki();
      one.say(text);
      expect(one.open).toMatchObject({ part: 'sure' });
      expect(one.open).not.toHaveProperty('changing');
      expect(one.answers).toEqual({});
    },
  );

  it('to change what is not there ask which one; services of one’s own are not changed', () => {
    const one = atHelsinki();
    one.say('vaihda 9');
    expect(one.open?.changing).toBe('some');
    one.press('all');
    one.press('none');
    expect(one.open?.part).toBe('others');
    one.say('muuta 1');
    expect([one.open?.part, one.open?.changing]).toEqual(['others', undefined]);
  });
});

describe('what is changed before it is accepted', () => {
  const states = (one: ReturnType<typeof chat>) =>
    one.open?.offers.map(({ entries }) => entries.map(({ value }) => value).join(' '));
  const AS_FOUND = ['inuse full', 'inuse partial', 'none'];

  it('is the one that was named, or the one whose place is given', () => {
    const one = atHelsinki();
    one.press('change', { one: '2' });
    expect(one.open?.changing).toBe(2);
    one.press('set', { one: '', value: 'manual' });
    expect([states(one), one.open?.changing]).toEqual([
      ['inuse full', 'inuse partial', 'inuse manual'],
      undefined,
    ]);
    one.press('set', { one: '0', value: 'outside' });
    expect(states(one)).toEqual(['outside', 'inuse partial', 'inuse manual']);
    expect(one.open?.own).toEqual(['culture.boat-berths', 'environment.parking']);
    one.press('set', { one: '0', value: 'none' });
    expect(one.open?.own).toEqual(['culture.boat-berths', 'environment.parking']);
  });

  it.each([
    ['nothing was named', { value: 'planned' }],
    ['it is not there', { one: '9', value: 'planned' }],
    ['it says nothing', { one: '1' }],
    ['it cannot be so', { one: '1', value: 'inuse' }],
    ['it is no state', { one: '1', value: 'broken' }],
  ])('is nothing where %s', (_what, press) => {
    const one = atHelsinki();
    one.press('change');
    one.press('set', press);
    expect([states(one), one.open?.own]).toEqual([AS_FOUND, []]);
  });
});

describe('places on a card', () => {
  it('that are none, or not there, choose nothing', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('take', { chosen: '0,x,9,,-1,1.5' });
    expect(Object.keys(one.answers).filter(key => key.endsWith('.status'))).toEqual([
      'environment.parking.status',
    ]);
  });

  it('left out choose nothing, and all of it is decided', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    const turn = one.press('take');
    expect([one.answers, one.prefilled?.decided]).toEqual([
      {},
      ['environment.parking', 'environment.water', 'culture.boat-berths'],
    ]);
    expect(turn.effects).toContainEqual({ kind: 'count', counter: 'prefilled' });
    expect(turn.replies[0]).toMatchObject({ kind: 'prefill-told', what: 'taken', count: 0, day: DAY });
  });

  it('chosen while the register is not known any more wish for it', () => {
    const one = atHelsinki();
    one.learn('unasked');
    const turn = one.press('all');
    expect(turn.effects).toContainEqual({ kind: 'look-up', dialog: 'workbook', municipality: '091' });
    expect(turn.replies.map(({ kind }) => kind)).toEqual(['prefill-told', 'question']);
    expect(one.answers['environment.parking.status']).toBe('inuse');
  });
});

describe('the source of an answer', () => {
  const key = 'environment.parking.application';
  const write = (one: ReturnType<typeof chat>, text: string, was: string) =>
    one.take({ kind: 'entries', dialog: 'workbook', locale: 'fi', cells: [{ key, text, was }] });

  it('stays while nobody changes the answer, and is gone for good when somebody does', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('all');
    write(one, 'full', 'full');
    expect(sourceDay(one.prefilled, key)).toBe(DAY);
    write(one, 'partial', 'full');
    write(one, 'full', 'partial');
    expect(sourceDay(one.prefilled, key)).toBeUndefined();
    expect(sourceDay(one.prefilled, 'environment.parking.status')).toBe(DAY);
  });

  it('is said on the card of the answer', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('all');
    const turn = one.take({ kind: 'press', press: { do: 'go', to: 'environment.parking.details' } });
    expect(turn.replies).toMatchObject([
      {
        kind: 'question',
        sources: { 'environment.parking.status': DAY, 'environment.parking.application': DAY },
      },
    ]);
  });

  it('is counted in the result', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('all');
    const turn = one.take({ kind: 'press', press: { do: 'command', name: 'finish' } });
    expect(turn.replies.at(-1)).toMatchObject({ kind: 'result', sourced: { [DAY]: 5 } });
  });
});

describe('a second look', () => {
  const later = (sure: readonly Offer[]): Look => known({ ...NOTHING_ELSE, day: '2027-03-01', sure });

  it('without news says so', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('all');
    expect(one.fill().replies[0]).toMatchObject({ kind: 'prefill-told', what: 'no-news' });
  });

  it('tells what is new and what is gone, and offers the answers that it changes', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('all');
    const online = offer('culture.boat-berths', ['electronic'], { status: 'inuse', application: 'full' });
    const formless = offer('environment.water', ['electronic'], { status: 'inuse', application: 'full' });
    one.learn(later([PARKING, formless, online]));
    const [told, card] = one.fill().replies;
    expect(told).toMatchObject({
      kind: 'prefill-told',
      news: [
        { item: 'environment.water', added: [], removed: ['form'] },
        { item: 'culture.boat-berths', added: ['electronic'], removed: ['phone'] },
      ],
    });
    expect(card).toMatchObject({
      kind: 'prefill',
      offers: [{ item: 'environment.water' }, { item: 'culture.boat-berths' }],
    });
    one.press('all');
    expect(one.answers['culture.boat-berths.application']).toBe('full');
    expect(sourceDay(one.prefilled, 'culture.boat-berths.status')).toBe('2027-03-01');
    expect(sourceDay(one.prefilled, 'environment.parking.status')).toBe(DAY);
  });

  it('tells of it, and does not touch it, where the answer is the person’s own', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('all');
    one.take({
      kind: 'entries',
      dialog: 'workbook',
      locale: 'fi',
      cells: [{ key: 'culture.boat-berths.status', text: 'planned', was: 'none' }],
    });
    one.learn(later([PARKING, WATER, offer('culture.boat-berths', ['electronic'], { status: 'inuse' })]));
    expect(one.fill().replies[0]).toMatchObject({ news: [{ item: 'culture.boat-berths', own: true }] });
    expect(one.answers['culture.boat-berths.status']).toBe('planned');
  });

  it('offers again what was declined, once the register tells otherwise of it', () => {
    const one = atHelsinki(known(NOTHING_ELSE));
    one.press('take', { chosen: '0,1' });
    const online = offer('culture.boat-berths', ['electronic'], { status: 'inuse', application: 'full' });
    one.learn(later([PARKING, WATER, online]));
    one.fill();
    expect(one.open?.offers).toMatchObject([{ item: 'culture.boat-berths' }]);
  });
});

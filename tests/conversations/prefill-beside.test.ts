/** The register's proposals on the page of many fields: looked up there, accepted one by one or together, never by themselves. */
import { describe, expect, it } from 'vitest';
import type { Input, WrittenCell } from '../../src/conversation/input.ts';
import type { Offer } from '../../src/conversation/prefilling/found.ts';
import { gridView } from '../../src/presentation/grid-view.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { renderContext, workbook } from '../support/real-context.ts';
import {
  atHelsinki,
  BOATS,
  chat,
  DAY,
  FOUND,
  type Knows,
  known,
  NOTHING_ELSE,
  offer,
  PARKING,
  PLOTS,
  WATER,
} from './prefilling-chat.ts';

const ASK: Input = { kind: 'look-beside', dialog: 'workbook', locale: 'fi' };

function cellsOf(offers: readonly Offer[]): WrittenCell[] {
  return offers.flatMap(({ entries }) =>
    entries.map(({ key, value }) => ({ key, text: String(value), told: 'register' }) as const),
  );
}

const entries = (...cells: readonly WrittenCell[]): Input => ({
  kind: 'entries',
  dialog: 'workbook',
  locale: 'fi',
  cells,
});

/** The municipality has been chosen, and nothing decided. */
function chosen(look: Knows = known()) {
  const one = atHelsinki(look);
  one.press('enough');
  return one;
}

describe('asked from the page', () => {
  it('is nothing before the municipality is chosen, or where it is off', () => {
    const notice = [{ kind: 'notice', notice: 'unavailable-here' }];
    expect(chat().take(ASK).replies).toMatchObject(notice);
    expect(chosen().take({ ...ASK, dialog: 'quick-check' }).replies).toMatchObject(notice);
  });

  it('the register is looked into; nothing is written, and what is open in the chat stays open', () => {
    const one = chosen();
    const { pending } = one.session;
    expect(one.take(ASK).replies).toEqual([]);
    expect([one.session.pending, one.answers, one.prefilled?.day]).toEqual([pending, {}, DAY]);
  });

  it('it is wished for where it is not known, and told to be under way; nobody is told later', () => {
    const one = chosen('unasked');
    one.press('where', { value: '091' });
    const turn = one.take(ASK);
    expect(turn.effects).toEqual([{ kind: 'look-up', dialog: 'workbook', municipality: '091' }]);
    one.learn({ kind: 'fetching' });
    expect(one.take(ASK).replies).toMatchObject([{ kind: 'prefill-told', what: 'fetching' }]);
  });

  it.each(['no-answer', 'later', 'refused'] as const)('what fails is told: %s', why => {
    const one = chosen();
    one.learn({ kind: 'failed', why });
    expect(one.take(ASK).replies).toMatchObject([{ kind: 'prefill-told', what: why }]);
  });

  it('a second look tells what is new and what is gone, and whose answer stayed', () => {
    const one = chosen(known(NOTHING_ELSE));
    one.take(entries(...cellsOf([PARKING, WATER])));
    one.take(entries({ key: 'environment.water.status', text: 'planned', was: 'inuse' }));
    const online = offer('culture.boat-berths', ['electronic'], { status: 'inuse', application: 'full' });
    const formless = offer('environment.water', ['electronic'], { status: 'inuse', application: 'full' });
    one.learn(known({ ...NOTHING_ELSE, day: '2027-03-01', sure: [PARKING, formless, online] }));
    expect(one.take(ASK).replies).toMatchObject([
      {
        kind: 'prefill-told',
        news: [
          { item: 'environment.water', added: [], removed: ['form'], own: true },
          { item: 'culture.boat-berths', added: ['electronic'], removed: ['phone'], own: false },
        ],
      },
    ]);
    expect(one.take(ASK).replies).toEqual([]);
  });
});

describe('accepted on the page', () => {
  it('one is written with its source, and nothing else', () => {
    const one = chosen();
    one.take(entries(...cellsOf([PARKING])));
    expect(one.answers).toMatchObject({ 'environment.parking.application': 'full' });
    expect(one.prefilled?.sources).toEqual({
      'environment.parking.status': DAY,
      'environment.parking.application': DAY,
    });
  });

  it('all are written together, the unsure ones as well where they are accepted', () => {
    const one = chosen();
    one.take(entries(...cellsOf([PARKING, WATER, BOATS, PLOTS])));
    expect(Object.keys(one.prefilled?.sources ?? {})).toHaveLength(7);
  });

  it.each<[string, readonly WrittenCell[]]>([
    [
      'another answer than the register’s',
      [{ key: 'environment.parking.status', text: 'planned', told: 'register' }],
    ],
    [
      'what the register does not tell of',
      [{ key: 'environment.surveying.status', text: 'inuse', told: 'register' }],
    ],
    ['what a person wrote themselves', [{ key: 'environment.parking.status', text: 'inuse' }]],
  ])('%s has no source, whatever the page says', (_, cells) => {
    const one = chosen();
    one.take(entries(...cells));
    expect(one.prefilled?.sources).toEqual({});
    expect(one.answers[cells[0]?.key ?? '']).toBe(cells[0]?.text);
  });

  it('is written as the person’s own where nothing is kept of the register any more', () => {
    const one = chosen();
    one.learn({ kind: 'failed', why: 'no-answer' });
    one.take(entries(...cellsOf([PARKING])));
    expect([one.answers['environment.parking.status'], one.prefilled?.sources]).toEqual(['inuse', {}]);
  });

  it('wishes to know what is kept, without asking the register', () => {
    const one = chosen();
    one.learn('unasked');
    expect(one.take(entries(...cellsOf([PARKING]))).effects).toContainEqual({
      kind: 'look-up',
      how: 'kept',
      dialog: 'workbook',
      municipality: '091',
    });
  });
});

describe('the page', () => {
  const voice = voiceOf('fi', 'cards', renderContext);
  const view = (one: ReturnType<typeof chat>, more: object = {}) => {
    const drawn = gridView(voice, workbook, {
      answers: one.answers,
      prefilled: one.prefilled,
      key: 'environment.statuses',
      ...more,
    });
    if (!drawn) throw new Error('the workbook has no such grid');
    return drawn;
  };
  const asked = (one: ReturnType<typeof chat>) => view(one, { municipality: '091', found: FOUND });

  it('has the button once the municipality is chosen, with its name, and not before', () => {
    expect(view(chat()).fill).toBeUndefined();
    expect(view(chat(), { municipality: '091' }).fill).toBe('Täytä pohja Palvelutietovarannosta (Helsinki)');
    const off = voiceOf('fi', 'cards', { ...renderContext, prefilled: [] });
    const showing = { answers: {}, key: 'environment.statuses', municipality: '091' };
    expect(gridView(off, workbook, showing)?.fill).toBeUndefined();
  });

  it.each([
    ['fi', 'Ehdotus: Käytössä. Palvelutietovaranto, 28.11.2026'],
    ['sv', 'Förslag: I bruk. Servicedatalagret, 28.11.2026'],
    ['en', 'Proposal: In use. Finnish Service Catalogue, 28 November 2026'],
  ] as const)('lays each proposal over its fields, with its source: %s', (locale, said) => {
    const drawn = gridView(voiceOf(locale, 'cards', renderContext), workbook, {
      answers: {},
      key: 'environment.statuses',
      found: FOUND,
    });
    const { offers = [], values } = drawn?.now ?? { values: {} };
    expect(values).toEqual({});
    expect(
      offers.map(({ surety, cells }) => [surety, cells.map(({ key, text }) => `${key} ${text}`)]),
    ).toEqual([
      ['unsure', ['environment.plots.status inuse', 'environment.plots.application partial']],
      ['sure', ['environment.parking.status inuse', 'environment.parking.application full']],
      ['sure', ['environment.water.status inuse', 'environment.water.application partial']],
    ]);
    expect(offers[1]?.cells[0]?.said.toLowerCase()).toBe(said.toLowerCase());
    expect(offers[1]?.about).toContain('environment.parking');
  });

  it('shows the source of what was accepted, until somebody changes it, and proposes it no more', () => {
    const one = chosen(known(NOTHING_ELSE));
    one.take(entries(...cellsOf([PARKING])));
    const key = 'environment.parking.application';
    expect(asked(one).now.values[key]?.source).toBe('Palvelutietovaranto, 28.11.2026');
    expect(JSON.stringify(asked(one).now.offers)).not.toContain('environment.parking');
    one.take(entries({ key, text: 'partial', was: 'full' }));
    expect(asked(one).now.values[key]).toEqual({ value: 'partial', text: 'partial' });
    one.take(entries({ key, text: 'full', was: 'partial' }));
    expect(asked(one).now.values[key]?.source).toBeUndefined();
  });

  it('proposes nothing where a person has answered otherwise, or decided', () => {
    const one = chosen(known(NOTHING_ELSE));
    one.take(entries({ key: 'environment.parking.status', text: 'planned' }));
    one.fill();
    one.press('take', { chosen: '' });
    const laid = view(one, { found: NOTHING_ELSE }).now.offers;
    expect(laid).toBeUndefined();
  });
});

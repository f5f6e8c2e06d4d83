/** What a register of services tells, as replies: every part, a change, and the largest card there may be. */
import { allItems } from '../../src/assessment/list.ts';
import type { Offer, OtherService } from '../../src/conversation/prefilling/found.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { stoodOn } from '../support/content.ts';

type Of<Kind extends Reply['kind']> = readonly Extract<Reply, { kind: Kind }>[];

const workbook = stoodOn('workbook');
const ref = { dialog: workbook.id, version: workbook.version };
const { services } = workbook.lists;

/** An offer for every service there is: more is on no card. */
const OFFERS: readonly Offer[] = (services ? allItems(services) : []).map(({ parent, item }) => ({
  item: `${parent}.${item.id}`,
  services: ['Asukkaiden ja yritysten palvelu, jolla on pitkä nimi rekisterissä'],
  ways: ['electronic', 'form'],
  entries: [
    { key: `${parent}.${item.id}.status`, value: 'inuse' },
    { key: `${parent}.${item.id}.application`, value: 'partial' },
  ],
  why: 'name',
  words: 'palvelu',
}));
const OTHERS: readonly OtherService[] = [
  {
    id: 'a1',
    name: 'Viljelypalstat',
    under: 'environment',
    ways: ['phone'],
    entries: [{ field: 'status', value: 'none' }],
  },
  { id: 'a2', name: 'Elokuvateatteri', under: 'culture', ways: [], entries: [] },
];
const shown = {
  kind: 'prefill',
  ...ref,
  nonce: '4a',
  municipality: '091',
  day: '2026-11-28',
  left: 0,
} as const;
const asked = OFFERS.slice(0, 3).map((offer, index) => ({
  ...offer,
  why: (['name', 'alternative', 'class'] as const)[index] ?? 'name',
  ...(index === 1 && { by: 'Espoon kaupunki' }),
}));

export const PREFILL: Of<'prefill'> = [
  { ...shown, part: 'sure', offers: OFFERS, others: [] },
  { ...shown, part: 'unsure', offers: asked, others: [], left: 12 },
  { ...shown, part: 'others', offers: [], others: OTHERS },
  { ...shown, part: 'sure', offers: OFFERS.slice(0, 3), others: [], changing: 1 },
  { ...shown, part: 'sure', offers: OFFERS.slice(0, 3), others: [], changing: 'some' },
];

export const PREFILL_WHERE: Of<'prefill-where'> = [
  { kind: 'prefill-where', nonce: '4b', near: [] },
  { kind: 'prefill-where', nonce: '4c', near: ['091', '092'] },
];

const told = { kind: 'prefill-told', ...ref, municipality: '091', names: {} } as const;
const news = [
  { item: 'environment.parking', added: ['electronic'], removed: ['form'], own: false },
  { item: 'culture.boat-berths', added: [], removed: ['electronic'], own: true },
] as const;

export const PREFILL_TOLD: Of<'prefill-told'> = [
  { ...told, what: 'fetching' },
  { ...told, what: 'no-answer' },
  { ...told, what: 'later' },
  { ...told, what: 'refused' },
  { ...told, what: 'nothing' },
  { ...told, what: 'no-news', day: '2026-11-28' },
  { ...told, what: 'done', day: '2026-11-28', news },
  { ...told, what: 'taken', day: '2026-11-28', count: 0 },
  { ...told, what: 'taken', day: '2026-11-28', count: 38 },
  { ...told, what: 'taken', day: '2026-11-28', news, leftOut: 3 },
];

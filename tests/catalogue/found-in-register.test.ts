import { describe, expect, it } from 'vitest';
import { type FindingParts, foundInRegister } from '../../src/catalogue/found-in-register.ts';
import { readChannels } from '../../src/catalogue/read-channels.ts';
import { readServices } from '../../src/catalogue/read-services.ts';
import type { Offer } from '../../src/conversation/prefilling/found.ts';
import { channelOf, type Making, makeMunicipality, PLANTED } from '../support/register-data.ts';
import { readTable } from './table.ts';
import { workbookParts } from './workbook-words.ts';

const parts: FindingParts = workbookParts('091');
const table = readTable('labelled');
const heldOut = readTable('held-out');
const base = { code: '091', name: 'Esimerkkilä' };

const MADE: readonly (readonly [string, Making])[] = [
  ['a town of 3,000', { ...base, table: table.filter((_, index) => index % 3 === 0), languages: ['fi'] }],
  [
    'a bilingual one',
    { ...base, table: table.filter(({ service }) => service.names.sv), languages: ['sv', 'fi'] },
  ],
  ['a Swedish one', { ...base, table: table.filter(({ service }) => service.names.sv), languages: ['sv'] }],
  ['a city of 400 services', { ...base, table: [...table, ...heldOut], services: 400, channelsEach: 5 }],
];

describe.each(MADE)('%s', (_, making) => {
  const made = makeMunicipality(making);
  const found = foundInRegister(parts, {
    services: readServices(made.services),
    channels: readChannels(made.channels),
  });
  const labelsOf = new Map<string, string[]>();
  for (const { labels, service } of making.table)
    for (const name of Object.values(service.names))
      labelsOf.set(name, [...(labelsOf.get(name) ?? []), ...labels]);
  const named = (offers: readonly Offer[]) =>
    offers.flatMap(({ item, services }) =>
      services.map(name => ({ item, name, labels: labelsOf.get(name) ?? [] })),
    );

  it('has few surely wrong answers', () => {
    const sure = named(found.sure);
    const wrong = sure.filter(({ item, labels }) => !labels.includes(item));
    expect(wrong.length / sure.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  });

  it('is told all that is somewhere', () => {
    const known = new Set([...found.sure, ...found.unsure].map(({ item }) => item));
    const items = new Set(
      making.table.flatMap(({ labels }) => (labels.length === 1 && labels[0] !== 'own' ? labels : [])),
    );
    const missing = [...items].filter(item => !known.has(item));
    // Of a few items only a page or nothing at all is told, which answers nothing.
    expect(1 - missing.length / items.size, missing.join()).toBeGreaterThanOrEqual(0.8);
  });

  it('leaves out the services of others', () => {
    expect(found.leftOut).toBe([...made.labels.values()].filter(labels => labels[0] === 'others').length);
    const told = JSON.stringify(found);
    for (const name of ['Kotihoito', 'Hammashoito', 'Passi', 'Kirkon perhekerho', 'Asumistuki'])
      expect(told).not.toContain(name);
  });

  it('holds no e-mail address or phone number', () => {
    const told = JSON.stringify(found);
    for (const planted of [...Object.values(PLANTED), '@', '123 4567', '310 1691'])
      expect(told).not.toContain(planted);
  });
});

describe('what channels tell of a service', () => {
  const form = { webPages: [{ url: 'https://a.fi/lomake.pdf' }] };
  const feedback = { serviceChannelNames: [{ language: 'fi', value: 'Palautelomake' }] };
  const told = (name: string, ptv: string, channels: readonly (readonly [string, object?])[]) => {
    const made = channels.map(([type, more], index) => channelOf(`c${index}`, type, { ...more }));
    const service = {
      id: 's',
      serviceNames: [{ language: 'fi', type: 'Name', value: name }],
      serviceClasses: [{ code: ptv }],
      serviceChannels: made.map(({ id }) => ({ serviceChannel: { id } })),
      organizations: [{ roleType: 'Responsible', organization: { name: 'Esimerkkilän kunta' } }],
    };
    const { sure, unsure } = foundInRegister(parts, {
      services: readServices([service]),
      channels: readChannels(made),
    });
    const [offer] = [...sure, ...unsure];
    const answers = offer?.entries.map(({ key, value }) => `${key.split('.').at(-1)} ${value}`).join(', ');
    return offer ? `${sure.length > 0 ? 'sure' : 'asked'}: ${answers}` : undefined;
  };

  it.each<[string, readonly (readonly [string, object?])[], string | undefined]>([
    ['acting online', [['EChannel'], ['Phone']], 'sure: status inuse, application full'],
    [
      'acting online and a form',
      [['EChannel'], ['PrintableForm']],
      'sure: status inuse, application partial',
    ],
    [
      'an online form to print',
      [['EChannel'], ['EChannel', form]],
      'sure: status inuse, application partial',
    ],
    ['a form alone', [['PrintableForm'], ['Phone']], 'asked: status inuse, application partial'],
    ['an online form to print alone', [['EChannel', form]], 'asked: status inuse, application partial'],
    ['a phone and a place', [['Phone'], ['ServiceLocation']], 'sure: status none'],
    ['a form for feedback, and a phone', [['EChannel', feedback], ['Phone']], 'sure: status none'],
    ['a page', [['WebPage']], undefined],
    ['nothing', [], undefined],
  ])('%s', (_, channels, expected) => {
    expect(told('Pysäköintitunnukset', 'P16', channels)).toBe(expected);
  });

  it('that applies for nothing is in use as a page', () => {
    expect(told('Kuulutukset', 'P9', [['WebPage']])).toBe('sure: status inuse');
  });

  it('that is feedback itself comes in by the form for it', () => {
    expect(told('Palaute', 'P8', [['EChannel', feedback]])).toBe('sure: status inuse, application full');
  });

  it('that is the same all over the country is not said to be missing', () => {
    expect(told('Elintarvikevalvonta', 'P5.21', [['Phone']])).toBeUndefined();
  });

  it('of a neighbour is asked about, with whose it is', () => {
    const channels = [channelOf('c', 'EChannel')];
    const { sure, unsure } = foundInRegister(parts, {
      services: readServices([
        {
          id: 's',
          serviceNames: [{ language: 'fi', type: 'Name', value: 'Maaseutupalvelut' }],
          serviceClasses: [{ code: 'P11' }],
          serviceChannels: [{ serviceChannel: { id: 'c' } }],
          organizations: [{ roleType: 'Responsible', organization: { name: 'Espoon kaupunki' } }],
        },
      ]),
      channels: readChannels(channels),
    });
    expect(sure).toEqual([]);
    expect(unsure).toMatchObject([{ item: 'work.rural-services', by: 'Espoon kaupunki' }]);
  });
});

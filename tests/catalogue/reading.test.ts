import { describe, expect, it } from 'vitest';
import { readChannels } from '../../src/catalogue/read-channels.ts';
import { readPage } from '../../src/catalogue/read-page.ts';
import { readServices, withoutContacts } from '../../src/catalogue/read-services.ts';

const bytes = (data: unknown) =>
  new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data));
const service = (more: object = {}) => ({
  id: 's1',
  publishingStatus: 'Published',
  serviceNames: [{ language: 'fi', value: 'Uimahalli', type: 'Name' }],
  ...more,
});
const channel = (more: object = {}) => ({ id: 'c1', serviceChannelType: 'EChannel', ...more });

describe('a service of the register', () => {
  it('has its name, whatever stands before it', () => {
    const serviceNames = [
      { language: 'fi', value: 'Halli', type: 'AlternativeName' },
      { language: 'fi', value: 'Uimahalli', type: 'Name' },
      { language: 'sv', value: 'Badhus', type: 'AlternativeName' },
      { language: 'se', value: 'Vuojadanhálla', type: 'Name' },
      { language: 'en', value: null, type: 'Name' },
    ];
    expect(readServices([service({ serviceNames })])).toMatchObject([
      { names: { fi: 'Uimahalli', sv: 'Badhus' }, also: ['Halli'] },
    ]);
  });

  it.each<[string, object, object]>([
    [
      'classes by code',
      { serviceClasses: [{ code: 'P27.1' }, { code: 'P5' }] },
      { classes: ['P27.1', 'P5'] },
    ],
    [
      'a class by its address alone',
      { serviceClasses: [{ uri: 'http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P27' }] },
      { classes: ['P27'] },
    ],
    ['no classes', { serviceClasses: null }, { classes: [] }],
    [
      'channels of today',
      { serviceChannels: [{ serviceChannel: { id: 'c1', name: 'x' } }] },
      { channels: ['c1'] },
    ],
    ['channels of older versions', { serviceChannels: [{ serviceChannelId: 'c1' }] }, { channels: ['c1'] }],
    ['the whole country of today', { areaType: 'NationwideExceptAlandIslands' }, { area: 'nationwide' }],
    [
      'the whole country of older versions',
      { areaType: 'WholeCountryExceptAlandIslands' },
      { area: 'nationwide' },
    ],
    [
      'the organisation that answers for it, not the one that provides it',
      {
        organizations: [
          { roleType: 'Producer', organization: { name: 'Oy' } },
          { roleType: 'Responsible', organization: { name: 'Kunta' } },
        ],
      },
      { responsible: ['Kunta'] },
    ],
    [
      'municipalities of a wider area',
      { areas: [{ type: 'Region', code: '01', municipalities: [{ code: '091' }, { code: '049' }] }] },
      { municipalities: ['091', '049'] },
    ],
    [
      'nonsense in the place of everything',
      { areas: 7, organizations: 'x', serviceChannels: {} },
      { channels: [] },
    ],
  ])('is read with %s', (_, more, expected) => {
    expect(readServices([service(more)])).toMatchObject([expected]);
  });

  it.each(['Draft', 'Deleted', 'Modified', 'OldPublished', 'Archived'])('is passed over as %s', status => {
    expect(readServices([service({ publishingStatus: status })])).toEqual([]);
  });

  it('is passed over when it is none', () => {
    expect(readServices([null, 7, {}, { id: '' }, service()])).toHaveLength(1);
  });
});

describe('a channel of the register', () => {
  it.each<[string, object, object]>([
    ['acting online', {}, { way: 'electronic' }],
    [
      'a form that calls itself online',
      { webPages: [{ url: 'https://a.fi/lomake.PDF?v=2' }] },
      { way: 'form' },
    ],
    ['such a form of older versions', { urls: [{ url: 'https://a.fi/lomake.pdf' }] }, { way: 'form' }],
    [
      'acting online with instructions as a file',
      { webPages: [{ url: 'https://a.fi/ohje.pdf' }, { url: 'https://a.fi/asioi' }] },
      { way: 'electronic' },
    ],
    [
      'feedback alone',
      { serviceChannelNames: [{ value: 'Kunnan palautelomake' }] },
      { way: 'electronic', only: 'feedback' },
    ],
    ['Swedish feedback', { serviceChannelNames: [{ value: 'Ge respons' }] }, { only: 'feedback' }],
    ['a form to print', { serviceChannelType: 'PrintableForm' }, { way: 'form' }],
    ['a page', { serviceChannelType: 'WebPage' }, { way: 'web' }],
    ['a phone', { serviceChannelType: 'Phone' }, { way: 'phone' }],
    ['a place', { serviceChannelType: 'ServiceLocation' }, { way: 'place' }],
  ])('is %s', (_, more, expected) => {
    expect(readChannels([channel(more)])).toMatchObject([expected]);
  });

  it('keeps no address, e-mail or number', () => {
    const [read] = readChannels([
      channel({
        emails: [{ value: 'a@b.fi' }],
        phoneNumbers: [{ number: '0401234567' }],
        webPages: [{ url: 'https://a.fi/?mail=a@b.fi' }],
      }),
    ]);
    expect(Object.keys(read ?? {}).sort()).toEqual(['id', 'way']);
  });

  it('is passed over when its kind is unheard of', () => {
    expect(readChannels([channel({ serviceChannelType: 'Hologram' }), null, channel()])).toHaveLength(1);
  });
});

describe('a page of the register', () => {
  it.each<[string, unknown, number | undefined]>([
    ['a page', { pageCount: 3, itemList: [service(), service({ id: 's2' })] }, 2],
    ['an empty page', { pageCount: 3, itemList: [] }, 0],
    ['a page with null for its list', { pageCount: 0, itemList: null }, 0],
    ['a saved list of services', [service()], 1],
    ['saved pages in a list', [{ itemList: [service()] }, { itemList: [service({ id: 's2' })] }], 2],
    ['something else', { error: 'no' }, undefined],
    ['a word', 'hello', undefined],
    ['half a page', '{"itemList":[{"id":"s1"', undefined],
  ])('%s', (_, data, items) => {
    expect(readPage(bytes(data), 'services')?.items).toBe(items);
  });

  it('with a mark at its beginning is read', () => {
    expect(
      readPage(bytes(`\uFEFF${JSON.stringify({ itemList: [service()] })}`), 'services')?.services,
    ).toHaveLength(1);
  });
});

describe('e-mail addresses and phone numbers in a name', () => {
  it.each([
    ['Asiakaspalvelu maija.virtanen@kunta.fi', 'Asiakaspalvelu'],
    ['Kysy: maija (at) kunta.fi heti', 'Kysy: heti'],
    ['Vaihde +358 9 310 1691', 'Vaihde'],
    ['Vaihde 09 310 1691 ja neuvonta', 'Vaihde ja neuvonta'],
    ['Soita 040-1234567', 'Soita'],
    ['Budjetti 2026 ja 6 a §', 'Budjetti 2026 ja 6 a §'],
    ['Maankäyttö- ja rakennuslaki 132/1999', 'Maankäyttö- ja rakennuslaki 132/1999'],
  ])('%s', (text, expected) => {
    expect(withoutContacts(text)).toBe(expected);
  });
});

/** Municipalities made by us in the form of Palvelutietovaranto, with what each service is in the workbook. */
import type { Labelled } from '../catalogue/table.ts';

export interface MadeMunicipality {
  readonly services: readonly MadeItem[];
  readonly channels: readonly MadeItem[];
  /** Id of a service → what is right for it; `others`: not the municipality's. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

type MadeItem = { readonly id: string } & Readonly<Record<string, unknown>>;

export interface Making {
  readonly code: string;
  readonly name: string;
  readonly table: readonly Labelled[];
  /** How many services, those of others among them; as many as the table and they come to, unless given. */
  readonly services?: number;
  readonly channelsEach?: number;
  readonly languages?: readonly ('fi' | 'sv' | 'en')[];
}

/** Planted wherever the register has such fields, and in a name: none of them may be found anywhere afterwards. */
export const PLANTED = {
  email: 'maija.virtanen@esimerkkila.fi',
  phone: '+358 40 123 4567',
  local: '09 310 1691',
};

const OTHERS = [
  ['Kotihoito', 'Esimerkkilän hyvinvointialue', 'P4.1'],
  ['Terveysaseman vastaanotto', 'Esimerkkilän hyvinvointialue', 'P5.1'],
  ['Lastensuojelu', 'Esimerkkilän kunta', 'P4.3'],
  ['Hammashoito', 'Esimerkkilän kunta', 'P5.2'],
  ['Passi', 'Poliisi', 'P9.3'],
  ['Ympäristölupa suurille laitoksille', 'Lupa- ja valvontavirasto', 'P23.7'],
  ['Pysäköintilupa valtion alueella', 'Väylävirasto', 'P16'],
  ['Kirkon perhekerho', 'Esimerkkilän seurakunta', 'P3'],
  ['Musiikin maisteriopinnot', 'Esimerkkilän yliopisto', 'P6'],
  ['Asumistuki', 'Kansaneläkelaitos', 'P1'],
] as const;

export function makeMunicipality(making: Making): MadeMunicipality {
  const { table, languages = ['fi', 'sv', 'en'] } = making;
  const labels = new Map<string, readonly string[]>();
  const wanted = making.services ?? table.length + OTHERS.length;
  const own = Math.max(wanted - OTHERS.length, 0);
  const services: MadeItem[] = [];
  const channels: MadeItem[] = [];
  for (let index = 0; index < own; index++) {
    const row = table[index % table.length];
    if (!row) break;
    const id = guid(1, index);
    labels.set(id, row.labels);
    const made = channelsOf(making, index);
    channels.push(...made);
    const names = Object.entries(row.service.names).filter(([language]) =>
      languages.some(one => one === language),
    );
    const listed = names.length > 0 ? names : Object.entries(row.service.names);
    services.push(
      serviceOf(making, { id, index, names: listed, classes: row.service.classes, channels: made }),
    );
  }
  OTHERS.forEach(([name, organisation, code], at) => {
    const id = guid(2, at);
    labels.set(id, ['others']);
    services.push({
      ...serviceOf(making, { id, index: at, names: [['fi', name]], classes: [code], channels: [] }),
      organizations: [{ roleType: 'Responsible', organization: { id: guid(9, at), name: organisation } }],
    });
  });
  return { services, channels, labels };
}

interface Made {
  readonly id: string;
  readonly index: number;
  readonly names: readonly (readonly [string, string])[];
  readonly classes: readonly string[];
  readonly channels: readonly MadeItem[];
}

/** With fields that nobody has heard of, alternative names first, and other classes beside. */
function serviceOf({ code, name }: Making, { id, index, names, classes, channels }: Made): MadeItem {
  const company = index % 9 === 0;
  const unit = index % 5 === 0 ? `${name}n kunta, yksikkö ${index % 7}` : `${name}n kunta`;
  return {
    id,
    type: index % 6 === 0 ? 'PermitOrObligation' : 'Service',
    publishingStatus: 'Published',
    areaType: 'LimitedType',
    areas: [{ type: 'Municipality', code, name: [{ language: 'fi', value: name }], municipalities: [] }],
    serviceNames: names.map(([language, value]) => ({ language, value, type: 'Name' })),
    serviceDescriptions: [
      {
        language: 'fi',
        type: 'Description',
        value: `Kysy lisää: ${PLANTED.email}, ${PLANTED.phone}. `.repeat(20),
      },
    ],
    serviceClasses: classes.map(one => ({
      name: [{ language: 'fi', value: `Luokka ${one}` }],
      code: one,
      uri: `http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/${one}`,
    })),
    ontologyTerms: [],
    serviceChannels: channels.map(channel => ({ serviceChannel: { id: channel.id, name: 'kanava' } })),
    organizations: [
      { roleType: 'Producer', organization: { id: guid(8, 0), name: 'Tuottaja Oy' } },
      {
        roleType: 'Responsible',
        organization: { id: guid(7, index % 7), name: company ? `${name}n Palvelut Oy` : unit },
      },
    ],
    futureField: { nested: [1, null, { contact: PLANTED.email }] },
  };
}

/** Ways in, the same for the same place in the table: acting online in half of them. */
function channelsOf({ channelsEach = 3 }: Making, index: number): MadeItem[] {
  const types = WAYS[index % WAYS.length] ?? ['Phone'];
  return Array.from({ length: Math.max(channelsEach, types.length) }, (_, at) =>
    channelOf(guid(3, index * 100 + at), types[at % types.length] ?? 'Phone'),
  );
}

const WAYS = [
  ['EChannel', 'Phone', 'ServiceLocation'],
  ['EChannel', 'PrintableForm', 'Phone'],
  ['Phone', 'ServiceLocation'],
  ['EChannel', 'WebPage'],
  ['PrintableForm', 'Phone'],
  ['WebPage', 'Phone', 'ServiceLocation'],
] as const;

export function channelOf(id: string, type: string, more: Readonly<Record<string, unknown>> = {}): MadeItem {
  return {
    id,
    serviceChannelType: type,
    publishingStatus: 'Published',
    serviceChannelNames: [{ language: 'fi', type: 'Name', value: `Kanava ${PLANTED.local}` }],
    serviceChannelDescriptions: [{ language: 'fi', value: `${PLANTED.email} `.repeat(20) }],
    emails: [{ language: 'fi', value: PLANTED.email }],
    phoneNumbers: [{ language: 'fi', number: PLANTED.phone, prefixNumber: '+358' }],
    webPages: [{ language: 'fi', url: `https://asiointi.esimerkkila.fi/${id}` }],
    ...(type === 'EChannel' && {
      requiresAuthentication: true,
      requiresSignature: false,
      signatureQuantity: 0,
    }),
    ...more,
  };
}

function guid(kind: number, index: number): string {
  return `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`;
}

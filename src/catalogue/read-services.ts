/** Reads services as the open interface of Palvelutietovaranto gives them, of version 11 and older. */
import * as z from 'zod';
import { type Locale, localeSchema } from '../conversation/locale.ts';
import type { Names, RegisterService } from './register-service.ts';

/** Whatever is missing, null or of another kind is as if it were not there. */
const text = z.string().nullish().catch(undefined);
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.union([item, z.unknown().transform(() => undefined)]))
    .nullish()
    .catch(undefined)
    .transform(items => (items ?? []).filter(one => one !== undefined && one !== null));

const nameSchema = z.object({ language: text, value: z.string(), type: text });
const municipalitySchema = z.object({ code: z.string() });
const serviceSchema = z.object({
  id: z.string().min(1).max(100),
  publishingStatus: text,
  areaType: text,
  areas: listOf(z.object({ type: text, code: text, municipalities: listOf(municipalitySchema) })),
  serviceNames: listOf(nameSchema),
  serviceClasses: listOf(z.object({ code: text, uri: text })),
  serviceChannels: listOf(
    z.object({
      serviceChannel: z.object({ id: z.string() }).nullish().catch(undefined),
      serviceChannelId: text,
    }),
  ),
  organizations: listOf(
    z.object({ roleType: text, organization: z.object({ name: z.string() }).nullish().catch(undefined) }),
  ),
});

type Read = z.infer<typeof serviceSchema>;

/** The published services among the items of a page. An item that is no service is passed over. */
export function readServices(items: readonly unknown[]): RegisterService[] {
  return items.flatMap(item => {
    const { data } = serviceSchema.safeParse(item);
    return data && isPublished(data.publishingStatus) ? [serviceOf(data)] : [];
  });
}

export function isPublished(status: string | null | undefined): boolean {
  return status === undefined || status === null || status.toLowerCase() === 'published';
}

function serviceOf(read: Read): RegisterService {
  const { names, also } = namesOf(read.serviceNames);
  return {
    id: read.id,
    names,
    also,
    classes: [...new Set(read.serviceClasses.flatMap(one => classCode(one) ?? []))],
    channels: read.serviceChannels.flatMap(one => one.serviceChannel?.id ?? one.serviceChannelId ?? []),
    responsible: responsibleIn(read.organizations),
    area: areaOf(read.areaType),
    municipalities: municipalitiesIn(read.areas),
  };
}

/** They stand in no order. An alternative name that has no name beside it in its language is that name. */
function namesOf(read: Read['serviceNames']): { names: Names; also: string[] } {
  const given = read.flatMap(({ language, value, type }) => {
    const locale = localeSchema.safeParse(language?.toLowerCase()).data;
    const name = withoutContacts(value).slice(0, LONGEST_NAME);
    const isName = !type || type.toLowerCase() === 'name';
    return locale && name ? [{ locale, name, isName }] : [];
  });
  const names: Partial<Record<Locale, string>> = {};
  for (const { locale, name } of [...given.filter(one => one.isName), ...given.filter(one => !one.isName)])
    names[locale] ??= name;
  const known = new Set(Object.values(names));
  return { names, also: [...new Set(given.map(({ name }) => name))].filter(name => !known.has(name)) };
}

const LONGEST_NAME = 200;

function classCode({ code, uri }: { code?: string | null | undefined; uri?: string | null | undefined }) {
  const given = code ?? uri?.slice(uri.lastIndexOf('/') + 1);
  return given && /^P\d{1,2}(\.\d{1,2})?$/.test(given) ? given : undefined;
}

/** Only a producer is told where nobody is said to be responsible: it then says whose the service is. */
function responsibleIn(organizations: Read['organizations']): string[] {
  const named = organizations.flatMap(({ roleType, organization }) => {
    const name = organization && withoutContacts(organization.name).slice(0, LONGEST_NAME);
    return name ? [{ role: roleType?.toLowerCase() ?? 'responsible', name }] : [];
  });
  const responsible = named.filter(({ role }) => role === 'responsible');
  return (responsible.length > 0 ? responsible : named).map(({ name }) => name);
}

function areaOf(type: string | null | undefined): RegisterService['area'] {
  if (!type) return 'unknown';
  return /^(nationwide|wholecountry)/i.test(type) ? 'nationwide' : 'limited';
}

function municipalitiesIn(areas: Read['areas']): string[] {
  const codes = areas.flatMap(({ type, code, municipalities }) => [
    ...(type?.toLowerCase() === 'municipality' && code ? [code] : []),
    ...municipalities.map(one => one.code),
  ]);
  return [...new Set(codes)];
}

/** As it is written, and as people write it to hide it from machines. */
const AT = /\s?(?:@|\(at\)|\[at\])\s?/giu;
/** Numbers as they are dialled: +358 …, 09 …, 040-…; no years, no paragraphs of laws. */
const PHONE = /(?:\+|\b00)\d[\d\s()/.-]{5,}\d|\b0\d{1,3}[\s/-]?\d[\d\s-]{3,}\d/g;

/** A text of a register without e-mail addresses and phone numbers: somebody may have written one into a name. */
export function withoutContacts(text: string): string {
  const words = text.replace(AT, '@').split(/\s+/);
  const others = words.filter(word => !isEMail(word)).join(' ');
  return others.replace(PHONE, ' ').replace(/\s+/g, ' ').trim();
}

/** With a dot behind the sign: "apua@kirjasto" is somebody's name for a service. */
function isEMail(word: string): boolean {
  const [, ...domain] = word.split('@');
  return domain.some(one => one.includes('.'));
}

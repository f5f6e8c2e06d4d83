/** Reads channels as the open interface of Palvelutietovaranto gives them: what can be done there, and nothing else. */
import * as z from 'zod';
import type { WayIn } from '../conversation/prefilling/found.ts';
import { isPublished } from './read-services.ts';
import type { RegisterChannel } from './register-service.ts';

const text = z.string().nullish().catch(undefined);
const addressSchema = z.union([
  z.string(),
  z.object({ url: z.string() }).transform(({ url }) => url),
  z.unknown().transform(() => undefined),
]);
const addresses = z.array(addressSchema).nullish().catch(undefined);
const channelSchema = z.object({
  id: z.string().min(1).max(100),
  serviceChannelType: z.string(),
  publishingStatus: text,
  serviceChannelNames: z
    .array(z.union([z.object({ value: z.string() }), z.unknown().transform(() => undefined)]))
    .nullish()
    .catch(undefined),
  webPages: addresses,
  urls: addresses,
});

const WAY_OF: Readonly<Record<string, WayIn>> = {
  echannel: 'electronic',
  printableform: 'form',
  webpage: 'web',
  phone: 'phone',
  servicelocation: 'place',
};

/** The published channels among the items of a page. An item that is no channel, or of no known type, is passed over. */
export function readChannels(items: readonly unknown[]): RegisterChannel[] {
  return items.flatMap(item => {
    const { data } = channelSchema.safeParse(item);
    const declared = data && WAY_OF[data.serviceChannelType.toLowerCase()];
    if (!data || !declared || !isPublished(data.publishingStatus)) return [];
    const urls = [...(data.webPages ?? []), ...(data.urls ?? [])].filter(url => url !== undefined);
    const names = (data.serviceChannelNames ?? []).flatMap(one => one?.value ?? []);
    const way = declared === 'electronic' && isPrinted(urls) ? 'form' : declared;
    return [{ id: data.id, way, ...(takesFeedback(names, urls) && { only: 'feedback' as const }) }];
  });
}

/** A form to print, whatever it is called: all its addresses are files. */
function isPrinted(urls: readonly string[]): boolean {
  return urls.length > 0 && urls.every(url => /\.(pdf|docx?|odt|rtf)([?#]|$)/i.test(url));
}

const FEEDBACK = /palaut|respons|feedback|synpunkt/i;
/** A report of a broken lamp often comes by the same form. */
const REPORTS = /vika|vikailmoitus|felanm|fault/i;

function takesFeedback(names: readonly string[], urls: readonly string[]): boolean {
  if (names.some(name => REPORTS.test(name))) return false;
  return (
    names.some(name => FEEDBACK.test(name)) || (names.length === 0 && urls.some(url => FEEDBACK.test(url)))
  );
}

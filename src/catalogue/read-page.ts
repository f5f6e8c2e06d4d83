/** A page of the register's open interface, or a file that somebody saved from it. */
import * as z from 'zod';
import { readChannels } from './read-channels.ts';
import { readServices } from './read-services.ts';
import type { RegisterChannel, RegisterService } from './register-service.ts';

export type PageOf = 'services' | 'channels';

export interface ReadPage {
  readonly services: readonly RegisterService[];
  readonly channels: readonly RegisterChannel[];
  /** Items on the page, whatever could be read of them. */
  readonly items: number;
  /** How many pages there are; undefined where it is not told. */
  readonly pages?: number;
}

const count = z.number().int().min(0).nullish().catch(undefined);
const pageSchema = z.object({ pageCount: count, itemList: z.array(z.unknown()).nullish() });

/** Undefined when it is no page: broken off, or something else. */
export function readPage(bytes: Uint8Array, of: PageOf): ReadPage | undefined {
  const data = parse(bytes);
  const items = itemsIn(data);
  if (!items) return undefined;
  const pages = pageSchema.safeParse(data).data?.pageCount;
  return {
    services: of === 'services' ? readServices(items) : [],
    channels: of === 'channels' ? readChannels(items) : [],
    items: items.length,
    ...(typeof pages === 'number' && { pages }),
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A page, a list of items, or a list of pages. */
function itemsIn(data: unknown): unknown[] | undefined {
  const page = pageSchema.safeParse(data).data;
  if (page && typeof data === 'object' && data !== null && 'itemList' in data) return page.itemList ?? [];
  if (!Array.isArray(data)) return undefined;
  return data.flatMap((one: unknown) => {
    const inner =
      typeof one === 'object' && one !== null && 'itemList' in one && pageSchema.safeParse(one).data;
    return inner ? (inner.itemList ?? []) : [one];
  });
}

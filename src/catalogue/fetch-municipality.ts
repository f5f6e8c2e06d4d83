/** Fetches all services and channels of a municipality, page by page. All of it, or nothing: half would look like a loss. */
import type { FromRegister } from './found-in-register.ts';
import type { PageOf, ReadPage } from './read-page.ts';
import type { Asked, AskProblem, RegisterClient } from './register-client.ts';

export interface FetchingParts {
  readonly client: Pick<RegisterClient, 'ask'>;
  /** Undefined when the bytes are no page. */
  readonly read: (bytes: Uint8Array, of: PageOf) => Promise<ReadPage | undefined>;
  /** Pages of either kind at most. */
  readonly mostPages?: number;
}

/** Helsinki's channels were 80 pages. */
const MOST_PAGES = 200;

const LISTS = { services: 'Service', channels: 'ServiceChannel' } as const;

/** `too-large`: more pages than anybody has. */
export async function fetchMunicipality(
  parts: FetchingParts,
  municipality: string,
): Promise<Asked<FromRegister>> {
  const services = await fetchAll(parts, municipality, 'services');
  if (services.kind === 'failed') return services;
  const channels = await fetchAll(parts, municipality, 'channels');
  if (channels.kind === 'failed') return channels;
  return {
    kind: 'answered',
    answer: {
      services: services.answer.flatMap(page => page.services),
      channels: channels.answer.flatMap(page => page.channels),
    },
  };
}

async function fetchAll(
  { client, read, mostPages = MOST_PAGES }: FetchingParts,
  municipality: string,
  of: PageOf,
): Promise<Asked<readonly ReadPage[]>> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= mostPages; number++) {
    const path = `${LISTS[of]}/list/area/Municipality/code/${encodeURIComponent(municipality)}?page=${number}`;
    const asked = await client.ask(path, bytes => read(bytes, of));
    if (asked.kind === 'failed') return asked;
    pages.push(asked.answer);
    if (isLast(asked.answer, number)) return { kind: 'answered', answer: pages };
  }
  return { kind: 'failed', why: 'too-large' satisfies AskProblem };
}

/** An empty page in between says nothing; where no number of pages is told, an empty one is the last. */
function isLast({ pages, items }: ReadPage, number: number): boolean {
  return pages === undefined ? items === 0 : number >= pages;
}

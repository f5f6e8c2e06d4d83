/** The channels' calls on the web server: JSON in, JSON out, of limited size and in words of our own. */
import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { PlainResponse, Route } from '../directline/plain-http.ts';
import type { ClientAddress } from './client-address.ts';
import { queryOf } from './query-of.ts';
import { readJson } from './read-json.ts';
import { problem, sendJson } from './send.ts';

/** Larger than any activity of ours, small enough to be harmless by the thousand. */
const LARGEST_BODY = 64 * 1024;

export interface ChannelOptions {
  readonly routes: readonly Route[];
  readonly clientAddress: ClientAddress;
  /** Told of a request that failed by our fault; the caller sees only the reference. */
  readonly onFailure: (failure: { reference: string; route: string; error: unknown }) => void;
}

const MOUNT = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;

/** Adds the channels' routes to the server. What a handler throws is answered with 500 and a reference, and told to `onFailure`. */
export function mountChannels(server: Server, options: ChannelOptions): void {
  for (const route of options.routes)
    server[MOUNT[route.method]](route.path, async (request: Request, response: Response) => {
      const answer = await answerTo(options, route, { request, response });
      if (answer) sendJson(response, answer);
    });
}

/** Undefined for a caller who has gone. */
async function answerTo(
  { clientAddress, onFailure }: ChannelOptions,
  route: Route,
  exchange: { readonly request: Request; readonly response: Response },
): Promise<PlainResponse | undefined> {
  const { request } = exchange;
  try {
    const body = hasBody(route) ? await readJson(exchange, route.largestBody ?? LARGEST_BODY) : NO_BODY;
    if (body.kind === 'broken-off') return undefined;
    if (body.kind === 'refused') return problem(body.status, body.code);
    const { params, headers, url } = request;
    const query = Object.fromEntries(queryOf(url));
    const address = clientAddress(request);
    return await route.handle({ params, headers, query, body: body.value, address });
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    onFailure({ reference, route: `${route.method} ${route.path}`, error });
    return problem(500, 'InternalError', reference);
  }
}

const NO_BODY = { kind: 'read', value: undefined } as const;

function hasBody({ method }: Route): boolean {
  return method === 'POST' || method === 'PUT';
}

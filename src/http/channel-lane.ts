/**
 * The lane of the channels' calls: straight on node:http, beside the framework that serves people's pages. Nearly all
 * calls come here, and what the framework does for each of them costs a tenth of a turn.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import createRouter from 'find-my-way';
import type { Method, PlainRequest, PlainResponse, Route } from '../directline/plain-http.ts';
import type { ClientAddress } from './client-address.ts';
import { queryOf } from './query-of.ts';
import type { Exchange } from './raw-body.ts';
import { readJson } from './read-json.ts';
import { problem, sendJson } from './send.ts';

/** Larger than any activity of ours, small enough to be harmless by the thousand. */
const LARGEST_BODY = 64 * 1024;

export interface LaneOptions {
  readonly routes: readonly Route[];
  readonly clientAddress: ClientAddress;
  /** Told of a request that failed by our fault; the caller sees only the reference. */
  readonly onFailure: (failure: { reference: string; route: string; error: unknown }) => void;
}

/** Takes the requests to one of the routes' paths and leaves all others. */
export type ChannelLane = (request: IncomingMessage, response: ServerResponse) => 'taken' | 'left';

export function createChannelLane(options: LaneOptions): ChannelLane {
  const find = createFinder(options.routes);
  return (request, response) => {
    const found = find(request);
    if (found === 'nothing') return 'left';
    if ('allow' in found)
      sendJson(response, { ...problem(405, 'MethodNotAllowed'), headers: { allow: found.allow } });
    else void serve(options, found, { request, response });
    return 'taken';
  };
}

interface Found {
  readonly route: Route;
  readonly params: PlainRequest['params'];
}

/** The path is a route's, the method is not: these are. */
interface OtherMethods {
  readonly allow: string;
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function createFinder(routes: readonly Route[]) {
  const router = createRouter();
  for (const route of routes) router.on(route.method, route.path, () => undefined, route);
  return ({ method, url = '' }: IncomingMessage): Found | OtherMethods | 'nothing' => {
    const known = METHODS.find(one => one === method);
    const found = known && router.find(known, url);
    if (found) return { route: found.store, params: found.params };
    const allowed = METHODS.filter(other => router.find(other, url));
    return allowed.length > 0 ? { allow: allowOf(allowed) } : 'nothing';
  };
}

/** The `Allow` header for these methods: whatever can be got can be asked after with HEAD. */
export function allowOf(methods: readonly string[]): string {
  return methods.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
}

async function serve(options: LaneOptions, found: Found, exchange: Exchange): Promise<void> {
  const answer = await answerTo(options, found, exchange);
  if (answer) sendJson(exchange.response, answer);
}

/** Undefined for a caller who has gone. */
async function answerTo(
  { clientAddress, onFailure }: LaneOptions,
  { route, params }: Found,
  exchange: Exchange,
): Promise<PlainResponse | undefined> {
  const { request } = exchange;
  try {
    const body = hasBody(route) ? await readJson(exchange, route.largestBody ?? LARGEST_BODY) : NO_BODY;
    if (body.kind === 'broken-off') return undefined;
    if (body.kind === 'refused') return problem(body.status, body.code);
    const { headers } = request;
    const query = Object.fromEntries(queryOf(request.url));
    return await route.handle({ params, query, headers, body: body.value, address: clientAddress(request) });
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

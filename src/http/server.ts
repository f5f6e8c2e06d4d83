/** The web server: mounts the channels' routes, the page, pictures and health on restify. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import restify, { type Request, type Response, type Server } from 'restify';
import type { PlainRequest, Route } from '../directline/plain-http.ts';
import type { Store } from '../store/port.ts';
import type { ClientAddress } from './client-address.ts';
import { jsonBody } from './json-body.ts';
import { problemText, sendJson, sendProblem } from './send.ts';
import type { Site } from './site.ts';

/** Larger than any activity of ours, small enough to be harmless by the thousand. */
const LARGEST_BODY = 64 * 1024;
/** A client that has not sent its headers, or its whole request, by then is cut off. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

export interface HttpDependencies {
  readonly store: Store;
  readonly clientAddress: ClientAddress;
  /** Routes of the channels and of the chat. */
  readonly routes: readonly Route[];
  /** Parts that serve a browser. */
  readonly sites: readonly Site[];
  /** Takes over a WebSocket handshake. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Told of a request that failed by our fault; the caller of the route saw only the reference. */
  readonly onFailure: (failure: { reference: string; route: string; error: unknown }) => void;
}

export interface HttpServer {
  /** Starts listening; the port that was given or found. Rejects when the address cannot be had. */
  listen(options: { host: string; port: number }): Promise<number>;
  close(): Promise<void>;
}

export function createHttpServer(dependencies: HttpDependencies): HttpServer {
  const format = errorFormatter(dependencies.onFailure);
  const formatters = { 'application/json': format, 'text/plain': format, '*/*': format };
  const server = restify.createServer({ name: '', noWriteContinue: true, formatters });
  server.server.headersTimeout = HEADERS_MS;
  server.server.requestTimeout = REQUEST_MS;
  server.pre(secure);
  server.pre(refuseBadAddress);
  for (const route of dependencies.routes) mount(server, route, dependencies);
  mountHealth(server, dependencies.store);
  for (const site of dependencies.sites) site.mount(server);
  server.server.on('upgrade', dependencies.upgrade);
  return { listen: options => listen(server, options), close: () => close(server) };
}

function mount(server: Server, route: Route, { onFailure, clientAddress }: HttpDependencies): void {
  const method = ({ GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const)[
    route.method
  ];
  const body = route.method === 'POST' || route.method === 'PUT' ? [jsonBody(LARGEST_BODY)] : [];
  server[method](route.path, ...body, async (request: Request, response: Response) => {
    try {
      sendJson(response, await route.handle(plainRequest(request, clientAddress)));
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      onFailure({ reference, route: `${route.method} ${route.path}`, error });
      if (!response.headersSent) sendProblem(response, 500, 'InternalError', reference);
    }
  });
}

function plainRequest(request: Request, address: ClientAddress): PlainRequest {
  const [, query = ''] = (request.url ?? '').split('?', 2);
  return {
    params: request.params ?? {},
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: request.headers,
    body: request.body,
    address: address(request),
  };
}

function secure(_request: Request, response: Response, next: () => void): void {
  response.removeHeader('Server');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  next();
}

/** The framework makes a URL of Host and target without a guard: one that is none would end the process. */
function refuseBadAddress(request: Request, response: Response, next: (go?: false) => void): void {
  const { url = '/', headers } = request;
  const base = `http://${headers.host || 'localhost'}`;
  if (url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base)) {
    next();
    return;
  }
  sendProblem(response, 400, 'BadRequest');
  next(false);
}

/** Writes the framework's own answers (no such route, bad JSON, too large): their status stays, their words do not. */
function errorFormatter(onFailure: HttpDependencies['onFailure']) {
  return (_request: Request, response: Response, error: unknown): string => {
    const code = CODES[response.statusCode];
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    if (code) return problemText(code);
    const reference = randomUUID().slice(0, 8);
    onFailure({ reference, route: 'framework', error });
    return problemText('InternalError', reference);
  };
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
};

function mountHealth(server: Server, store: Store): void {
  const answer = async (_request: Request, response: Response) => {
    const health = await store.health();
    sendJson(response, { status: health.kind === 'ok' ? 200 : 503, body: { status: health.kind } });
  };
  server.get('/health', answer);
  server.head('/health', answer);
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.server.closeAllConnections();
  });
}

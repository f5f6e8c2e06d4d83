/** The web server: the channels' calls in a lane of their own, the pages, pictures, files and health on restify. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import restify, { type Server as Framework, type Request, type Response } from 'restify';
import type { Store } from '../store/port.ts';
import { allowOf, createChannelLane, type LaneOptions } from './channel-lane.ts';
import { createDrain } from './drain.ts';
import { upgradeOnly } from './ignore-upgrade.ts';
import type { NotFound } from './not-found.ts';
import { PAGE_SAFETY } from './safety-headers.ts';
import { problemText, sendJson, sendProblem } from './send.ts';
import type { Site } from './site.ts';

/** A client that has not sent its headers, or its whole request, by then is cut off. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Node's own 30 seconds between two looks would make a minute of the half. */
const LOOK_MS = 1000;

/** How long callers may take, in milliseconds. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
}

const PATIENCE: Patience = { headersMs: HEADERS_MS, requestMs: REQUEST_MS };

export interface HttpDependencies extends LaneOptions {
  readonly store: Store;
  /** Told to every caller, names in lower case. */
  readonly everywhere?: Readonly<Record<string, string>>;
  readonly patience?: Patience;
  readonly notFound: NotFound;
  /** Parts that serve a browser. */
  readonly sites: readonly Site[];
  /** Takes over a WebSocket handshake. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface HttpServer {
  /** Starts listening; the port that was given or found. Rejects when the address cannot be had. */
  listen(options: { host: string; port: number }): Promise<number>;
  /** Takes no more connections; resolves when what was asked is answered, or after the milliseconds. */
  drain(milliseconds: number): Promise<void>;
  /** Cuts what is left. */
  close(): Promise<void>;
}

export function createHttpServer(dependencies: HttpDependencies): HttpServer {
  const framework = createFramework(dependencies);
  const lane = createChannelLane(dependencies);
  const hasAddress = createAddressCheck();
  const { headersMs, requestMs } = dependencies.patience ?? PATIENCE;
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: LOOK_MS,
  });
  const { enter, drain, close } = createDrain(server);
  const everywhere = Object.entries(dependencies.everywhere ?? {});
  const take = (request: IncomingMessage, response: ServerResponse) => {
    enter(response);
    for (const [name, value] of everywhere) response.setHeader(name, value);
    // Whatever can be got can be asked after with HEAD. The response was made for a HEAD and leaves its body out.
    if (request.method === 'HEAD') request.method = 'GET';
    if (!hasAddress(request)) sendProblem(response, 400, 'BadRequest');
    else if (lane(request, response) === 'left') framework.server.emit('request', request, response);
  };
  // Who asks before sending a body is told to go on when the body is read: a refused one would send it for nothing.
  server.on('request', take).on('checkContinue', take);
  server.on('upgrade', upgradeOnly(dependencies.upgrade, server));
  return { listen: options => listen(server, options), drain, close };
}

/** It never listens: requests are handed to it. */
function createFramework({ store, sites, notFound, onFailure }: HttpDependencies): Framework {
  const format = errorFormatter({ notFound, onFailure });
  const formatters = { 'application/json': format, 'text/plain': format, '*/*': format };
  const framework = restify.createServer({ name: '', formatters });
  framework.pre(secure);
  mountHealth(framework, store);
  for (const site of sites) site.mount(framework);
  return framework;
}

function secure(_request: Request, response: Response, next: () => void): void {
  response.removeHeader('Server');
  for (const [name, value] of Object.entries(PAGE_SAFETY)) response.setHeader(name, value);
  next();
}

/** A URL is made of Host and target without a guard: one that is none would end the process. */
function createAddressCheck(): (request: IncomingMessage) => boolean {
  let good = '';
  return ({ url = '/', headers }) => {
    const host = headers.host || 'localhost';
    if (!url.startsWith('/')) return URL.canParse(url, `http://${host}`);
    if (host === good) return true;
    if (!URL.canParse(`http://${host}${url}`)) return false;
    good = host;
    return true;
  };
}

/** Writes the framework's own answers (no such route, bad JSON, too large): their status stays, their words do not. */
function errorFormatter({ notFound, onFailure }: Pick<HttpDependencies, 'notFound' | 'onFailure'>) {
  return (request: Request, response: Response, error: unknown): string => {
    if (response.statusCode === 404) {
      const { headers, body } = notFound(request);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return body;
    }
    const code = CODES[response.statusCode];
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    if (code === 'MethodNotAllowed') completeAllow(response);
    if (code) return problemText(code);
    const reference = randomUUID().slice(0, 8);
    onFailure({ reference, route: 'framework', error });
    return problemText('InternalError', reference);
  };
}

/** The framework knows nothing of HEAD. */
function completeAllow(response: Response): void {
  const allowed = response.getHeader('Allow');
  if (typeof allowed === 'string') response.setHeader('Allow', allowOf(allowed.split(', ')));
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  405: 'MethodNotAllowed',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
};

function mountHealth(server: Framework, store: Store): void {
  server.get('/health', async (_request: Request, response: Response) => {
    const health = await store.health();
    sendJson(response, { status: health.kind === 'ok' ? 200 : 503, body: { status: health.kind } });
  });
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

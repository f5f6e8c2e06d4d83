/** The web server: one restify server for the channels' calls, the pages, pictures, files and health. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Store } from '../store/port.ts';
import { type ChannelOptions, mountChannels } from './channel-routes.ts';
import { createDrain } from './drain.ts';
import { createHealth } from './health.ts';
import type { NotFound } from './not-found.ts';
import { SAFETY } from './safety-headers.ts';
import { problemText, sendProblem } from './send.ts';
import type { Site } from './site.ts';
import { upgradeOnly } from './upgrade-only.ts';
import { whyNotListening } from './why-not-listening.ts';

declare module 'restify' {
  interface Server {
    /** Runs before all else; with false the request is answered. The package's types do not know of it. */
    first(handler: (request: Request, response: Response) => boolean): this;
  }
}

/** A client that has not sent its headers, or its whole request, by then is cut off. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How often slow requests are looked for. With Node's usual 30 seconds some would be let be for a minute. */
const LOOK_MS = 1000;

/** How long callers may take, in milliseconds. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
}

const PATIENCE: Patience = { headersMs: HEADERS_MS, requestMs: REQUEST_MS };

export interface HttpDependencies extends ChannelOptions {
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
  /** Starts listening; the port that was given or found. Rejects with what to do when the address cannot be had. */
  listen(options: { host: string; port: number }): Promise<number>;
  /** Answers from now on that it is not ready, and serves all the same: balancers send people elsewhere. */
  announceStop(): void;
  /** Takes no more connections; resolves when what was asked is answered, or after the milliseconds. */
  drain(milliseconds: number): Promise<void>;
  /** Cuts what is left. */
  close(): Promise<void>;
}

export function createHttpServer(dependencies: HttpDependencies): HttpServer {
  const { store, sites, patience = PATIENCE } = dependencies;
  const format = errorFormatter(dependencies);
  const formatters = { 'application/json': format, 'text/plain': format, '*/*': format };
  // `Expect: 100-continue` is answered when the body is read (`raw-body.ts`): whoever is refused need not send it.
  const server = restify.createServer({ name: '', formatters, noWriteContinue: true });
  Object.assign(server.server, {
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: LOOK_MS,
  });
  const { enter, drain, close } = createDrain(server.server);
  const health = createHealth(store);
  const { announceStop } = health;
  const everywhere = Object.entries({ ...SAFETY, ...dependencies.everywhere });
  server.on('upgrade', upgradeOnly(dependencies.upgrade, server.server));
  server.first((request, response) => {
    enter(response);
    for (const [name, value] of everywhere) response.setHeader(name, value);
    // Whatever can be got can be asked after with HEAD. The response was made for a HEAD and leaves its body out.
    if (request.method === 'HEAD') request.method = 'GET';
    if (hasAddress(request)) return true;
    sendProblem(response, 400, 'BadRequest');
    return false;
  });
  mountChannels(server, dependencies);
  for (const site of [health, ...sites]) site.mount(server);
  return {
    listen: options => listen(server, options),
    announceStop,
    drain: milliseconds => {
      announceStop();
      return drain(milliseconds);
    },
    close,
  };
}

/** restify makes a URL of the Host header and the target without a guard: a bad one would end the process. */
function hasAddress(request: Request): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}

/** Writes the framework's own answers (no such path, no such method, a page that failed): their status stays, their words do not. */
function errorFormatter({ notFound, onFailure }: Pick<HttpDependencies, 'notFound' | 'onFailure'>) {
  return (request: Request, response: Response, error: unknown): string => {
    if (response.statusCode === 404) {
      const { headers, body } = notFound(request);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return body;
    }
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    if (response.statusCode === 405) {
      completeAllow(response);
      return problemText('MethodNotAllowed');
    }
    const reference = randomUUID().slice(0, 8);
    onFailure({ reference, route: 'framework', error });
    return problemText('InternalError', reference);
  };
}

/** The framework knows nothing of HEAD: whatever can be got can be asked after. */
function completeAllow(response: Response): void {
  response.setHeader('Allow', String(response.getHeader('Allow')).replace(/\bGET\b/, 'GET, HEAD'));
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(whyNotListening(error, { host, port })));
    server.listen(port, host, () => resolve(server.address().port));
  });
}

/** For those who answer for the service: counts for monitoring, and a small page that shows them. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'restify';
import { isLoopback } from '../bot/service-hosts.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { addressGroup } from '../directline/address-group.ts';
import { createRateLimiter } from '../directline/rate-limiter.ts';
import { StoreUnavailable } from '../store/port.ts';
import type { ClientAddress } from './client-address.ts';
import { sendProblem } from './send.ts';
import type { Site } from './site.ts';
import { type StaffCounts, staffPage } from './staff-page.ts';

export interface StaffOptions {
  /** Undefined: served to this machine only. */
  readonly password: string | undefined;
  /** Whether a proxy may stand in front, by the settings: then nobody is known to be of this machine. */
  readonly proxied: 'perhaps' | 'no';
  readonly clientAddress: ClientAddress;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Of all processes. `events` throws StoreUnavailable. */
  readonly metrics: {
    events(): Promise<StaffCounts>;
    text(): Promise<string>;
    readonly contentType: string;
  };
  readonly translate: (locale: Locale) => Translate;
  readonly locale: Locale;
  /** Steps in the order they are asked, with their short names. */
  readonly steps: readonly { id: string; name: string }[];
}

export function createStaff(options: StaffOptions): Site {
  const entryOf = createGuard(options);
  const guarded =
    (answer: (response: Response) => Promise<void>) => async (request: Request, response: Response) => {
      const entry = entryOf(request);
      if (entry !== 'open') return refuse(response, entry);
      await answer(response).catch(error => {
        if (!(error instanceof StoreUnavailable)) throw error;
        sendProblem(response, 503, 'Unavailable');
      });
    };
  return {
    mount(server) {
      server.get(
        '/metrics',
        guarded(async response => {
          send(response, { type: options.metrics.contentType, content: await options.metrics.text() });
        }),
      );
      server.get(
        '/staff',
        guarded(async response => {
          const { translate, locale, steps } = options;
          const content = staffPage({
            t: translate(locale),
            locale,
            steps,
            counts: await options.metrics.events(),
          });
          send(response, { type: 'text/html; charset=utf-8', content });
        }),
      );
    },
  };
}

/** Whether to answer, and if not, how to refuse. */
type Entry = 'open' | 'hidden' | 'ask' | { readonly retryAfter: number };

/** Guesses from one address: more than a person's slips, far fewer than a search needs. */
const GUESSES = { count: 20, periodMs: 600_000, keys: 10_000 };

function createGuard({ password, proxied, clientAddress, now }: StaffOptions): (request: Request) => Entry {
  const guesses = createRateLimiter({ ...GUESSES, now });
  return request => {
    if (password === undefined) return proxied === 'no' && isThisMachine(request) ? 'open' : 'hidden';
    const { authorization } = request.headers;
    if (authorization === undefined) return 'ask';
    const address = addressGroup(clientAddress(request));
    // Before the word is looked at: or the right one would be found by guessing on.
    const retryAfter = guesses.wait(address);
    if (retryAfter !== undefined) return { retryAfter };
    if (isPassword(authorization, password)) return 'open';
    guesses.take(address);
    return 'ask';
  };
}

/** HTTP Basic with any name: browsers ask for it by themselves, and monitoring knows it. */
function isPassword(authorization: string, password: string): boolean {
  const given = /^Basic ([\w+/=]{1,400})$/.exec(authorization)?.[1] ?? '';
  const word = Buffer.from(given, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
  return timingSafeEqual(digest(word), digest(password));
}

/** What proxies say of themselves and of whom they speak for, each in its own way. */
const FORWARDED = new Set([
  ...['forwarded', 'via', 'cdn-loop', 'x-real-ip', 'x-cluster-client-ip'],
  ...['', 'x-', 'true-', 'fastly-', 'x-azure-'].flatMap(whose => [`${whose}client-ip`, `${whose}clientip`]),
]);
const FORWARDED_BEGIN = ['x-forwarded', 'x-original-', 'cf-', 'x-envoy-', 'x-arr-', 'x-amz'];

function isForwarding(name: string): boolean {
  return FORWARDED.has(name) || FORWARDED_BEGIN.some(beginning => name.startsWith(beginning));
}

/** A proxy on this machine speaks for others: what it forwards, or what was asked of another name, is not from here. */
function isThisMachine({ socket, headers }: Request): boolean {
  const peer = socket.remoteAddress ?? '';
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return isLoopback(peer) && isLoopback(host) && !Object.keys(headers).some(isForwarding);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function refuse(response: Response, entry: Exclude<Entry, 'open'>): void {
  if (entry === 'hidden') {
    sendProblem(response, 404, 'NotFound');
  } else if (entry === 'ask') {
    response.setHeader('WWW-Authenticate', 'Basic realm="Porrasbotti", charset="UTF-8"');
    sendProblem(response, 401, 'PasswordNeeded');
  } else {
    response.setHeader('Retry-After', entry.retryAfter);
    sendProblem(response, 429, 'TooManyRequests');
  }
}

function send(response: Response, { type, content }: { type: string; content: string }): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(content),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'Cache-Control': 'no-store',
  });
  response.end(content);
}

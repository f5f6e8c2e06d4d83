/** For those who answer for the service: counts for monitoring, and a small page that shows them. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { sendProblem } from './send.ts';
import type { Site } from './site.ts';
import { type StaffCounts, staffPage } from './staff-page.ts';

export interface StaffOptions {
  /** Undefined: served to this machine only. */
  readonly password: string | undefined;
  readonly counts: {
    read(): Promise<StaffCounts>;
    text(): Promise<string>;
    readonly contentType: string;
  };
  readonly translate: (locale: Locale) => Translate;
  readonly locale: Locale;
  /** Steps in the order they are asked, with their short names. */
  readonly steps: readonly { id: string; name: string }[];
}

export function createStaff(options: StaffOptions): Site {
  const guarded =
    (answer: (response: Response) => Promise<void>) => async (request: Request, response: Response) => {
      if (mayEnter(options.password, request)) await answer(response);
      else if (options.password === undefined) sendProblem(response, 404, 'NotFound');
      else askPassword(response);
    };
  return {
    mount(server) {
      server.get(
        '/metrics',
        guarded(async response => {
          send(response, { type: options.counts.contentType, content: await options.counts.text() });
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
            counts: await options.counts.read(),
          });
          send(response, { type: 'text/html; charset=utf-8', content });
        }),
      );
    },
  };
}

/** HTTP Basic with any name: browsers ask for it by themselves, and monitoring knows it. */
function mayEnter(password: string | undefined, request: Request): boolean {
  if (password === undefined) return isThisMachine(request);
  const given = /^Basic ([\w+/=]{1,400})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const word = Buffer.from(given, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
  return timingSafeEqual(digest(word), digest(password));
}

/** What proxies say of themselves, each in its own way. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/** A proxy on this machine speaks for others: what it forwards is not from here. */
function isThisMachine({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isHere = address === '::1' || address.startsWith('127.');
  return isHere && FORWARDED.every(name => headers[name] === undefined);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function askPassword(response: Response): void {
  response.setHeader('WWW-Authenticate', 'Basic realm="Porrasbotti", charset="UTF-8"');
  sendProblem(response, 401, 'PasswordNeeded');
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

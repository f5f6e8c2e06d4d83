/** A server on this machine that answers as the open interface of Palvelutietovaranto does, in its good and bad hours. */
import { createServer, type ServerResponse } from 'node:http';

interface Listed {
  readonly services: readonly unknown[];
  readonly channels: readonly unknown[];
}

/** What a request meets instead of its page, once; then the next one. */
export type Trouble =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The page ends in the middle of a word, and the connection with it. */
  | { readonly kind: 'broken-off' }
  /** Nothing comes, as long as the connection is open. */
  | { readonly kind: 'silent' }
  /** Half a page that says it is whole. */
  | { readonly kind: 'half' };

export interface RegisterServer {
  /** Address to be set as `PTV_URL`. */
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  /** Requests at the same time, at most. */
  readonly atOnce: () => number;
  /** Takes the place of what was there of a municipality. */
  set(code: string, listed: Listed): void;
  /** Met by the next requests, in this order. */
  meet(...troubles: readonly Trouble[]): void;
  close(): Promise<void>;
}

export interface RegisterServerOptions {
  readonly pageSize?: number;
  /** Numbers of pages that are empty: what is on the others is not changed by them. */
  readonly emptyPages?: readonly number[];
}

export async function startRegisterServer({
  pageSize = 100,
  emptyPages = [],
}: RegisterServerOptions = {}): Promise<RegisterServer> {
  const municipalities = new Map<string, Listed>();
  const troubles: Trouble[] = [];
  const asked: string[] = [];
  let now = 0;
  let most = 0;
  const server = createServer((request, response) => {
    now++;
    most = Math.max(most, now);
    response.on('close', () => now--);
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(url.pathname + url.search);
    const found = /^\/api\/v11\/(Service|ServiceChannel)\/list\/area\/Municipality\/code\/(\d{3})$/.exec(
      url.pathname,
    );
    const listed = found?.[2] && (municipalities.get(found[2]) ?? { services: [], channels: [] });
    if (!found || !listed) {
      response.writeHead(404);
      response.end();
      return;
    }
    const items = found[1] === 'Service' ? listed.services : listed.channels;
    const body = pageOf(items, { number: Number(url.searchParams.get('page')), pageSize, emptyPages });
    answer(response, body, troubles.shift());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/v11/`,
    asked,
    atOnce: () => most,
    set: (code, listed) => void municipalities.set(code, listed),
    meet: (...more) => void troubles.push(...more),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Page {
  readonly number: number;
  readonly pageSize: number;
  readonly emptyPages: readonly number[];
}

function pageOf(items: readonly unknown[], { number, pageSize, emptyPages }: Page): string {
  const full = Math.ceil(items.length / pageSize);
  const pageCount = full + emptyPages.filter(one => one <= full + emptyPages.length).length;
  const before = emptyPages.filter(one => one < number).length;
  const from = (number - 1 - before) * pageSize;
  const itemList = emptyPages.includes(number) ? [] : items.slice(from, from + pageSize);
  return JSON.stringify({ pageNumber: number, pageSize, pageCount, itemList, unheardOf: true });
}

function answer(response: ServerResponse, body: string, trouble: Trouble | undefined): void {
  if (trouble?.kind === 'status') {
    response.writeHead(trouble.status, trouble.headers);
    response.end('{}');
    return;
  }
  if (trouble?.kind === 'silent') return;
  const whole = Buffer.from(body);
  if (trouble?.kind === 'broken-off') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': whole.length });
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
    return;
  }
  const sent = trouble?.kind === 'half' ? whole.subarray(0, whole.length / 2) : whole;
  // Not in one line: in a process with restify `writeHead` gives nothing back.
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(sent);
}

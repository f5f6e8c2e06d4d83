/** The browser's files, with the compressed twins that the build has laid beside them: read once, sent from memory. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import fresh from 'fresh';
import { CODINGS, type Coding, codingFor } from './content-coding.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import { sendProblem } from './send.ts';

export interface StaticFilesOptions {
  /** Only files that lie directly in it are sent, as they were when the server started. */
  readonly folder: string;
  /** The `Cache-Control` of what is sent. */
  readonly cacheControl: string;
  /** Answers when there is no such file. */
  readonly notFound: NotFound;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface StaticFile {
  readonly type: string;
  readonly forms: ReadonlyMap<Coding, Form>;
}

/** A file in one coding. */
interface Form {
  readonly body: Buffer;
  readonly tags: { readonly etag: string; readonly 'last-modified': string };
}

const TWINS = { br: '.br', gzip: '.gz', identity: '' } as const;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Sends the file of a name in the coding that the request prefers, or 304 to whoever has it. */
export function staticFiles({
  folder,
  cacheControl,
  notFound,
}: StaticFilesOptions): (name: string) => Answer {
  const files = readFiles(folder);
  return name => (request, response) => {
    const file = files.get(name);
    if (!file) {
      sendNotFound(response, notFound(request));
      return;
    }
    response.setHeader('Vary', 'Accept-Encoding');
    const coding = codingFor(request, [...file.forms.keys()]);
    const form = coding && file.forms.get(coding);
    if (!form) {
      sendProblem(response, 406, 'NotAcceptable');
      return;
    }
    if (!isMeant(request, form)) {
      sendProblem(response, 412, 'PreconditionFailed');
      return;
    }
    const headers = {
      'Cache-Control': cacheControl,
      ...form.tags,
      ...(coding !== 'identity' && { 'Content-Encoding': coding }),
    };
    send(response, isHeld(request, form) ? undefined : { ...form, type: file.type }, headers);
  };
}

/** Sends the file; 304 where it is left out, as the caller has it. */
function send(
  response: ServerResponse,
  form: (Pick<Form, 'body'> & Pick<StaticFile, 'type'>) | undefined,
  headers: OutgoingHttpHeaders,
): void {
  if (!form) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const { type, body } = form;
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': body.byteLength });
  response.end(body);
}

/** By name. Some hundred kilobytes: a file in the folder that is no type of ours, such as a twin, has no name here. */
function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  return new Map(
    readdirSync(folder).flatMap(name => {
      const type = TYPES[extname(name)];
      return type === undefined ? [] : [[name, { type, forms: formsOf(join(folder, name)) }] as const];
    }),
  );
}

/** While somebody works on the page there are no twins. */
function formsOf(path: string): ReadonlyMap<Coding, Form> {
  return new Map(
    CODINGS.flatMap(coding => {
      const file = path + TWINS[coding];
      return existsSync(file) ? [[coding, formOf(file)] as const] : [];
    }),
  );
}

function formOf(file: string): Form {
  const body = readFileSync(file);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, tags: { etag, 'last-modified': statSync(file).mtime.toUTCString() } };
}

/**
 * Whether the caller has it already. The request's `Cache-Control` is left out: it speaks to caches on the way, and Node's
 * own fetch sends `no-cache` with every conditional request.
 */
function isHeld({ headers }: IncomingMessage, { tags }: Form): boolean {
  const { 'cache-control': _, ...asked } = headers;
  return fresh(asked, tags);
}

/**
 * Whether `If-Match` or `If-Unmodified-Since` holds, where one is sent. `fresh` knows only `If-None-Match` and
 * `If-Modified-Since`: the one holds exactly where the other would be answered with 304.
 */
function isMeant({ headers }: IncomingMessage, { tags }: Form): boolean {
  const { 'if-match': tag, 'if-unmodified-since': day } = headers;
  if (tag !== undefined) return fresh({ 'if-none-match': tag }, tags);
  if (day === undefined || Number.isNaN(Date.parse(day))) return true;
  return fresh({ 'if-modified-since': day }, tags);
}

/** The browser's files, with the compressed twins that the build has laid beside them. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sendFile from 'send';
import { CODINGS, type Coding, codingFor } from './content-coding.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import { sendProblem } from './send.ts';

export interface StaticFilesOptions {
  /** Only files that lie directly in it are sent. */
  readonly folder: string;
  /** The `Cache-Control` of what is sent. */
  readonly cacheControl: string;
  /** Answers when there is no such file. */
  readonly notFound: NotFound;
}

/** Ends when the answer is on its way whole, or the caller has gone. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The twins' endings, the smallest first: what is taken equally gladly comes in the smallest. */
const TWINS = { br: '.br', gzip: '.gz' } as const;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Sends the file of a name in the coding that the request prefers, or 304 to whoever has it. */
export function staticFiles(options: StaticFilesOptions): (name: string) => Answer {
  return name => async (request, response) => {
    const type = TYPES[extname(name)];
    if (type === undefined || !isPlainName(name) || !existsSync(join(options.folder, name))) {
      sendNotFound(response, options.notFound(request));
      return;
    }
    response.setHeader('Vary', 'Accept-Encoding');
    const coding = codingFor(request, codingsOf(options.folder, name));
    if (coding === undefined) {
      sendProblem(response, 406, 'NotAcceptable');
      return;
    }
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', options.cacheControl);
    if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
    const file = coding === 'identity' ? name : name + TWINS[coding];
    await send(request, response, { ...options, file });
  };
}

function isPlainName(name: string): boolean {
  return /^\w[\w.-]*$/.test(name);
}

/** While somebody works on the page there are no twins. */
function codingsOf(folder: string, name: string): Coding[] {
  return CODINGS.filter(coding => coding === 'identity' || existsSync(join(folder, name + TWINS[coding])));
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, file, notFound }: StaticFilesOptions & { file: string },
): Promise<void> {
  // It would hold back a 304, though it is a word to caches on the way: Node's own fetch sends it with If-None-Match.
  delete request.headers['cache-control'];
  const closed = once(response, 'close');
  sendFile(request, encodeURIComponent(file), {
    root: folder,
    index: false,
    // Nobody needs parts of these files.
    acceptRanges: false,
    cacheControl: false,
    dotfiles: 'ignore',
  })
    .on('error', ({ status }) => {
      for (const name of ['Content-Encoding', 'Cache-Control', 'ETag', 'Last-Modified'])
        response.removeHeader(name);
      if (status === 412) sendProblem(response, 412, 'PreconditionFailed');
      else sendNotFound(response, notFound(request));
    })
    .pipe(response);
  await closed;
}

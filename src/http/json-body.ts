import type { IncomingMessage } from 'node:http';
import type { Next, Request, RequestHandler, Response } from 'restify';
import { sendProblem } from './send.ts';

/**
 * Reads a JSON body of at most `maxBytes` into `request.body`. Anything else is refused before a byte of it is read:
 * a form upload would be written to disk and a compressed body unpacked before anybody has asked who is sending. One
 * step in place of the framework's three: each step of its chain costs a turn as much as reading the body does.
 */
export function jsonBody(maxBytes: number): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const refuse = (status: number, code: string) => {
      request.resume();
      sendProblem(response, status, code);
      next(false);
    };
    if (!mayBeRead(request)) return refuse(415, 'UnsupportedMediaType');
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return refuse(413, 'TooLarge');
    readText(request, maxBytes, read => {
      if (read.kind === 'broken-off') return next(false);
      if (read.kind === 'too-large') return refuse(413, 'TooLarge');
      const parsed = parseJson(read.text);
      if (parsed.kind === 'invalid') return refuse(400, 'BadRequest');
      request.body = parsed.value;
      next();
    });
  };
}

function mayBeRead({ headers }: IncomingMessage): boolean {
  const {
    'content-type': type = '',
    'content-encoding': encoding = 'identity',
    'content-length': length,
  } = headers;
  const empty = length === '0' || (length === undefined && headers['transfer-encoding'] === undefined);
  return (empty || /^application\/json(\s*;|$)/i.test(type)) && encoding === 'identity';
}

type Read = { kind: 'read'; text: string } | { kind: 'too-large' } | { kind: 'broken-off' };

/** Calls back once. What comes in beyond the limit is not kept. */
function readText(request: IncomingMessage, maxBytes: number, done: (read: Read) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const settle = (read: Read) => {
    request.off('data', take).off('end', end).off('close', breakOff).off('error', breakOff);
    done(read);
  };
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) settle({ kind: 'too-large' });
    else chunks.push(chunk);
  };
  const end = () => settle({ kind: 'read', text: Buffer.concat(chunks).toString('utf8') });
  const breakOff = () => settle({ kind: 'broken-off' });
  request.on('data', take).on('end', end).on('close', breakOff).on('error', breakOff);
}

type Parsed = { kind: 'valid'; value: unknown } | { kind: 'invalid' };

/** No body at all is fine: the route says whether it needs one. */
function parseJson(text: string): Parsed {
  if (text === '') return { kind: 'valid', value: undefined };
  try {
    return { kind: 'valid', value: JSON.parse(text) };
  } catch {
    return { kind: 'invalid' };
  }
}

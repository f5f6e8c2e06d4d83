import type { IncomingMessage } from 'node:http';
import { type HttpExchange, readRawBody } from './raw-body.ts';

export type JsonBody =
  | { kind: 'read'; value: unknown }
  /** To be answered with this status and code. */
  | { kind: 'refused'; status: number; code: string }
  | { kind: 'broken-off' };

/**
 * Reads a JSON body of at most `maxBytes`. Anything else is refused before a byte of it is read: a form upload would
 * be written to disk and a compressed body unpacked before anybody has asked who is sending.
 */
export async function readJson(exchange: HttpExchange, maxBytes: number): Promise<JsonBody> {
  const { request } = exchange;
  if (!mayBeRead(request)) return refused(request, 415, 'UnsupportedMediaType');
  const read = await readRawBody(exchange, maxBytes);
  if (read.kind === 'broken-off') return read;
  if (read.kind === 'too-large') return refused(request, 413, 'TooLarge');
  try {
    // No body at all is fine: the route says whether it needs one.
    return {
      kind: 'read',
      value: read.bytes.length === 0 ? undefined : JSON.parse(read.bytes.toString('utf8')),
    };
  } catch {
    return { kind: 'refused', status: 400, code: 'BadRequest' };
  }
}

/** What still comes is thrown away, so that the client gets to read the answer. */
function refused(request: IncomingMessage, status: number, code: string): JsonBody {
  request.resume();
  return { kind: 'refused', status, code };
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

import type { Next, Request, RequestHandler, Response } from 'restify';
import restify from 'restify';
import { sendProblem } from './send.ts';

/**
 * Reads a JSON body of at most `maxBytes`. Anything else is refused before a byte of it is read: a form upload would
 * be written to disk and a compressed body unpacked before anybody has asked who is sending.
 */
export function jsonBody(maxBytes: number): RequestHandler[] {
  const read = restify.plugins.bodyReader({ maxBodySize: maxBytes });
  // `bodyReader: true` says that the body has been read already.
  const parse = restify.plugins.jsonBodyParser({ bodyReader: true, mapParams: false });
  return [refuseOtherBodies, refuseAnnounced(maxBytes), read, ...parse];
}

/** The reader answers only when all has come in: what tells its size need not be awaited. */
function refuseAnnounced(maxBytes: number): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (Number(request.headers['content-length'] ?? 0) <= maxBytes) {
      next();
      return;
    }
    sendProblem(response, 413, 'TooLarge');
    next(false);
  };
}

function refuseOtherBodies(request: Request, response: Response, next: Next): void {
  const {
    'content-type': type = '',
    'content-encoding': encoding = 'identity',
    'content-length': length,
  } = request.headers;
  const empty =
    length === '0' || (length === undefined && request.headers['transfer-encoding'] === undefined);
  const json = /^application\/json(\s*;|$)/i.test(type);
  if ((empty || json) && encoding === 'identity') {
    next();
    return;
  }
  sendProblem(response, 415, 'UnsupportedMediaType');
  next(false);
}

import type { IncomingMessage, ServerResponse } from 'node:http';

export type RawBody = { kind: 'read'; bytes: Buffer } | { kind: 'too-large' } | { kind: 'broken-off' };

/** A request and its answer. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Reads a body of at most `maxBytes`, and keeps not a byte more: what it says of its own length is not trusted. */
export function readRawBody({ request, response }: HttpExchange, maxBytes: number): Promise<RawBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes)
    return Promise.resolve({ kind: 'too-large' });
  if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve({ kind: 'too-large' });
      else chunks.push(chunk);
    });
    request.on('end', () => resolve({ kind: 'read', bytes: Buffer.concat(chunks) }));
    request.on('close', () => resolve({ kind: 'broken-off' }));
  });
}

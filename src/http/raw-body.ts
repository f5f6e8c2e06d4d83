import type { IncomingMessage } from 'node:http';

export type RawBody = { kind: 'read'; bytes: Uint8Array } | { kind: 'too-large' } | { kind: 'broken-off' };

/** Reads a body of at most `maxBytes`, and not a byte more: what it says of its own length is not trusted. */
export async function readRawBody(request: IncomingMessage, maxBytes: number): Promise<RawBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) return { kind: 'broken-off' };
      size += chunk.length;
      if (size > maxBytes) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'broken-off' };
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}

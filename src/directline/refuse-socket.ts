import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { PlainResponse } from './plain-http.ts';

/** Answers an upgrade that is refused, as plain HTTP, and ends its connection. */
export function refuseSocket(socket: Duplex, { status, body, headers }: PlainResponse): void {
  const text = JSON.stringify(body ?? {});
  const fields = {
    connection: 'close',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  // The other end may have gone already, which is no reason to fail here.
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', text].join('\r\n'));
}

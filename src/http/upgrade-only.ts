/** An offer to change the protocol that we do not take up is answered as if it had not been made (RFC 9110, 7.8). */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Hands offers of a WebSocket on. With any other offer (`Upgrade: h2c`) Node has already let go of the connection: the
 * request is put back in front of what else has come, without its offer, and the server is given the connection anew.
 */
export function upgradeOnly(upgrade: Upgrade, server: Server): Upgrade {
  return (request, socket, head) => {
    if (/(^|,)\s*websocket\s*(,|$)/i.test(request.headers.upgrade ?? '')) {
      upgrade(request, socket, head);
      return;
    }
    socket.unshift(Buffer.concat([Buffer.from(headWithoutOffer(request), 'latin1'), head]));
    server.emit('connection', socket);
  };
}

const OFFER = /^(upgrade|http2-settings)$/i;

function headWithoutOffer({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (OFFER.test(name)) continue;
    lines.push(`${name}: ${/^connection$/i.test(name) ? withoutOffer(value) : value}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function withoutOffer(connection: string): string {
  const options = connection.split(',').map(option => option.trim());
  return options.filter(option => !OFFER.test(option)).join(', ');
}

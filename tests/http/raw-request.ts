/** HTTP as a stranger may write it: sent byte by byte, unlike `fetch`, which tidies up. */
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** As received, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Everything the server sent. */
  readonly text: string;
}

/**
 * Sends these lines (the blank one that ends the headers is added) and gives the answer as soon as it is complete,
 * whether or not the server has been sent what the lines promise.
 */
export function rawRequest(address: string, lines: readonly string[], body = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = open(address);
    let text = '';
    const settle = () => {
      const answer = complete(text);
      if (!answer) return;
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', part => {
      text += part.toString('utf8');
      settle();
    });
    socket.once('close', () => reject(new Error(`closed after ${JSON.stringify(text)}`)));
    socket.once('error', reject);
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });
}

export function open(address: string): Socket {
  const { hostname, port } = new URL(address);
  return connect({ host: hostname, port: Number(port) });
}

function complete(text: string): RawAnswer | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...rest] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    rest.map(line => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const body = text.slice(end + 4);
  if (Buffer.byteLength(body) < Number(headers['content-length'] ?? 0)) return undefined;
  return { status: Number(first.split(' ')[1]), headers, body, text };
}

/** One keep-alive connection that speaks just enough HTTP/1.1: cheaper than the server under test, or it would be the bench. */
import { connect, type Socket } from 'node:net';

export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

export interface Wire {
  /** Posts JSON and waits for the answer; one at a time. Rejects when the connection breaks. */
  post(path: string, body: string, authorization?: string): Promise<WireAnswer>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: WireAnswer) => void;
  readonly reject: (error: Error) => void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

export async function openWire(address: string): Promise<Wire> {
  const { hostname, port, host } = new URL(address);
  const socket = await opened(connect(Number(port), hostname));
  let waiting: Waiting | undefined;
  let pending: Buffer = Buffer.alloc(0);
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('connection closed')));
  socket.on('data', chunk => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const answer = readAnswer(pending);
    if (!answer) return;
    pending = Buffer.alloc(0);
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(answer);
  });
  return {
    post: (path, body, authorization) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const bearer = authorization === undefined ? '' : `authorization: ${authorization}\r\n`;
        const length = Buffer.byteLength(body);
        const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${bearer}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
        socket.write(head + body);
      }),
    close: () => socket.destroy(),
  };
}

function opened(socket: Socket): Promise<Socket> {
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** The answer when all of it is there. */
function readAnswer(bytes: Buffer): WireAnswer | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const from = end + HEAD_END.length;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const until = from + Number(length);
    return bytes.length < until ? undefined : { status, body: bytes.toString('utf8', from, until) };
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return { status, body: '' };
  const body = bytes.toString('utf8', from);
  return body.endsWith('0\r\n\r\n') ? { status, body } : undefined;
}

/** The sockets of this process: who may open one, how they begin, and their steady beat. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Store, StoreUnavailable } from '../store/port.ts';
import type { Logged } from '../turns/turns.ts';
import { addressGroup } from './address-group.ts';
import type { AuthGuard } from './auth-guard.ts';
import type { Limits } from './limits.ts';
import { followLog } from './log-follower.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { type DirectLineEvent, Refusal, refusalResponse, respondTo, traceOf } from './refusal.ts';
import { refuseSocket } from './refuse-socket.ts';
import { createSocketLimiter } from './socket-limiter.ts';
import { createStream, type Stream } from './stream.ts';
import { parseStreamUrl } from './stream-url.ts';
import type { StreamClaims } from './tokens.ts';
import type { Transcript } from './transcript.ts';

export interface Streams {
  /** Tells a conversation's streams what this process itself has added to its log. */
  tell(conversation: string, logged: Logged): void;
  /** Answers an HTTP upgrade, whatever its address: it becomes a stream, or is refused and ended. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sockets not yet closed. */
  count(): number;
  /** Ends all of them and takes no more; resolves when they are gone. */
  close(): Promise<void>;
}

export interface StreamsDependencies {
  readonly guard: AuthGuard;
  readonly store: Pick<Store, 'listen'>;
  readonly transcript: Transcript;
  readonly reads: RateLimiter;
  readonly limits: Limits;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (event: DirectLineEvent) => void;
}

/** Clients send nothing but empty frames. */
const MAX_FRAME_BYTES = 1024;

export function createStreams(dependencies: StreamsDependencies): Streams {
  const { limits, addressOf } = dependencies;
  const sockets = createSocketLimiter(limits);
  const admit = createAdmission(dependencies);
  const server = createSocketServer();
  const beating = setInterval(() => sockets.beat(), limits.beatMs / sockets.groups).unref();
  return {
    count: () => sockets.count(),
    tell: (conversation, logged) => {
      for (const stream of sockets.of(conversation)) stream.tell(logged);
    },
    upgrade: (request, socket, head) => {
      try {
        const address = addressGroup(addressOf(request));
        const admitted = admit(request);
        sockets.makeRoom(address);
        server.handleUpgrade(request, socket, head, opened => {
          const stream = begin(dependencies, opened, admitted);
          sockets.enter({ stream, socket: opened, address, conversation: admitted.claims.conversation });
        });
      } catch (error) {
        refuseSocket(socket, respondTo(dependencies, error));
      }
    },
    close: () => {
      clearInterval(beating);
      return sockets.close();
    },
  };
}

function createSocketServer(): WebSocketServer {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
  });
  return server.on('wsClientError', (_error, socket) => {
    refuseSocket(socket, refusalResponse({ code: 'BadArgument' }));
  });
}

interface Admitted {
  readonly claims: StreamClaims;
  readonly watermark: string | undefined;
}

/** Checks everything about an upgrade but how many there are. Throws a Refusal. */
function createAdmission({ guard, reads, limits, now }: StreamsDependencies) {
  const spent = createRateLimiter({ count: 1, periodMs: 120_000, keys: limits.counted, now });
  return ({ url, headers }: IncomingMessage): Admitted => {
    const { conversation, token, watermark } = parseStreamUrl(url);
    const claims = guard.admitStream({ headers, token, conversation });
    // By what the token says and not by the path: a piece of the path would keep the whole address in memory.
    const retryAfter = reads.take(claims.conversation);
    if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
    if (spent.take(claims.once) !== undefined) throw new Refusal('TokenExpired');
    return { claims, watermark };
  };
}

function begin(
  dependencies: StreamsDependencies,
  socket: WebSocket,
  { claims: { conversation, until }, watermark }: Admitted,
): Stream {
  const { newId, log } = dependencies;
  socket.on('error', () => socket.terminate());
  const failed = (error: unknown) => {
    if (!(error instanceof StoreUnavailable)) {
      log({ kind: 'failed', reference: newId().slice(0, 12), ...traceOf(error) });
    }
    stream.cut('unavailable');
  };
  const ended = () => stream.cut('expired');
  const follower = followLog({ ...dependencies, socket, conversation, watermark, failed, ended });
  const stream = createStream({ ...dependencies, socket, follower, until: until * 1000 });
  follower.begin();
  return stream;
}

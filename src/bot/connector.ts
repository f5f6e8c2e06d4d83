/** Calls a channel's service. One attempt each: when to try again is for the caller to say. */
import type { Agent } from 'undici';
import * as z from 'zod';
import type { ServiceHosts } from './service-hosts.ts';

export type SendOutcome =
  /** `id`: what the channel calls the new message, where it said so. */
  | { kind: 'sent'; id?: string }
  /** Worth another try, after the pause the service asked for, if any. */
  | { kind: 'later'; code: string; afterMs?: number }
  /** The conversation takes no messages from this bot. */
  | { kind: 'gone'; code: string }
  /** This activity will never be taken. `size` or form: the same in plain words may be. */
  | { kind: 'refused'; code: string };

/** One call: a new message, one in the place of another, or one taken away. */
export interface Call {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly serviceUrl: string;
  readonly conversation: string;
  /** The message answered, replaced or taken away. */
  readonly activityId?: string | undefined;
  /** The activity as JSON. */
  readonly body?: string;
}

export interface Connector {
  send(call: Call): Promise<SendOutcome>;
  close(): void;
}

export interface ConnectorOptions {
  readonly hosts: ServiceHosts;
  /** The bot's own token for the channel's service; undefined sends without one. */
  readonly accessToken: () => Promise<string | undefined>;
  readonly timeoutMs: number;
}

const RETRIED = new Set([401, 408, 412, 429, 500, 502, 503, 504]);
const MAX_SOCKETS = 256;
/** Bytes of an answer that are read to keep the connection; a longer one costs the connection. */
const MOST_READ = 16_384;
const GONE = new Set([403, 404]);
/** An answer whose end does not come so soon is let go of: the message was taken, only its name stays unknown. */
const NAME_MS = 1000;

/** Loads its client with the first call, and keeps its connections until it is closed. */
export function createConnector(options: ConnectorOptions): Connector {
  const { timeoutMs } = options;
  let agent: Promise<Agent> | undefined;
  let open = true;
  return {
    async send(sending) {
      const url = options.hosts.allows(sending.serviceUrl) ? placeOf(sending) : undefined;
      if (!url) return { kind: 'refused', code: 'address' };
      const token = await options.accessToken().then(
        value => ({ value }),
        () => undefined,
      );
      if (!token) return { kind: 'later', code: 'no-token' };
      if (!open) return { kind: 'later', code: 'no-answer' };
      try {
        agent ??= openAgent(timeoutMs);
        return outcomeOf(await call(await agent, { sending, url, token: token.value }));
      } catch {
        return { kind: 'later', code: 'no-answer' };
      }
    },
    close() {
      open = false;
      void agent?.then(opened => opened.destroy());
    },
  };
}

/**
 * The client is loaded with the first message: where answers alone are asked for, none is sent. By its default, since the bundle
 * gives a CommonJS package that is loaded late no other name (`findings/bundles-lose-names-of-late-commonjs.sh`).
 */
async function openAgent(timeoutMs: number): Promise<Agent> {
  const { Agent } = (await import('undici')).default;
  return new Agent({
    connections: MAX_SOCKETS,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

interface Calling {
  readonly sending: Call;
  readonly url: URL;
  readonly token: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly id: string | undefined;
}

type Body = Awaited<ReturnType<Agent['request']>>['body'];

/** Follows no redirect: the token is for the host that was asked. */
async function call(agent: Agent, { sending, url, token }: Calling): Promise<Answer> {
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: sending.method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(sending.body !== undefined && { body: sending.body }),
  });
  const named = sending.method === 'POST' && statusCode < 300;
  const id = named ? await idIn(body) : letGo(body);
  const retryAfter = headers['retry-after'];
  return { status: statusCode, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined, id };
}

/** Not waited for, so that a service that never ends its answer keeps nobody waiting. */
function letGo(body: Body): undefined {
  body.dump({ limit: MOST_READ }).catch(() => undefined);
}

/** What the channel calls the new message; nothing of an answer that is long, or long in coming. */
async function idIn(body: Body): Promise<string | undefined> {
  const text = await shortText(body);
  try {
    return text === undefined ? undefined : namedSchema.safeParse(JSON.parse(text)).data?.id;
  } catch {
    return undefined;
  }
}

function shortText(body: Body): Promise<string | undefined> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (text?: string) => {
      clearTimeout(timer);
      resolve(text);
    };
    const timer = setTimeout(end, NAME_MS);
    body.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_READ) chunks.push(chunk);
      else body.destroy();
    });
    body.on('end', () => end(Buffer.concat(chunks).toString('utf8')));
    body.on('error', () => end());
    body.on('close', () => end());
  });
}

const namedSchema = z.object({ id: z.string().min(1).max(1000) });

function outcomeOf({ status, retryAfter, id }: Answer): SendOutcome {
  const code = `status-${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent', ...(id !== undefined && { id }) };
  if (GONE.has(status)) return { kind: 'gone', code };
  if (!RETRIED.has(status)) return { kind: 'refused', code };
  const seconds = Number(retryAfter);
  return { kind: 'later', code, ...(seconds > 0 && { afterMs: seconds * 1000 }) };
}

/** Undefined for ids that no path can hold. */
function placeOf({ serviceUrl, conversation, activityId }: Call): URL | undefined {
  try {
    const base = serviceUrl.replace(/\/$/, '');
    const activity = activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`;
    return new URL(`${base}/v3/conversations/${encodeURIComponent(conversation)}/activities${activity}`);
  } catch {
    return undefined;
  }
}

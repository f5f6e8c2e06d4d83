/** Sends activities to a channel's service. One attempt each: when to try again is for the caller to say. */
import { Agent } from 'undici';
import type { OutgoingActivity } from '../presentation/activity.ts';
import { addressing } from './addressing.ts';
import type { Reference } from './conversation-reference.ts';
import type { ServiceHosts } from './service-hosts.ts';

export type SendOutcome =
  | { kind: 'sent' }
  /** Worth another try, after the pause the service asked for, if any. */
  | { kind: 'later'; code: string; afterMs?: number }
  /** The conversation takes no messages from this bot. */
  | { kind: 'gone'; code: string }
  /** This activity will never be taken. */
  | { kind: 'refused'; code: string };

export interface Connector {
  /** Sends an activity as a new one, whatever id of its own it has. */
  post(reference: Reference, activity: OutgoingActivity): Promise<SendOutcome>;
  /** Puts an activity in the place of one sent before. */
  update(reference: Reference, activityId: string, activity: OutgoingActivity): Promise<SendOutcome>;
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

export function createConnector(options: ConnectorOptions): Connector {
  const { timeoutMs } = options;
  const agent = new Agent({
    connections: MAX_SOCKETS,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });

  async function send(request: Sending): Promise<SendOutcome> {
    const { reference, activityId } = request;
    const url = options.hosts.allows(reference.serviceUrl) ? placeOf(reference, activityId) : undefined;
    if (!url) return { kind: 'refused', code: 'address' };
    const id = request.method === 'PUT' ? activityId : undefined;
    const body = addressing(reference)(request.activity, id);
    const token = await options.accessToken().then(
      value => ({ value }),
      () => undefined,
    );
    if (!token) return { kind: 'later', code: 'no-token' };
    try {
      return outcomeOf(await call(agent, { method: request.method, url, body, token: token.value }));
    } catch {
      return { kind: 'later', code: 'no-answer' };
    }
  }

  return {
    post: (reference, activity) =>
      send({ method: 'POST', reference, activityId: reference.replyToId, activity }),
    update: (reference, activityId, activity) => send({ method: 'PUT', reference, activityId, activity }),
    close() {
      void agent.destroy();
    },
  };
}

interface Sending {
  readonly method: 'POST' | 'PUT';
  readonly reference: Reference;
  /** The activity answered, or the one replaced. */
  readonly activityId: string | undefined;
  readonly activity: OutgoingActivity;
}

interface Call {
  readonly method: 'POST' | 'PUT';
  readonly url: URL;
  readonly body: string;
  readonly token: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** Follows no redirect: the token is for the host that was asked. What the answer says is not read. */
async function call(agent: Agent, { method, url, body, token }: Call): Promise<Answer> {
  const {
    statusCode,
    headers,
    body: said,
  } = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body,
  });
  // Let go of, so that a service that never ends its answer keeps nobody waiting.
  said.dump({ limit: MOST_READ }).catch(() => undefined);
  const retryAfter = headers['retry-after'];
  return { status: statusCode, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined };
}

function outcomeOf({ status, retryAfter }: Answer): SendOutcome {
  const code = `status-${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (GONE.has(status)) return { kind: 'gone', code };
  if (!RETRIED.has(status)) return { kind: 'refused', code };
  const seconds = Number(retryAfter);
  return { kind: 'later', code, ...(seconds > 0 && { afterMs: seconds * 1000 }) };
}

/** Undefined for ids that no path can hold. */
function placeOf({ serviceUrl, conversation }: Reference, activityId: string | undefined): URL | undefined {
  try {
    const base = serviceUrl.replace(/\/$/, '');
    const activity = activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`;
    return new URL(`${base}/v3/conversations/${encodeURIComponent(conversation.id)}/activities${activity}`);
  } catch {
    return undefined;
  }
}

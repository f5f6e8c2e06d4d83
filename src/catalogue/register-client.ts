/**
 * Asks the register of services over the network: one request at a time, of one host alone. Redirects are refused, and
 * what the server asks to wait is waited.
 */
import type { Agent } from 'undici';

/** Why there is no answer. `later`: the register asks for more time than anybody waits. */
export type AskProblem = 'no-answer' | 'redirected' | 'refused' | 'too-large' | 'unreadable' | 'later';

export type Asked<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'failed'; readonly why: AskProblem };

export interface RegisterClient {
  /**
   * What is under a path below the address. `read` makes the answer of its bytes; where it cannot, the page had broken
   * off, and is asked for again.
   */
  ask<T>(path: string, read: (bytes: Uint8Array) => Promise<T | undefined>): Promise<Asked<T>>;
  close(): Promise<void>;
}

export interface RegisterClientOptions {
  /** `https://…/api/v11/`. */
  readonly address: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long a connection, its first word and a pause in it may take. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
/** A page of Helsinki's channels had 1.4 MB. */
const LARGEST_PAGE = 16_000_000;
const TRIES = 4;
const FIRST_PAUSE_MS = 1000;
/** What is asked to be waited longer than this is left for another time. */
const LONGEST_PAUSE_MS = 60_000;
const TRIED_AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

export function createRegisterClient(options: RegisterClientOptions): RegisterClient {
  const { timeoutMs = TIMEOUT_MS } = options;
  let agent: Promise<Agent> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(path, read) {
      agent ??= openAgent(timeoutMs);
      const opening = agent;
      const asking = last.then(async () =>
        askUntilAnswered({ ...options, agent: await opening }, path, read),
      );
      last = asking;
      return asking;
    },
    close: async () => (await agent)?.destroy(),
  };
}

/** The client is loaded with the first question: most servers are started without asking anything. */
async function openAgent(timeoutMs: number): Promise<Agent> {
  const { Agent } = (await import('undici')).default;
  return new Agent({
    connections: 1,
    pipelining: 1,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

interface Parts extends RegisterClientOptions {
  readonly agent: Agent;
}

/** What came of one attempt. `again`: worth another one, after so many milliseconds where the server said so. */
type Attempt<T> = Asked<T> | { readonly kind: 'again'; readonly why: AskProblem; readonly afterMs?: number };

async function askUntilAnswered<T>(
  parts: Parts,
  path: string,
  read: (bytes: Uint8Array) => Promise<T | undefined>,
): Promise<Asked<T>> {
  let why: AskProblem = 'no-answer';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const outcome = await attemptOnce(parts, path, read);
    if (outcome.kind !== 'again') return outcome;
    why = outcome.why;
    const pause = outcome.afterMs ?? FIRST_PAUSE_MS * 2 ** attempt;
    if (pause > LONGEST_PAUSE_MS) return { kind: 'failed', why: 'later' };
    if (attempt < TRIES - 1) await parts.sleep(pause);
  }
  return { kind: 'failed', why };
}

async function attemptOnce<T>(
  { agent, address, now }: Parts,
  path: string,
  read: (bytes: Uint8Array) => Promise<T | undefined>,
): Promise<Attempt<T>> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const { origin, pathname, search } = new URL(path, base);
  if (origin !== base.origin) return { kind: 'failed', why: 'refused' };
  try {
    const headers = { accept: 'application/json' };
    const answer = await agent.request({ origin, path: pathname + search, method: 'GET', headers });
    const { statusCode, body } = answer;
    if (statusCode !== 200) {
      await body.dump({ limit: 65_536 }).catch(() => undefined);
      return unwelcome(statusCode, retryAfterMs(answer.headers['retry-after'], now()));
    }
    const bytes = await bytesOf(body);
    if (!bytes) return { kind: 'failed', why: 'too-large' };
    const made = await read(bytes);
    return made === undefined ? { kind: 'again', why: 'unreadable' } : { kind: 'answered', answer: made };
  } catch {
    return { kind: 'again', why: 'no-answer' };
  }
}

function unwelcome(status: number, afterMs: number | undefined): Attempt<never> {
  if (status >= 300 && status < 400) return { kind: 'failed', why: 'redirected' };
  if (!TRIED_AGAIN.has(status)) return { kind: 'failed', why: 'refused' };
  return { kind: 'again', why: 'no-answer', ...(afterMs !== undefined && { afterMs }) };
}

/** Undefined when there are too many. */
async function bytesOf(body: AsyncIterable<unknown>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) return undefined;
    size += chunk.length;
    if (size > LARGEST_PAGE) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** What a server asks for by `Retry-After`, in milliseconds: seconds, or a day and time. Undefined when it is neither. */
function retryAfterMs(value: string | readonly string[] | undefined, now: number): number | undefined {
  const text = typeof value === 'string' ? value.trim() : value?.[0]?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0);
}

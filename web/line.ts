import { type Activity, type ActivitySet, parseActivitySet, textField } from './activity.ts';
import { type Grant, Refused, refusalIn } from './grant.ts';

/** The server's side of one conversation over HTTP, with the reader's place in it. */
export interface Line {
  /** Starts the conversation or comes back to it; gives the address of its socket. */
  readonly arrive: () => Promise<string>;
  /** What has been said since the last time. */
  readonly read: () => Promise<ActivitySet>;
  /** Gives the id that the server gave the activity. */
  readonly send: (activity: Activity) => Promise<string>;
  /** The next arrival goes on after this mark. */
  readonly moveTo: (watermark: string | undefined) => void;
}

export interface LineOptions {
  /** `https://host[:port]` of the page. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly requestGrant: () => Promise<Grant>;
}

const ANSWER_WITHIN_MS = 20_000;

/** All calls throw Refused with the server's status, or another error when no answer came. */
export function createLine(options: LineOptions): Line {
  const call = createCaller(options);
  let conversation: string | undefined;
  let watermark = '';

  const after = () => `?watermark=${encodeURIComponent(watermark)}`;

  /** The first arrival after a grant that began the conversation has its socket already. */
  const streamOf = async ({ id, request, takeStream }: Call): Promise<string | undefined> => {
    const begun = takeStream();
    if (begun !== undefined) return begun;
    const answer = await (id === conversation
      ? request('GET', `/conversations/${id}${after()}`)
      : request('POST', '/conversations', {}));
    return textField(answer, 'streamUrl');
  };

  return {
    arrive: () =>
      call(async one => {
        const streamUrl = await streamOf(one);
        if (one.id !== conversation) watermark = '';
        conversation = one.id;
        return socketUrl(options.origin, streamUrl);
      }),
    read: () =>
      call(async ({ id, request }) =>
        parseActivitySet(await request('GET', `/conversations/${id}/activities${after()}`)),
      ),
    send: activity =>
      call(async ({ id, request }) => {
        const answer = await request('POST', `/conversations/${id}/activities`, activity);
        return textField(answer, 'id') ?? '';
      }),
    moveTo: mark => {
      watermark = mark ?? watermark;
    },
  };
}

type Request = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>;

/** What a call is made with. */
interface Call {
  /** The conversation's, ready for a path. */
  readonly id: string;
  readonly request: Request;
  /** The address that came with the grant, once. */
  readonly takeStream: () => string | undefined;
}

/** Runs calls under one grant, and lets go of a grant that the server no longer honours. */
function createCaller(options: LineOptions) {
  let held: Promise<Grant> | undefined;
  let streamTakenOf: Grant | undefined;

  const hold = () => {
    const asked = options.requestGrant();
    asked.catch(() => {
      held = undefined;
    });
    return asked;
  };
  const takeStream = (grant: Grant) => {
    if (streamTakenOf === grant) return undefined;
    streamTakenOf = grant;
    return grant.streamUrl;
  };

  return async <T>(run: (call: Call) => Promise<T>): Promise<T> => {
    held ??= hold();
    const used = held;
    const grant = await used;
    const call: Call = {
      id: encodeURIComponent(grant.conversationId),
      request: requestUnder(grant, options),
      takeStream: () => takeStream(grant),
    };
    try {
      return await run(call);
    } catch (problem) {
      if (isDenied(problem) && held === used) held = undefined;
      throw problem;
    }
  };
}

function requestUnder({ token }: Grant, { origin, fetch }: LineOptions): Request {
  return async (method, path, body) => {
    const response = await fetch(`${origin}/v3/directline${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...timeLimit(),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await refusalIn(response);
    return response.json();
  };
}

/** Ends a call that gets no answer. Browsers of before 2022 have no such signal, and wait as long as the network does. */
export function timeLimit(): RequestInit {
  return 'timeout' in AbortSignal ? { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) } : {};
}

/** Run out (401, 403), or its conversation is no longer kept (404). */
function isDenied(problem: unknown): boolean {
  return problem instanceof Refused && [401, 403, 404].includes(problem.status);
}

/** On the page's own host, whatever address the server believes it has: no other is allowed from here. */
function socketUrl(origin: string, streamUrl: string | undefined): string {
  const given = new URL(streamUrl ?? '/', origin);
  const url = new URL(given.pathname + given.search, origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

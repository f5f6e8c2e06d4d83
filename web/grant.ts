import { field, textField } from './activity.ts';

/** Leave to take part in one conversation for a while. */
export interface Grant {
  readonly token: string;
  readonly conversationId: string;
  /** The socket of a conversation that was begun together with the grant: good once, within a minute. */
  readonly streamUrl?: string;
}

/** What lets this browser come back to its conversation. */
export interface Resumption {
  readonly resume: () => string | undefined;
  /** What would lead back to a conversation that was left for good: told to the server, which then lets nobody back. */
  readonly left: () => string | undefined;
  readonly hold: (resume: string) => void;
}

export interface GrantOptions {
  readonly fetch: typeof fetch;
  readonly visit: Resumption;
  readonly locale: () => string;
}

/** The server said no: why as an HTTP status, and its own word for it (`BadOrigin`) where that is asked for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string | undefined;

  constructor(status: number, code?: string) {
    super(`The server answered ${status}`);
    this.status = status;
    this.code = code;
  }
}

/** The refusal in an answer. What a proxy in between answers has no word of ours in it. */
export async function refusalIn(response: Response): Promise<Refused> {
  const body: unknown = await response.json().catch(() => undefined);
  return new Refused(response.status, textField(field(body, 'error'), 'code'));
}

/**
 * Asks the server for leave to chat: to go on with the conversation this browser can come back to, or to begin one.
 * Throws Refused, or TypeError when there is no connection.
 */
export async function requestGrant({ fetch, visit, locale }: GrantOptions): Promise<Grant> {
  const resume = visit.resume();
  const response = await fetch('/api/chat/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale: locale(), resume, leave: visit.left() }),
  });
  return readGrant(response, visit);
}

/** Begins the conversation that the page carries an invitation to, in one call. Throws as requestGrant does. */
export async function acceptInvitation(
  token: string,
  { fetch, visit, locale }: GrantOptions,
): Promise<Grant> {
  const response = await fetch('/v3/directline/conversations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ locale: locale(), leave: visit.left() }),
  });
  return readGrant(response, visit);
}

async function readGrant(response: Response, visit: Resumption): Promise<Grant> {
  if (!response.ok) throw await refusalIn(response);
  const body: unknown = await response.json();
  const token = textField(body, 'token');
  const conversationId = textField(body, 'conversationId');
  const streamUrl = textField(body, 'streamUrl');
  const resume = textField(body, 'resume');
  if (!token || !conversationId) throw new Refused(response.status);
  if (resume) visit.hold(resume);
  return { token, conversationId, ...(streamUrl && { streamUrl }) };
}

/** Uses the page's invitation first; one that has run out, or was used up before, gives way to asking. */
export function createGrantRequest(
  invitation: string | undefined,
  options: GrantOptions,
): () => Promise<Grant> {
  let unused = invitation;
  return async () => {
    if (unused === undefined || options.visit.resume() !== undefined) return requestGrant(options);
    try {
      return await acceptInvitation(unused, options);
    } catch (problem) {
      if (problem instanceof Refused && [401, 403].includes(problem.status)) unused = undefined;
      throw problem;
    }
  };
}

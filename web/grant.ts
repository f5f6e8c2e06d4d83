import { textField } from './activity.ts';
import type { Memory } from './memory.ts';

/** Leave to take part in one conversation for a while. */
export interface Grant {
  readonly token: string;
  readonly conversationId: string;
}

export interface GrantOptions {
  readonly fetch: typeof fetch;
  readonly memory: Memory;
  readonly locale: () => string;
}

/** The server said no, and why as an HTTP status. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(status: number) {
    super(`The server answered ${status}`);
    this.status = status;
  }
}

/**
 * Asks the server for leave to chat. What it hands out for resuming is kept in this browser, so that a reload and
 * a second tab go on with the same conversation. Throws Refused, or TypeError when there is no connection.
 */
export async function requestGrant({ fetch, memory, locale }: GrantOptions): Promise<Grant> {
  const response = await fetch('/api/chat/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale: locale(), resume: memory.read('resume') }),
  });
  if (!response.ok) throw new Refused(response.status);
  const body: unknown = await response.json();
  const token = textField(body, 'token');
  const conversationId = textField(body, 'conversationId');
  const resume = textField(body, 'resume');
  if (!token || !conversationId) throw new Refused(response.status);
  if (resume) memory.write('resume', resume);
  return { token, conversationId };
}

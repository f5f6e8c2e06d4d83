import type { ServerResponse } from 'node:http';
import { Refusal, refusalResponse } from '../directline/refusal.ts';
import { StoreUnavailable } from '../store/port.ts';
import { sendJson, sendProblem } from './send.ts';

/** Answers what a call outside the channel threw: a refusal with its reason, all else as a failure of ours. */
export function answerError(
  response: ServerResponse,
  error: unknown,
  onFailure: (error: unknown) => void,
): void {
  if (response.headersSent) return;
  if (error instanceof Refusal) {
    // Its body was not read, and is not going to be.
    if (error.refused.code === 'TooManyRequests') response.setHeader('Connection', 'close');
    sendJson(response, refusalResponse(error.refused));
    return;
  }
  if (error instanceof StoreUnavailable) {
    sendJson(response, refusalResponse({ code: 'Unavailable', retryAfter: 2 }));
    return;
  }
  onFailure(error);
  sendProblem(response, 500, 'InternalError');
}

import type { ServerResponse } from 'node:http';
import { JsonText } from '../presentation/json-text.ts';

/** Sends a value as JSON. */
export function sendJson(
  response: ServerResponse,
  { status, body, headers }: { status: number; body?: unknown; headers?: Readonly<Record<string, string>> },
): void {
  const written = body instanceof JsonText;
  const text = written ? body.text : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text && { 'Content-Type': 'application/json; charset=utf-8' }),
    'Content-Length': written ? text.length : Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(text, written ? 'latin1' : 'utf8');
}

/** An error as callers see it: a code, never a library's words. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  code: string,
  reference?: string,
): void {
  sendJson(response, { status, body: problemBody(code, reference) });
}

/** The same as JSON text, for who sends it himself. */
export function problemText(code: string, reference?: string): string {
  return JSON.stringify(problemBody(code, reference));
}

function problemBody(code: string, reference: string | undefined) {
  return { error: { code, message: reference ? `${code} (${reference})` : code } };
}

import type { ServerResponse } from 'node:http';
import { JsonText } from '../presentation/json-text.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, { status, body, headers }: JsonAnswer): void {
  const text = textOf(body);
  response.writeHead(status, {
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(text && { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(text);
}

function textOf(body: unknown): string {
  if (body instanceof JsonText) return body.text;
  return body === undefined ? '' : JSON.stringify(body);
}

/** An error as callers see it: a code, never a library's words. */
export function problem(status: number, code: string, reference?: string): JsonAnswer {
  return { status, body: problemBody(code, reference) };
}

/** Answers with an error of this status and code. */
export function sendProblem(response: ServerResponse, status: number, code: string): void {
  sendJson(response, problem(status, code));
}

/** The same as JSON text, for who sends it himself. */
export function problemText(code: string, reference?: string): string {
  return JSON.stringify(problemBody(code, reference));
}

function problemBody(code: string, reference: string | undefined) {
  return { error: { code, message: reference ? `${code} (${reference})` : code } };
}

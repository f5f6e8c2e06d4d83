/** HTTP without a framework: what a route is given and what it gives back. No cache may keep an answer. */

export interface PlainRequest {
  /** The path's parameters, decoded. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Names in lower case, as node:http gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Parsed JSON, or undefined when there was none. */
  readonly body: unknown;
  /** The caller's IP address, as far as the server trusts its proxies. */
  readonly address: string;
}

export interface PlainResponse {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Handler = (request: PlainRequest) => Promise<PlainResponse>;

export interface Route {
  readonly method: Method;
  /** As in `/v3/directline/conversations/:id`; a parameter matches one segment. */
  readonly path: string;
  /** Bytes of the largest body taken, where it is not the usual one. */
  readonly largestBody?: number;
  readonly handle: Handler;
}

/** A JSON answer. */
export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PlainResponse {
  return { status, body, headers };
}

/** The one value of a header, or undefined when it is missing or was sent twice. */
export function headerOf(headers: PlainRequest['headers'], name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

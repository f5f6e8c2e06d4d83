import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as z from 'zod';
import type { Served } from './serve.ts';

const activitySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  timestamp: z.string(),
  text: z.string().optional(),
  from: z.looseObject({ id: z.string(), role: z.string() }),
});
export type ShownActivity = z.infer<typeof activitySchema>;
const setSchema = z.object({ activities: z.array(activitySchema), watermark: z.string().optional() });

export interface Call {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** One HTTP call; the answer's body is read as JSON. */
export async function call(
  { url }: Pick<Served, 'url'>,
  path: string,
  { method = 'POST', ...rest }: Call = {},
) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(rest.token === undefined ? {} : { authorization: `Bearer ${rest.token}` }),
      ...rest.headers,
    },
    ...(rest.body === undefined ? {} : { body: JSON.stringify(rest.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text || 'null') };
}

const pageSchema = z.object({
  token: z.string(),
  conversationId: z.string(),
  userId: z.string(),
  expiresIn: z.number(),
  resume: z.string(),
});
const connectionSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  streamUrl: z.string(),
});

type Page = z.infer<typeof pageSchema>;

/** A page that has been given its token. */
export async function openPage(served: Served, asked: { locale?: string; resume?: string } = {}) {
  const { body } = await call(served, '/api/chat/token', { body: asked });
  return pageOn(served, pageSchema.parse(body));
}

function pageOn(served: Served, page: Page) {
  const path = `/v3/directline/conversations/${page.conversationId}`;
  const { token } = page;
  const post = (body: unknown) => call(served, `${path}/activities`, { token, body });
  const get = (end: string, watermark: string) => {
    const query = watermark === '' ? '' : `?watermark=${watermark}`;
    return call(served, `${path}${end}${query}`, { method: 'GET', token });
  };
  return {
    ...page,
    path,
    post,
    /** The same page, its token and all, on another server. */
    at: (other: Served) => pageOn(other, page),
    start: async () => {
      const { status, body } = await call(served, '/v3/directline/conversations', { token, body: {} });
      return { status, ...connectionSchema.parse(body) };
    },
    comeBack: async (watermark = '') => connectionSchema.parse((await get('', watermark)).body),
    say: (text: string, clientActivityID?: string) =>
      post({ type: 'message', text, channelData: { clientActivityID } }),
    poll: async (watermark = '') => setSchema.parse((await get('/activities', watermark)).body),
  };
}

/** A reader on the socket, with everything that has come so far. */
export function openSocket(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers });
  const seen: ShownActivity[] = [];
  const frames: string[] = [];
  const state = { watermark: '', pings: 0 };
  socket.on('ping', () => {
    state.pings += 1;
  });
  socket.on('message', data => {
    frames.push(String(data));
    if (String(data) === '') return;
    const set = setSchema.parse(JSON.parse(String(data)));
    seen.push(...set.activities);
    state.watermark = set.watermark ?? state.watermark;
  });
  const closed = new Promise<number>(resolve => socket.on('close', code => resolve(code)));
  const refused = new Promise<{ status: number; headers: [string, string][]; body: string }>(resolve => {
    socket.on('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.entries(response.headersDistinct).map(([name, values]) => [name, String(values)]),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
  });
  socket.on('error', () => {});
  onTestFinished(() => socket.terminate());
  return {
    socket,
    seen,
    frames,
    state,
    closed,
    refused,
    texts: () => seen.map(({ text, name }) => text ?? name),
  };
}

/** The address of a conversation's stream: written for the client, read when it comes back with it. */
import { Refusal } from './refusal.ts';
import { watermarkOf } from './watermark.ts';

export interface StreamAddress {
  readonly conversation: string;
  readonly token: string;
  /** Goes along in the address, since clients add nothing to it. */
  readonly watermark: string | undefined;
}

export interface ServerAddress {
  /** Absolute address of this server; undefined takes the host the client called. */
  readonly publicUrl: string | undefined;
  readonly host: unknown;
}

/** The socket's absolute address, as browsers want it. Throws a Refusal when there is no usable host. */
export function streamUrl(
  { publicUrl, host }: ServerAddress,
  { conversation, token, watermark }: StreamAddress,
): string {
  const url = new URL(`${publicUrl ?? hostUrl(host)}/v3/directline/conversations/${conversation}/stream`);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (watermark !== undefined) url.searchParams.set('watermark', watermark);
  url.searchParams.set('t', token);
  return url.href;
}

const PATH = /^\/v3\/directline\/conversations\/([\w.~-]{1,128})\/stream$/;

/** What an upgrade asks for. Throws a Refusal when its address is none of ours or bears no token. */
export function parseStreamUrl(url: string | undefined): StreamAddress {
  const [path = '', query = ''] = (url ?? '').split('?');
  const conversation = PATH.exec(path)?.[1];
  if (!conversation) throw new Refusal('NotFound');
  const params = new URLSearchParams(query);
  const token = params.get('t');
  if (!token) throw new Refusal('MissingToken');
  return { conversation, token, watermark: watermarkOf(params.get('watermark')) };
}

const HOST = /^([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i;

function hostUrl(host: unknown): string {
  if (typeof host !== 'string' || !HOST.test(host)) throw new Refusal('BadArgument');
  return `http://${host}`;
}

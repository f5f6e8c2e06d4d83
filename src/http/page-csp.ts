/** Web Chat injects one empty style element that no nonce reaches: this is the hash of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

interface CspOptions {
  /** Fresh for every answer, base64. */
  readonly nonce: string;
  /** The Host the page was asked from: older browsers do not count a WebSocket there as 'self'. */
  readonly host: string | undefined;
  /** The origin that the pictures in the chat come from: `localhost` on a page opened at 127.0.0.1. */
  readonly pictures: string;
  /** Origins whose pages may hold this one in a frame; none: nobody may. */
  readonly frameAncestors: readonly string[];
}

/** The Content-Security-Policy of the chat page: nothing inline, nothing evaluated, nothing from elsewhere. */
export function pageCsp({ nonce, host, pictures, frameAncestors }: CspOptions): string {
  const self = `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${self}`,
    `style-src ${self} ${EMPTY_STYLE}`,
    `img-src 'self' data: blob:${new URL(pictures).host === host ? '' : ` ${pictures}`}`,
    `connect-src 'self' blob:${sockets(host)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ');
}

/** The Host header is the client's own words: anything but a plain host and port stays out of the policy. */
function sockets(host: string | undefined): string {
  return host && /^[a-z0-9.-]+(:\d{1,5})?$/i.test(host) ? ` ws://${host} wss://${host}` : '';
}

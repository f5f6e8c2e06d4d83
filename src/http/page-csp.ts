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
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    `img-src 'self' data:${new URL(pictures).host === host ? '' : ` ${pictures}`}`,
    `connect-src 'self'${sockets(host)}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ');
}

/** The Host header is the client's own words: anything but a plain host and port stays out of the policy. */
function sockets(host: string | undefined): string {
  return host && /^[a-z0-9.-]+(:\d{1,5})?$/i.test(host) ? ` ws://${host} wss://${host}` : '';
}

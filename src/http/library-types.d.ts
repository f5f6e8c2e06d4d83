/** What this room uses of two libraries that come without types. */

declare module 'negotiator' {
  import type { IncomingHttpHeaders } from 'node:http';

  /** Reads the Accept headers of a request. */
  export default class Negotiator {
    constructor(request: { readonly headers: IncomingHttpHeaders });
    /** The acceptable ones of those available, best first; at an equal quality `preferred` decides. */
    encodings(available: string[], preferred?: string[]): string[];
    mediaType(available: string[]): string | undefined;
    language(available: string[]): string | undefined;
  }
}

declare module 'send' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface SendOptions {
    readonly root: string;
    readonly index: false;
    readonly acceptRanges: boolean;
    readonly cacheControl: boolean;
    readonly dotfiles: 'ignore';
  }

  interface SendStream {
    on(event: 'error', listener: (error: { readonly status: number }) => void): SendStream;
    on(event: 'directory', listener: () => void): SendStream;
    pipe(response: ServerResponse): void;
  }

  /** Sends a file below `root`, answering conditional requests. `path` is percent-encoded. */
  export default function send(request: IncomingMessage, path: string, options: SendOptions): SendStream;
}

/** Who may call: checks the origin of the page, the token, and that the token belongs to the conversation asked for. */
import { headerOf, type PlainRequest } from './plain-http.ts';
import { Refusal } from './refusal.ts';
import type { Revocations } from './revocations.ts';
import type { Holder, Opened, StreamClaims, Tokens } from './tokens.ts';

export interface AuthGuard {
  /** The page's origin, or undefined outside a browser. Throws a Refusal for a foreign one. */
  origin(headers: PlainRequest['headers']): string | undefined;
  /** Whom the bearer token speaks for, for reading. Throws a Refusal unless it fits the path's conversation and the origin. */
  admit(request: PlainRequest): Holder;
  /** As `admit`, for what does more than read: refuses also where the conversation's tokens were revoked. Throws StoreUnavailable. */
  admitFully(request: PlainRequest): Promise<Holder>;
  /** Whom the invitation of a page speaks for; undefined when the bearer token is none. Throws a Refusal. */
  invited(request: Pick<PlainRequest, 'headers'>): Holder | undefined;
  /** The same for a socket, whose token comes in its address. */
  admitStream(wanted: StreamWanted): StreamClaims;
}

export interface StreamWanted {
  readonly headers: PlainRequest['headers'];
  readonly token: string;
  readonly conversation: string;
}

export interface AuthGuardOptions {
  readonly tokens: Tokens;
  readonly revocations: Pick<Revocations, 'find'>;
  readonly allowedOrigins: (origin: string) => boolean;
}

export function createAuthGuard({ tokens, revocations, allowedOrigins }: AuthGuardOptions): AuthGuard {
  const origin = (headers: PlainRequest['headers']) => {
    const given = headers.origin;
    if (given === undefined) return undefined;
    if (typeof given !== 'string' || !allowedOrigins(given)) throw new Refusal('BadOrigin');
    return given;
  };
  const admit: AuthGuard['admit'] = ({ headers, params }) => {
    const from = origin(headers);
    const holder = validOnly(tokens.openChat(bearerOf(headers)));
    return fitting(holder, { from, conversation: params.id });
  };
  return {
    origin,
    admit,
    admitFully: async request => {
      const holder = admit(request);
      if (await revocations.find(holder.conversation)) throw new Refusal('TokenExpired');
      return holder;
    },
    invited: ({ headers }) => {
      const from = origin(headers);
      const opened = tokens.openInvite(bearerOf(headers));
      if (opened.kind === 'forged') return undefined;
      const holder = validOnly(opened);
      return from === undefined ? holder : { ...holder, origin: from };
    },
    admitStream: ({ headers, token, conversation }) => {
      const from = origin(headers);
      return fitting(validOnly(tokens.openStream(token)), { from, conversation });
    },
  };
}

/** The token of an `Authorization: Bearer …` header. Throws a Refusal without one. */
export function bearerOf(headers: PlainRequest['headers']): string {
  const token = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1];
  if (!token) throw new Refusal('MissingToken');
  return token;
}

function validOnly<T>(opened: Opened<T>): T {
  if (opened.kind === 'valid') return opened.claims;
  throw new Refusal(opened.kind === 'expired' ? 'TokenExpired' : 'BadToken');
}

/** A path without a conversation (`undefined`) asks for none in particular. */
function fitting<T extends Holder>(
  holder: T,
  wanted: { from: string | undefined; conversation: unknown },
): T {
  const { from, conversation } = wanted;
  if (conversation !== undefined && conversation !== holder.conversation) {
    throw new Refusal('BadConversation');
  }
  if (from !== undefined && holder.origin !== undefined && from !== holder.origin) {
    throw new Refusal('BadOrigin');
  }
  return holder;
}

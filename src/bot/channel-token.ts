/** The token a Bot Framework channel sends with each activity: taken apart and checked, short of its signature. */
import { z } from 'zod';

const ISSUER = 'https://api.botframework.com';
/** How far two clocks may be apart. */
const SKEW_MS = 5 * 60_000;
const MAX_LENGTH = 8192;
const SHAPE = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i;

const headerSchema = z.object({
  /** One algorithm, so that no token can choose how it is checked. */
  alg: z.literal('RS256'),
  kid: z.string().min(1).max(200),
  typ: z.literal('JWT').optional(),
  crit: z.undefined().optional(),
});

const claimsSchema = z.object({
  iss: z.literal(ISSUER),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
});

export interface ChannelToken {
  readonly keyId: string;
  /** Epoch milliseconds from which the token is worth nothing, clock skew included. */
  readonly until: number;
  readonly signed: string;
  readonly signature: Buffer;
}

export type TokenProblem =
  | 'missing'
  | 'malformed'
  | 'header'
  | 'claims'
  | 'audience'
  | 'time'
  | 'service-url';

export type ReadToken = { kind: 'read'; token: ChannelToken } | { kind: 'refused'; reason: TokenProblem };

/** Says no as early and as cheaply as it can; `read` means all but the signature is right. */
export function readChannelToken(
  authorization: string | undefined,
  expected: { audience: string; serviceUrl: string; now: number },
): ReadToken {
  if (!authorization) return refused('missing');
  const parts = authorization.length <= MAX_LENGTH ? SHAPE.exec(authorization) : null;
  const [, head, body, tail] = parts ?? [];
  if (!head || !body || !tail) return refused('malformed');
  const header = headerSchema.safeParse(decode(head));
  if (!header.success) return refused('header');
  const claims = claimsSchema.safeParse(decode(body));
  if (!claims.success) return refused('claims');
  const reason = mismatch(claims.data, expected);
  if (reason) return refused(reason);
  const token = {
    keyId: header.data.kid,
    until: claims.data.exp * 1000 + SKEW_MS,
    signed: `${head}.${body}`,
    signature: Buffer.from(tail, 'base64url'),
  };
  return { kind: 'read', token };
}

function mismatch(
  claims: z.infer<typeof claimsSchema>,
  expected: { audience: string; serviceUrl: string; now: number },
): TokenProblem | undefined {
  if (claims.aud !== expected.audience) return 'audience';
  if (claims.exp * 1000 + SKEW_MS <= expected.now) return 'time';
  if (claims.nbf !== undefined && claims.nbf * 1000 - SKEW_MS > expected.now) return 'time';
  return claims.serviceurl === expected.serviceUrl ? undefined : 'service-url';
}

function refused(reason: TokenProblem): ReadToken {
  return { kind: 'refused', reason };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

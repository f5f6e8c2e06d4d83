/** The token a Bot Framework channel sends with each activity. */
import { decodeJwt, decodeProtectedHeader, errors, type JWK, jwtVerify } from 'jose';
import * as z from 'zod';

const ISSUER = 'https://api.botframework.com';
/** One algorithm, so that no token can choose how it is checked. */
const ALGORITHM = 'RS256';
/** How far two clocks may be apart, in seconds. */
const SKEW = 5 * 60;
const MAX_LENGTH = 8192;
const SHAPE = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

const headerSchema = z.object({
  alg: z.literal(ALGORITHM),
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
  readonly jwt: string;
  readonly keyId: string;
  /** Where replies are to go, as the channel says. */
  readonly serviceUrl: string;
  /** Epoch milliseconds from which the token is worth nothing, clock skew included. */
  readonly until: number;
}

export type TokenProblem = 'missing' | 'malformed' | 'header' | 'claims' | 'audience' | 'time' | 'signature';

export type ReadToken =
  | { kind: 'read'; token: ChannelToken }
  | { kind: 'refused'; reason: 'missing' | 'malformed' | 'header' | 'claims' };

/** Says no as early and as cheaply as it can; nothing of it is proved before `verifyChannelToken` has agreed. */
export function readChannelToken(authorization: string | undefined): ReadToken {
  if (!authorization) return { kind: 'refused', reason: 'missing' };
  const jwt = authorization.length <= MAX_LENGTH ? SHAPE.exec(authorization)?.[1] : undefined;
  if (!jwt) return { kind: 'refused', reason: 'malformed' };
  const header = headerSchema.safeParse(attempt(() => decodeProtectedHeader(jwt)));
  if (!header.success) return { kind: 'refused', reason: 'header' };
  const claims = claimsSchema.safeParse(attempt(() => decodeJwt(jwt)));
  if (!claims.success) return { kind: 'refused', reason: 'claims' };
  const { serviceurl: serviceUrl, exp } = claims.data;
  return { kind: 'read', token: { jwt, keyId: header.data.kid, serviceUrl, until: (exp + SKEW) * 1000 } };
}

/** What is wrong with the token, or undefined when it was signed with the key for this audience and is of today. */
export async function verifyChannelToken(
  { jwt }: ChannelToken,
  key: JWK,
  expected: { audience: string; now: number },
): Promise<TokenProblem | undefined> {
  try {
    const { audience, now } = expected;
    const clock = { clockTolerance: SKEW, currentDate: new Date(now) };
    await jwtVerify(jwt, key, { algorithms: [ALGORITHM], issuer: ISSUER, audience, ...clock });
    return undefined;
  } catch (error) {
    const isOfClaim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
    return isOfClaim ? (OF_CLAIM[error.claim] ?? 'claims') : 'signature';
  }
}

const OF_CLAIM: Readonly<Record<string, TokenProblem>> = { aud: 'audience', exp: 'time', nbf: 'time' };

function attempt(decode: () => unknown): unknown {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

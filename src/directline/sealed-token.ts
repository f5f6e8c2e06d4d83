/** Tokens anyone may read and only we can write: a JWT with HMAC-SHA256 and nothing else. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** The whole first part is fixed: a token with any other header is refused before anything in it is read. */
const HEADER = encode({ alg: 'HS256', typ: 'JWT' });
const MAX_LENGTH = 2048;

export interface Sealer {
  seal(payload: object): string;
  /** The payload, or undefined when the token was not written by us. Says nothing of its expiry. */
  open(token: string): unknown;
}

export function createSealer(secret: string): Sealer {
  const key = createSecretKey(secret, 'utf8');
  const sign = (data: string) => createHmac('sha256', key).update(data).digest();
  return {
    seal: payload => {
      const body = `${HEADER}.${encode(payload)}`;
      return `${body}.${sign(body).toString('base64url')}`;
    },
    open: token => {
      const [header, payload, signature, ...more] = token.length > MAX_LENGTH ? [] : token.split('.');
      if (header !== HEADER || !payload || !signature || more.length > 0) return undefined;
      return same(signature, sign(`${header}.${payload}`)) ? decode(payload) : undefined;
    },
  };
}

/** Compares two secrets without telling by the time it takes how much of them agrees. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Compared as text, since several base64 spellings decode to the same bytes. */
function same(signature: string, expected: Buffer): boolean {
  const given = Buffer.from(signature);
  const wanted = Buffer.from(expected.toString('base64url'));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Tokens anyone may read and only we can write: a JWT with HMAC-SHA256 and nothing else. */
import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';

/** The secrets of this moment: the first one signs, every one opens. */
export type Secrets = () => readonly [present: string, ...others: string[]];

const MAX_LENGTH = 2048;
const KIND = { alg: 'HS256', typ: 'JWT' };
/** The header of tokens written before keys had names (`kid`): each secret is tried on them until the last has expired. */
const UNNAMED = encode(KIND);

export interface Sealer {
  seal(payload: object): string;
  /** The payload, or undefined when the token was not written by us. Says nothing of its expiry. */
  open(token: string): unknown;
}

interface Key {
  /** The whole first part: a token with any other one is refused before anything in it is read. */
  readonly header: string;
  readonly key: KeyObject;
}

/** A token names its key, so that the secret can be changed while tokens of the one before still open. */
export function createSealer(secrets: Secrets): Sealer {
  const keys = new Map<string, Key>();
  const keyOf = (secret: string): Key => {
    const known = keys.get(secret) ?? newKey(secret);
    keys.set(secret, known);
    return known;
  };
  return {
    seal: payload => {
      const { header, key } = keyOf(secrets()[0]);
      const body = `${header}.${encode(payload)}`;
      return `${body}.${sign(key, body).toString('base64url')}`;
    },
    open: token => {
      const [header, payload, signature, ...more] = token.length > MAX_LENGTH ? [] : token.split('.');
      if (!header || !payload || !signature || more.length > 0) return undefined;
      const current = secrets().map(keyOf);
      const fitting = header === UNNAMED ? current : current.filter(one => one.header === header);
      const body = `${header}.${payload}`;
      return fitting.some(({ key }) => same(signature, sign(key, body))) ? decode(payload) : undefined;
    },
  };
}

/** Compares two secrets without telling by the time it takes how much of them agrees. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** The name (`kid`) is made of the secret, so that all processes use the same; it tells no more of it than a signature does. */
function newKey(secret: string): Key {
  const kid = hash('sha256', `key id ${secret}`, 'base64url').slice(0, 8);
  return { header: encode({ ...KIND, kid }), key: createSecretKey(secret, 'utf8') };
}

function sign(key: KeyObject, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
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

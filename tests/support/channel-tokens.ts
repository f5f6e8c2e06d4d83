/**
 * A Bot Framework of our own: signs channel tokens with real RSA keys and hands out the documents that name them,
 * so that the guard is tested on what it meets outside.
 */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export const APP_ID = '00000000-0000-4000-8000-00000000b070';
export const ISSUER = 'https://api.botframework.com';
export const KEYS_URL = 'https://login.botframework.com/v1/.well-known/keys';

export interface TokenOptions {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with this key instead of the issuer's. */
  readonly key?: KeyObject;
  /** Hash of the signature, when it should not fit the header. */
  readonly hash?: 'RSA-SHA256' | 'RSA-SHA384';
}

export interface ChannelIssuer {
  readonly keyId: string;
  readonly publicPem: string;
  /** The header of a request: `Bearer` and a token. Claims and header fields set to undefined are left out. */
  authorization(options?: TokenOptions): string;
  /** The same, signed the symmetric way with any bytes as the secret. */
  symmetric(secret: string, options?: TokenOptions): string;
  /** Answers for the two documents with the keys, as the network would. */
  fetchJson(url: string): Promise<unknown>;
  /** How many times the key document was asked for. */
  fetched(): number;
  /** Keys as the document lists them; change them to rotate. */
  readonly keySet: Record<string, unknown>[];
}

export interface IssuerOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly serviceUrl: string;
  readonly endorsements?: readonly string[];
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A key the issuer knows nothing of. */
export const foreignKey: KeyObject = foreign.privateKey;

export function createChannelIssuer({ now, serviceUrl, endorsements }: IssuerOptions): ChannelIssuer {
  const keyId = 'issuer-key-1';
  const keySet = [jwk(pair.publicKey, keyId, endorsements ?? ['msteams', 'webchat', 'directline', 'sms'])];
  let asked = 0;

  function parts({ header, claims }: TokenOptions): string {
    const seconds = Math.floor(now() / 1000);
    const payload = {
      serviceurl: serviceUrl,
      nbf: seconds - 60,
      exp: seconds + 3600,
      iss: ISSUER,
      aud: APP_ID,
      ...claims,
    };
    return `${encode({ alg: 'RS256', kid: keyId, typ: 'JWT', ...header })}.${encode(payload)}`;
  }

  return {
    keyId,
    publicPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    keySet,
    authorization(options = {}) {
      const signed = parts(options);
      const signature = sign(
        options.hash ?? 'RSA-SHA256',
        Buffer.from(signed),
        options.key ?? pair.privateKey,
      );
      return `Bearer ${signed}.${signature.toString('base64url')}`;
    },
    symmetric(secret, options = {}) {
      const signed = parts({ ...options, header: { alg: 'HS256', ...options.header } });
      return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    },
    async fetchJson(url) {
      if (url.endsWith('/openidconfiguration')) return { issuer: ISSUER, jwks_uri: KEYS_URL };
      asked += 1;
      return { keys: keySet };
    },
    fetched: () => asked,
  };
}

/** A public key as the key document lists it. */
export function jwk(key: KeyObject, kid: string, endorsements: readonly string[] | undefined) {
  const { kty, n, e } = key.export({ format: 'jwk' });
  return { kty, n, e, use: 'sig', kid, x5t: kid, ...(endorsements && { endorsements }) };
}

export function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

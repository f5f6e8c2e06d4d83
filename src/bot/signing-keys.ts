/** The keys Bot Framework signs its tokens with, kept ready for use and fetched anew seldom. */
import type { JWK } from 'jose';
import * as z from 'zod';
import type { BotLog } from './bot-log.ts';

export interface SigningKey {
  readonly jwk: JWK;
  /** The channels this key may speak for. */
  readonly endorsements: ReadonlySet<string>;
}

export interface SigningKeys {
  find(keyId: string): Promise<SigningKey | undefined>;
}

export interface SigningKeysOptions {
  /** Fetches a JSON document; rejects when it cannot. */
  readonly fetchJson: (url: string) => Promise<unknown>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: BotLog;
}

const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const HOUR = 3_600_000;
const FRESH_MS = 24 * HOUR;
/** Keys that could not be fetched anew for this long are trusted no more. */
const TRUSTED_MS = 120 * HOUR;
/** However many tokens name unknown keys, the list is not asked for more often than this. */
const PATIENCE_MS = { loaded: 300_000, empty: 10_000 };

const metadataSchema = z.object({
  jwks_uri: z.url().refine(url => /^https:\/\/[a-z0-9.-]+\.botframework\.com\//.test(url)),
});
const keySetSchema = z.object({ keys: z.array(z.unknown()).max(500) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

export function createSigningKeys({ fetchJson, now, log }: SigningKeysOptions): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    triedAt = now();
    try {
      keys = await fetchKeys(fetchJson);
      loadedAt = now();
    } catch {
      log.warn(
        { code: 'signing-keys-unavailable' },
        'The signing keys of Bot Framework could not be fetched',
      );
    }
    loading = undefined;
  }

  function refresh(): Promise<void> {
    const patience = keys.size > 0 ? PATIENCE_MS.loaded : PATIENCE_MS.empty;
    if (!loading && now() - triedAt >= patience) loading = load();
    return loading ?? Promise.resolve();
  }

  return {
    async find(keyId) {
      if (now() - loadedAt >= TRUSTED_MS) keys = new Map();
      const known = keys.get(keyId);
      if (known && now() - loadedAt < FRESH_MS) return known;
      const refreshed = refresh();
      if (known) return known;
      await refreshed;
      return keys.get(keyId);
    },
  };
}

async function fetchKeys(fetchJson: SigningKeysOptions['fetchJson']): Promise<Map<string, SigningKey>> {
  const metadata = metadataSchema.parse(await fetchJson(METADATA_URL));
  const set = keySetSchema.parse(await fetchJson(metadata.jwks_uri));
  return new Map(set.keys.flatMap(readKey));
}

/** None or one: keys of other kinds are passed over. What is too weak or broken fits no signature. */
function readKey(value: unknown): [string, SigningKey][] {
  const { data } = keySchema.safeParse(value);
  if (!data) return [];
  const { kid, kty, n, e, endorsements } = data;
  return [[kid, { jwk: { kty, n, e }, endorsements: new Set(endorsements) }]];
}

const TIMEOUT_MS = 5000;

/** GETs a JSON document over the network; follows no redirect and rejects on anything but 200. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  return response.json();
}

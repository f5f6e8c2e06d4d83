/** The secrets that sign what we hand out: renewed while the server runs, and changed after a while without a break. */
import type { Secrets } from '../directline/sealed-token.ts';
import type { Store } from '../store/port.ts';

export interface TokenSecrets {
  readonly current: Secrets;
  /** Ends the renewing. */
  close(): void;
}

export interface TokenSecretsOptions {
  /** Set by whoever runs the server: the one that signs, and perhaps the one before. Nothing of the store is used then. */
  readonly configured: Secrets | undefined;
  readonly store: Pick<Store, 'shared'>;
  /** How long a conversation can be come back to, and what the store keeps lasts; in milliseconds. */
  readonly ttlMs: number;
  readonly newSecret: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told when the store could not be asked; it is asked again. */
  readonly onTrouble: (error: unknown) => void;
}

/** The store keeps a secret for days after it was last asked for, so an hour is often enough to keep it alive. */
const RENEWED_EVERY_MS = 3_600_000;

/**
 * Secrets are named by periods as long as a conversation can be come back to: whatever was signed in one period has
 * run out by the end of the next. The next period's secret is there already, for a process whose clock is ahead.
 * All processes agree through the store. Throws StoreUnavailable.
 */
export async function openTokenSecrets(options: TokenSecretsOptions): Promise<TokenSecrets> {
  const { configured, now, ttlMs, onTrouble } = options;
  if (configured) return { current: configured, close: () => undefined };
  const known = new Map<number, string>();
  const period = () => Math.floor(now() / ttlMs);
  // Servers of before periods had one secret for ever: it becomes the secret of the first period, and ends with that.
  const unnamed = await options.store.shared(NAME, options.newSecret);
  await renew(options, known, { period: period(), present: () => unnamed });
  const timer = setInterval(() => {
    renew(options, known, { period: period(), present: options.newSecret }).catch(onTrouble);
  }, RENEWED_EVERY_MS).unref();
  return {
    current: () => secretsAround(known, period()),
    close: () => clearInterval(timer),
  };
}

const NAME = 'chat-token-secret';

/** Asking for a secret renews its time in the store. `present` makes the present one, where there is none. */
async function renew(
  { store, newSecret }: TokenSecretsOptions,
  known: Map<number, string>,
  { period, present }: { period: number; present: () => string },
): Promise<void> {
  for (const one of [period - 1, period, period + 1]) {
    known.set(one, await store.shared(`${NAME} ${one}`, one === period ? present : newSecret));
  }
  known.delete(period - 2);
}

/** The secrets of the period and of its neighbours. If the store was out of reach for a whole period, the latest known signs. */
function secretsAround(known: ReadonlyMap<number, string>, period: number): readonly [string, ...string[]] {
  const latest = Math.min(period, Math.max(...known.keys()));
  const [present = '', ...others] = [latest, latest - 1, latest + 1].flatMap(one => known.get(one) ?? []);
  return [present, ...others];
}

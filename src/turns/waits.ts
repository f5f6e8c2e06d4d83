/** The conversations that wait for Palvelutietovaranto, in the store: if their process ends, another one goes on. */
import * as z from 'zod';
import { idSchema } from '../assessment/id.ts';
import { localeSchema } from '../conversation/locale.ts';
import { formatKey } from '../store/conversation-key.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

const waitSchema = z.strictObject({
  /** When its process last said that it waits, epoch milliseconds. */
  at: z.number(),
  key: z.strictObject({ channel: z.string(), conversation: z.string() }),
  /** Of the delivery that began it. */
  deliveryId: z.string(),
  locale: localeSchema,
  place: z.enum(['personal', 'group']).exactOptional(),
  /** Where what follows goes. */
  out: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('log') }),
    z.strictObject({ to: z.literal('outbox'), reference: z.string() }),
  ]),
  awaits: z.strictObject({ dialog: idSchema, municipality: z.string() }),
});
export type Wait = z.infer<typeof waitSchema>;

const format: Format<Wait> = { newest: 1, schema: waitSchema, migrations: {} };

const NAME = 'palvelutietovaranto waits';
/** An hour. Palvelutietovaranto is given up after minutes, so a wait this old is nobody's. */
const KEPT_MS = 3_600_000;
/** A process renews its waits every minute; one not renewed for three has lost its process. */
const LOST_MS = 180_000;

/** Each throws StoreUnavailable. */
export interface Waits {
  keep(wait: Omit<Wait, 'at'>): Promise<void>;
  forget(key: ConversationKey): Promise<void>;
  /** Those whose process has ended. */
  lost(): Promise<readonly Wait[]>;
}

export interface WaitsDependencies {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export function createWaits({ store, now }: WaitsDependencies): Waits {
  return {
    async keep(wait) {
      const value = writeVersioned(format, { ...wait, at: now() });
      await store.collect(NAME, formatKey(wait.key), { value, ttlMs: KEPT_MS });
    },
    forget: key => store.withdraw(NAME, formatKey(key)),
    async lost() {
      const kept = [...(await store.gather(NAME)).values()];
      const waits = kept.flatMap(value => readVersioned(value, format) ?? []);
      return waits.filter(({ at }) => now() - at >= LOST_MS);
    },
  };
}

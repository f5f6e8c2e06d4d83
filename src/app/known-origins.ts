import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Address } from './address.ts';
import { DAY_MS } from './foundation.ts';

/** So many addresses are told of in a day: who calls with made-up ones fills no disk. */
const TOLD_A_DAY = 10;

export interface KnownOriginsOptions {
  readonly address: Pick<Address, 'isOwn'>;
  readonly allowed: Config['chat']['allowedOrigins'];
  readonly log: Pick<Log, 'warn'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Whether pages of an origin may talk to the bot. Of a strange one the log says what to do, once a day: a wrong PUBLIC_URL
 * shows nowhere else, since pages open, `/readyz` says 200, and only what people press is refused.
 */
export function knownOrigins({ address, allowed, log, now }: KnownOriginsOptions) {
  const told = new Set<string>();
  let since = now();
  const tell = (origin: string) => {
    if (now() - since >= DAY_MS) {
      told.clear();
      since = now();
    }
    if (told.has(origin) || told.size >= TOLD_A_DAY) return;
    told.add(origin);
    log.warn(
      { code: 'unknown-origin', origin },
      'A page at this address may not talk to the bot. If people open the service there, set PUBLIC_URL to the address people open; if it is a site that shows the widget, add it to ALLOWED_ORIGINS',
    );
  };
  return (origin: string): boolean => {
    if (address.isOwn(origin) || allowed.includes(origin)) return true;
    tell(plainOrigin(origin));
    return false;
  };
}

/** A scheme and a host as browsers send them; anything else may be anybody's words, and stays out of the log. */
function plainOrigin(origin: string): string {
  return /^https?:\/\/[a-z0-9.-]{1,100}(?::\d{1,5})?$/.test(origin) ? origin : 'not a web address';
}

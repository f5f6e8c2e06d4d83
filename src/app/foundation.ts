/** What every part of the server stands on: the content, the store, and a few facts about itself. */
import { randomBytes } from 'node:crypto';
import { isLoopback } from '../bot/service-hosts.ts';
import type { Config } from '../config.ts';
import { type Content, loadContent } from '../content/load-content.ts';
import { describeProblem } from '../content/problem.ts';
import { type ClientAddress, clientAddress } from '../http/client-address.ts';
import { createLog, type Log } from '../log.ts';
import { measuredStore } from '../metrics/measured.ts';
import { createMeter } from '../metrics/meter.ts';
import { createMetrics, type Metrics } from '../metrics/metrics.ts';
import type { Store } from '../store/port.ts';
import { type Address, createAddress } from './address.ts';
import { openCheckedStore } from './open-checked-store.ts';
import { openTokenSecrets, type TokenSecrets } from './token-secrets.ts';

export const DAY_MS = 86_400_000;

export interface Foundation {
  readonly config: Config;
  readonly log: Log;
  readonly content: Content;
  readonly store: Store;
  /** Sign what we hand out; the same in every process and after a restart. */
  readonly secrets: TokenSecrets;
  /** What is measured of this process and told of all. */
  readonly metrics: Metrics;
  /** Where this server is reached. */
  readonly address: Address;
  /** The address that a request comes from. */
  readonly addressOf: ClientAddress;
  /** A trial on one's own machine, as far as the settings tell: nothing of it is reached from elsewhere. */
  readonly purpose: 'trial' | 'service';
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Throws what is wrong with the content or the store. */
export async function layFoundation(config: Config, now: () => number): Promise<Foundation> {
  const log = createLog(config.logLevel);
  const content = loadContent({ own: config.contentDir });
  for (const problem of content.leftOut) log.error({ problem: describeProblem(problem) }, 'content left out');
  if (config.contentDir !== undefined) log.info(content.own, 'content of CONTENT_DIR');
  const meter = createMeter();
  const store = measuredStore(await openCheckedStore(config, { log, now }), meter);
  const purpose = purposeOf(config);
  for (const warning of warningsOf(config, purpose)) log.warn(warning);
  return {
    config,
    log,
    content,
    store,
    secrets: await openTokenSecrets({
      configured: config.chat.tokenSecrets,
      store,
      ttlMs: config.store.ttlDays * DAY_MS,
      newSecret: newName,
      now,
      onTrouble: error => log.warn({ error }, 'the secrets of tokens could not be renewed; tried again'),
    }),
    metrics: createMetrics({ meter, store, now, newId: newName }),
    address: createAddress(config.server),
    addressOf: clientAddress(config.server.trustedProxies),
    purpose,
    now,
  };
}

/** 192 random bits as letters, digits, `-` and `_`. */
export function newName(): string {
  return randomBytes(24).toString('base64url');
}

/** What starts all the same, and is hardly meant so. */
export function warningsOf({ mode, server }: Config, purpose: Foundation['purpose']): readonly string[] {
  const warnings = [];
  if (mode !== 'production' && purpose === 'service')
    warnings.push(
      'Reached from other machines without NODE_ENV=production: the limits are those of production',
    );
  // This server speaks no TLS: whoever is reached by https has a proxy in front.
  if (server.publicUrl?.startsWith('https:') && server.trustedProxies.length === 0)
    warnings.push(
      'TRUSTED_PROXIES is empty behind the proxy of PUBLIC_URL: all people share its address and the limits of one; name the proxy there',
    );
  return warnings;
}

function purposeOf({ mode, server: { host, publicUrl, trustedProxies } }: Config): Foundation['purpose'] {
  if (mode === 'production' || !isLoopback(host) || trustedProxies.length > 0) return 'service';
  return publicUrl === undefined || isLoopback(new URL(publicUrl).hostname) ? 'trial' : 'service';
}

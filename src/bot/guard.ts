/** Who may talk to the bot: decides before the SDK, the store or anything else of ours sees the activity. */
import { verify } from 'node:crypto';
import { readChannelToken, type TokenProblem } from './channel-token.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { createKnownCallers } from './known-callers.ts';
import { isLoopback, loopbackOnly, type ServiceHosts } from './service-hosts.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface GuardedRequest {
  readonly authorization: string | undefined;
  /** The caller's address, as the socket reports it. */
  readonly address: string;
  readonly activity: IncomingActivity;
}

export type Refusal = TokenProblem | 'host' | 'key' | 'endorsement' | 'signature' | 'address';

export type Verdict = { kind: 'allowed' } | { kind: 'refused'; reason: Refusal };

export interface Guard {
  check(request: GuardedRequest): Promise<Verdict>;
}

export interface GuardOptions {
  readonly appId: string;
  readonly keys: SigningKeys;
  readonly hosts: ServiceHosts;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Lets in what a Bot Framework channel signed for this bot, for the address its replies would go to. */
export function createGuard({ appId, keys, hosts, now }: GuardOptions): Guard {
  const known = createKnownCallers(now);
  return {
    async check({ authorization, activity }) {
      const { channelId, serviceUrl } = activity;
      const caller = { authorization: authorization ?? '', channelId, serviceUrl };
      if (known.has(caller)) return ALLOWED;
      const read = readChannelToken(authorization, { audience: appId, serviceUrl, now: now() });
      if (read.kind === 'refused') return read;
      if (!hosts.allows(serviceUrl)) return refused('host');
      const { keyId, signed, signature, until } = read.token;
      const key = await keys.find(keyId);
      if (!key) return refused('key');
      if (!key.endorsements.has(channelId)) return refused('endorsement');
      if (!verify('RSA-SHA256', Buffer.from(signed), key.key, signature)) return refused('signature');
      known.add(caller, until);
      return ALLOWED;
    },
  };
}

/** For development without an app id: whoever is on this machine, answered on this machine. */
export const anonymousGuard: Guard = {
  async check({ address, activity }) {
    if (!isLoopback(address)) return refused('address');
    return loopbackOnly.allows(activity.serviceUrl) ? ALLOWED : refused('host');
  },
};

const ALLOWED: Verdict = { kind: 'allowed' };

function refused(reason: Refusal): Verdict {
  return { kind: 'refused', reason };
}

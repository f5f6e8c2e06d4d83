/** Who may talk to the bot: decides before the SDK, the store or anything else of ours sees the activity. */
import { readChannelToken, type TokenProblem, verifyChannelToken } from './channel-token.ts';
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

export type Refusal = TokenProblem | 'service-url' | 'host' | 'key' | 'endorsement' | 'address';

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
      const read = readChannelToken(authorization);
      if (read.kind === 'refused') return read;
      const { token } = read;
      if (token.serviceUrl !== serviceUrl) return refused('service-url');
      if (!hosts.allows(serviceUrl)) return refused('host');
      const key = await keys.find(token.keyId);
      if (!key) return refused('key');
      if (!key.endorsements.has(channelId)) return refused('endorsement');
      const problem = await verifyChannelToken(token, key.jwk, { audience: appId, now: now() });
      if (problem) return refused(problem);
      known.add(caller, token.until);
      return ALLOWED;
    },
  };
}

/** For development without an app id: takes calls from this machine alone, and answers to addresses of it alone. */
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

import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** How an answer may be encoded, what we like best first. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** Undefined when none is acceptable, as to `identity;q=0`. */
export function codingFor(request: IncomingMessage, available: readonly Coding[]): Coding | undefined {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  // In small letters, since the library takes no `Q=0` for a weight; sorted, since equal weights count in their order.
  const wanted = accepted.toString().toLowerCase().split(',').sort(byLiking).join(',');
  const [best] = new Negotiator({ headers: { 'accept-encoding': wanted } }).encodings([...available]);
  return CODINGS.find(coding => coding === best);
}

function byLiking(one: string, other: string): number {
  return rank(one) - rank(other);
}

function rank(accepted: string): number {
  const at = CODINGS.findIndex(coding => accepted.trim().startsWith(coding));
  return at === -1 ? CODINGS.length : at;
}

import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** How an answer may be encoded, what we like best first. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** Undefined when none is acceptable, as to `identity;q=0`. */
export function codingFor(request: IncomingMessage, available: readonly Coding[]): Coding | undefined {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  // In small letters, since the library takes no `Q=0` for a weight.
  const headers = { 'accept-encoding': accepted.toString().toLowerCase() };
  const [best] = new Negotiator({ headers }).encodings([...available], [...CODINGS]);
  return CODINGS.find(coding => coding === best);
}

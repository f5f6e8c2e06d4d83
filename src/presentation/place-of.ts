import { type Reply, replacedBy } from '../conversation/reply.ts';

/** The id of the message whose place a reply takes: cards are shown under `q` and their nonce. */
export function placeOf(reply: Reply): { id?: string } {
  const replaced = replacedBy(reply);
  return replaced === undefined ? {} : { id: `q${replaced}` };
}

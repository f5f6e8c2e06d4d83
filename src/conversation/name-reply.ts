import type { Reply } from './reply.ts';
import type { Pending } from './session.ts';

/** The question for a name: of a result that is to be kept, or of the role that a colleague has. */
export function nameReply({ nonce, of }: Extract<Pending, { kind: 'name' }>): Reply {
  return of === 'part' ? { kind: 'role-asked', nonce } : { kind: 'keep-asked', nonce };
}

import type { Reply } from '../conversation/reply.ts';

/** The reply of a kind. */
export type ReplyOf<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

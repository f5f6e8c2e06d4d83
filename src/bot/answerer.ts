/**
 * Who answered, as the others in a group may read it. A name is kept only beside a reply that has not been delivered
 * yet: never in the session, never in the log, and never in a conversation of one person.
 */
import type { Said } from '../conversation/reply.ts';
import { type IncomingActivity, isShared } from './incoming-activity.ts';

const LONGEST_NAME = 60;

/** The sender's display name in a shared conversation, in one short line. */
export function answererOf(activity: IncomingActivity): string | undefined {
  if (!isShared(activity)) return undefined;
  const { name } = activity.from;
  const line = (name ?? '').slice(0, 10 * LONGEST_NAME).replace(/[\p{C}\s]+/gu, ' ');
  return [...line].slice(0, LONGEST_NAME).join('').trim() || undefined;
}

/** The same with the name, where it is to be shown: on the line that takes an answered question's place. */
export function withAnswerer(said: Said, by: string | undefined): Said {
  const { reply } = said;
  return by !== undefined && reply.kind === 'answered' ? { ...said, reply: { ...reply, by } } : said;
}

/** What a load process is asked to do, and what it reports: plain JSON both ways. */
import * as z from 'zod';

const jobSchema = z.strictObject({
  /** The bot's address without a trailing slash. */
  address: z.string(),
  /**
   * A second process of the same service, for `direct-line`: calls go to the two in turn, and so do sockets, as behind a
   * balancer that knows nothing of conversations.
   */
  second: z.string().optional(),
  /** What is said: a word to an echo or a choice prompt, whole quick checks, or "status" to stored conversations. */
  talk: z.enum(['echo', 'choices', 'quick-check', 'status']),
  /** Where replies come: in the answer, POSTed to a connector of ours, or on a WebSocket of our Direct Line. */
  way: z.enum(['answer', 'connector', 'direct-line']),
  /** The whole header. */
  authorization: z.string().optional(),
  /** The address that tokens are signed for; only with `authorization`. */
  serviceUrl: z.string().optional(),
  /** People talking at the same time, each over a connection of their own. */
  people: z.number().int().positive(),
  warmMs: z.number(),
  measureMs: z.number(),
  /** Turns a second to begin, whatever the answers' pace; without it everybody goes on at once. */
  rate: z.number().positive().optional(),
  /** For `status`: how many stored conversations there are to choose from. */
  stored: z.number().int().positive().optional(),
});
export type Job = z.infer<typeof jobSchema>;

const reportSchema = z.object({
  /** Measured. */
  turns: z.number(),
  /** With those while warming up. */
  turnsInAll: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  errors: z.number(),
  firstError: z.string().optional(),
  /** Quick checks that came to their result. */
  finished: z.number(),
});
/** Times in milliseconds. */
export type Report = z.infer<typeof reportSchema>;

export function parseJob(text: string): Job {
  return jobSchema.parse(JSON.parse(text));
}

export function parseReport(text: string): Report {
  return reportSchema.parse(JSON.parse(text));
}

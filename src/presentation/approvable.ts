import type { Approved } from '../assessment/approved.ts';

/** A piece of content, as far as it matters who has approved it. */
export interface Approvable {
  readonly version: string;
  readonly approved: Approved;
}

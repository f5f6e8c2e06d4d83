/** Who leads a workshop: whoever has its secret, which is in a link of theirs and kept here as its hash alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { WorkshopState } from './state.ts';

/** The only form in which a facilitator's secret is kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compared in the same time however much of a guess is right. */
export function isFacilitator({ control }: Pick<WorkshopState, 'control'>, secret: string): boolean {
  return control !== undefined && timingSafeEqual(Buffer.from(control), Buffer.from(hashOf(secret)));
}

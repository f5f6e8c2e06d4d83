import { createHmac } from 'node:crypto';
import type { WorkshopAnswer } from '../../conversation/workshop.ts';
import type { CollectWith } from '../../store/port.ts';
import { takeOut, type WorkshopScene } from './scene.ts';
import { PART, stateName, type WorkshopState, writeBallot } from './state.ts';

/** What has to be known of a workshop to put a ballot in. */
export type Polling = Pick<WorkshopState, 'phase' | 'round' | 'ballotKey'>;

interface Ballot {
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
  /** Whose it is: the channel's own name of the person. Without it none is taken. */
  readonly voter: string | undefined;
}

/**
 * What the store is to write for a ballot, in the place of the same person's earlier one; undefined where none is taken.
 * The store writes it only if the round is still the one known here (`provided`): a reveal, a closing or a lock ends the
 * round and counts what came in during it. A ballot that was left out for that may be given again in the next round.
 */
export function ballotOf(
  { ttlMs, phase, round, ballotKey }: Polling & { readonly ttlMs: number },
  { id, answers, voter }: Ballot,
): CollectWith | undefined {
  const member = memberOf({ ballotKey }, voter);
  if (phase !== 'open' || member === undefined) return undefined;
  return {
    name: stateName(id),
    member: PART.ballot(member),
    value: writeBallot({ since: round, answers }),
    ttlMs,
    provided: { member: PART.round, value: String(round) },
  };
}

export async function takeBack(scene: WorkshopScene, voter: string | undefined): Promise<WorkshopAnswer> {
  const member = memberOf(scene.state, voter);
  if (member !== undefined) await takeOut(scene, PART.ballot(member));
  return { kind: 'taken' };
}

export async function forgetBallots(scene: WorkshopScene): Promise<void> {
  await Promise.all([...scene.ballots.keys()].map(part => takeOut(scene, part)));
}

/** Without the key of the workshop nobody can tell whose name it is; it goes when the group's answer is locked. */
function memberOf({ ballotKey }: Pick<Polling, 'ballotKey'>, voter: string | undefined): string | undefined {
  if (ballotKey === undefined || voter === undefined) return undefined;
  return createHmac('sha256', ballotKey).update(voter).digest('base64url');
}

import { statfsSync } from 'node:fs';
import { StoreUnavailable } from '../port.ts';
import type { ReportProblem } from '../problem.ts';

/** Looks whether the disk has room for what is about to be written, before anything of it is. */
export interface DiskRoom {
  /** Throws StoreUnavailable. `freeing`: erases, or leads to it, and may use what is kept free from the rest. */
  check(what: 'adding' | 'freeing'): void;
}

/** More than one commit of lmdb ever needs, with all that many people said at the same moment in it. */
export const KEPT_FREE_BYTES = 8 * 1024 * 1024;

/**
 * LMDB itself must not be what finds the disk full: lmdb 3.5.6 writes the sentence that tells of it past the end of its
 * buffer (`malloc(100)` before `sprintf` in mdb_page_flush), and the process dies of that sooner or later.
 */
export function createDiskRoom(folder: string, keptFree = KEPT_FREE_BYTES): DiskRoom {
  return {
    check: what => {
      const { bavail, bsize } = statfsSync(folder);
      const wanted = what === 'adding' ? keptFree : keptFree / 4;
      if (bavail * bsize < wanted) throw new StoreUnavailable('ENOSPC');
    },
  };
}

/** The same room, which says once that there is none left, and again only after there was. */
export function telling(room: DiskRoom, onProblem: ReportProblem): DiskRoom {
  let told: 'not yet' | 'told' = 'not yet';
  return {
    check: what => {
      try {
        room.check(what);
        if (what === 'adding') told = 'not yet';
      } catch (error) {
        if (told === 'not yet' && error instanceof StoreUnavailable) {
          onProblem('disk-full', error.message);
          told = 'told';
        }
        throw error;
      }
    },
  };
}

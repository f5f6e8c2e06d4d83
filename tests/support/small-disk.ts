import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small file system in memory, that can be made full and given room again. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  makeRoom(): void;
  remove(): void;
}

const DISK_BYTES = 24_000_000;

/** One way to make such a disk where the machine lets us mount; none elsewhere. */
export function smallDisks(): readonly (() => SmallDisk)[] {
  try {
    smallDisk().remove();
    return [smallDisk];
  } catch {
    return [];
  }
}

function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const ballast = join(folder, 'ballast');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    fill: () => {
      const { bfree, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(bfree * bsize));
    },
    makeRoom: () => rmSync(ballast),
    remove: () => {
      execFileSync('umount', [folder]);
      remove();
    },
  };
}

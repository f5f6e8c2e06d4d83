import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';

/**
 * Copies an embedded store as it is at one moment into a folder that is made for it, while servers go on using it. The
 * copy can take the original's place. Throws where there is no store, or the folder is there already.
 */
export async function copyStore(dataDir: string, to: string): Promise<void> {
  const root = open({ path: dataDir, noSubdir: false, readOnly: true });
  try {
    mkdirSync(to, { mode: 0o700 });
    await root.backup(to, true);
  } finally {
    await root.close();
  }
}

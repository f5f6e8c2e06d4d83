import { basename, join } from 'node:path';
import { bundleServer } from '../scripts/bundle-server.ts';

/** Bundles a file of the bench as the production server is bundled; the path of the result. */
export async function bundle(root: string, entry: string): Promise<string> {
  const outdir = join(root, 'bench/.built', entry.replace(/^bench\//, '').replace(/\.ts$/, ''));
  await bundleServer({ root, entry, outdir });
  return join(outdir, `${basename(entry, '.ts')}.js`);
}

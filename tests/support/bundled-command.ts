import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Bundles a command of `src/commands/` beside the built server, and returns the file to start with Node. For tests that
 * start one again and again: compiled at every start as by `npm run`, each took 2 s of processor. One start of each
 * command goes the way of `npm run`.
 */
export function bundledCommand(name: string): string {
  const outfile = join('dist', `tried-${name}.js`);
  buildSync({
    entryPoints: [join('src/commands', `${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  });
  return outfile;
}

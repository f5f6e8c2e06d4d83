import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a file of the bench the way the production server is bundled; the path of the result. */
export async function bundle(root: string, entry: string): Promise<string> {
  const outfile = join(root, 'bench/.built', entry.replace(/^bench\//, '').replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['lmdb', '@resvg/resvg-js', 'dtrace-provider'],
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module';",
        'const require = __createRequire(import.meta.url);',
        'const __filename = import.meta.filename ?? new URL(import.meta.url).pathname;',
        "const __dirname = import.meta.dirname ?? new URL('.', import.meta.url).pathname;",
      ].join('\n'),
    },
    logLevel: 'warning',
  });
  return outfile;
}

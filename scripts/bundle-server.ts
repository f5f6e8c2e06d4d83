/** How the server is bundled: one description for production and for the bench. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { keepContent } from './keep-content.ts';
import { restifyPluginsApart } from './restify-plugins-apart.ts';
import { sdkByName } from './sdk-by-name.ts';

/** Threads start from a file of their own beside the server. */
const WORKERS = [
  'src/reports/workbook/import-worker.ts',
  'src/saving/file-worker.ts',
  'src/catalogue/catalogue-worker.ts',
];

/** What a server's keeper runs where there are no sources. */
const TOOLS = ['src/commands/backup.ts', 'src/commands/workbook.ts'];

export interface ServerBundle {
  readonly root: string;
  readonly entry: string;
  readonly outdir: string;
}

/**
 * Bundles `entry` (a path from `root`) and all it needs into `outdir`, under the entry's own name. What the server
 * imports only when it is needed becomes a file of its own. Resolves to what each file is made of.
 */
export async function bundleServer({ root, entry, outdir }: ServerBundle): Promise<Metafile> {
  const [{ metafile }] = await Promise.all([
    build({
      entryPoints: [entry, ...WORKERS, ...TOOLS].map(file => join(root, file)),
      outdir,
      entryNames: '[name]',
      chunkNames: 'part-[name]-[hash]',
      bundle: true,
      splitting: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: true,
      // A process keeps the text of what it runs: with the SDK's comments and indents, 17 MB more. Names stay.
      minifyWhitespace: true,
      minifySyntax: true,
      metafile: true,
      // Native packages find their binaries beside themselves; restify goes without its optional probes.
      external: [
        'lmdb',
        '@resvg/resvg-js',
        '@myriaddreamin/typst-ts-node-compiler',
        'dtrace-provider',
        'restify/lib/plugins/index.js',
      ],
      plugins: [sdkByName(root), restifyPluginsApart],
      banner: BANNER,
      define: { ...FILE_NAMES, BUILD: JSON.stringify(await hashOfSources(root)) },
      logLevel: 'warning',
    }),
    keepContent(root, join(outdir, 'content')),
  ]);
  await removeOthers(
    outdir,
    Object.keys(metafile.outputs).map(file => basename(file)),
  );
  return metafile;
}

/** What CommonJS packages expect to be there. A package that declares these names itself keeps its own. */
const BANNER = {
  js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
};
const FILE_NAMES = { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' };

/** By which a build knows what it wrote itself (`src/turns/vouched.ts`): the same sources give the same. */
async function hashOfSources(root: string): Promise<string> {
  const names = await readdir(join(root, 'src'), { recursive: true });
  const files = names.filter(name => name.endsWith('.ts')).toSorted();
  const texts = await Promise.all(files.map(name => readFile(join(root, 'src', name))));
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}

/** Parts of an earlier build had other names. */
async function removeOthers(outdir: string, written: readonly string[]): Promise<void> {
  const names = await readdir(outdir);
  const others = names.filter(name => /\.js(\.map)?$/.test(name) && !written.includes(name));
  await Promise.all(others.map(name => rm(join(outdir, name))));
}

/** Builds the browser's files under dist/web: bundles with hashed names, compressed twins, and a list of the names. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { parse } from 'yaml';

const BROWSERS = ['chrome110', 'edge110', 'firefox115', 'safari16.4'];

/** `draft`: for development, in a fraction of the time, neither small nor compressed. */
export type As = 'shipped' | 'draft';

type Files = Readonly<Record<string, Uint8Array>>;

export async function buildWeb({ root, as }: { root: string; as: As }): Promise<void> {
  const web = join(root, 'dist/web');
  const assets = join(web, 'assets');
  // What lacks its compressed twins is no whole build.
  if (as === 'draft') await rm(join(root, 'dist/.built'), { force: true });
  await mkdir(assets, { recursive: true });
  const { 'widget.js': widget, ...hashed } = await bundles(root, as);
  if (!widget) throw new Error('There is no widget');
  const entries = Object.entries(hashed).map(([name, content]) => ({
    name,
    as: hashedName(name, content),
    content,
  }));
  await Promise.all([
    writeTwins(join(web, 'widget.js'), widget, as),
    ...entries.map(async entry => {
      const path = join(assets, entry.as);
      // What is there under its hashed name is the same: it is kept.
      if (!existsSync(`${path}.gz`)) await writeTwins(path, entry.content, as);
    }),
  ]);
  await writeFile(
    join(web, 'manifest.json'),
    JSON.stringify(Object.fromEntries(entries.map(one => [one.name, one.as]))),
  );
  await removeOthers(
    assets,
    entries.map(one => one.as),
  );
}

async function bundles(root: string, as: As): Promise<Files> {
  const entries = (...names: string[]) => names.map(name => join(root, 'web', name));
  const options = { minify: as === 'shipped', outdir: join(root, 'dist/web') };
  const texts = { WIDGET_TEXTS: JSON.stringify(await widgetTexts(root)) };
  const [scripts, cards, icon] = await Promise.all([
    bundled({
      ...options,
      entryPoints: entries(
        'boot.ts',
        'page.ts',
        'page.css',
        'widget.ts',
        'tab.ts',
        'grid.ts',
        'grid.css',
        'workshop.ts',
        'workshop.css',
      ),
      format: 'iife',
      define: texts,
    }),
    // A module, since the page's script fetches it by itself once that runs.
    bundled({ ...options, entryPoints: entries('cards.ts'), format: 'esm' }),
    readFile(join(root, 'web/icon.svg')),
  ]);
  return { ...scripts, ...cards, 'icon.svg': icon };
}

async function bundled(options: BuildOptions): Promise<Files> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    target: BROWSERS,
    logLevel: 'warning',
  });
  return Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

/** The texts that the widget needs, by the names it uses for them. */
const WIDGET_TEXT_KEYS = { open: 'page:widget.open', close: 'page:widget.close', frame: 'page:widget.frame' };

/** The widget is a file that anybody's page may load, so its few texts travel inside it, in every language. */
async function widgetTexts(root: string): Promise<object> {
  const locales = await readdir(join(root, 'locales'));
  const texts = await Promise.all(
    locales.map(async locale => {
      const page: unknown = parse(await readFile(join(root, 'locales', locale, 'page.yaml'), 'utf8'));
      const own = Object.entries(WIDGET_TEXT_KEYS).map(([name, key]) => [name, textAt(page, key)]);
      return [locale, Object.fromEntries(own)];
    }),
  );
  return Object.fromEntries(texts);
}

function textAt(page: unknown, key: string): string {
  const text = key
    .replace('page:', '')
    .split('.')
    .reduce<unknown>((part, name) => new Map(Object.entries(part ?? {})).get(name), page);
  if (typeof text !== 'string') throw new Error(`There is no text ${key}`);
  return text;
}

function hashedName(name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return `${basename(name, extname(name))}-${hash}${extname(name)}`;
}

async function writeTwins(path: string, content: Uint8Array, as: As): Promise<void> {
  await Promise.all(['.br', '.gz'].map(twin => rm(path + twin, { force: true })));
  await writeFile(path, content);
  if (as === 'draft') return;
  const params = {
    // The last step of quality takes three times as long for a hundredth of the size.
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await writeFile(`${path}.br`, br);
  await writeFile(`${path}.gz`, gz);
}

/** Files of earlier builds. */
async function removeOthers(folder: string, names: readonly string[]): Promise<void> {
  const others = (await readdir(folder)).filter(file => !names.some(name => file.startsWith(name)));
  await Promise.all(others.map(file => rm(join(folder, file))));
}

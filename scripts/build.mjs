/**
 * Builds dist/: the server with what it has parsed of the content, and the browser's files under dist/web with hashed
 * names and compressed twins. `--if-stale` does nothing when no source is newer than the last build. Texts and
 * dialogs are not built in: the server reads them at start.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { WIDGET_TEXT_KEYS } from '../web/widget-text-keys.mjs';
import { bundleServer } from './bundle-server.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');
const WEB = join(DIST, 'web');
/** Written last, so a build that broke off counts as none. */
const STAMP = join(DIST, '.built');
const SOURCES = ['src', 'web', 'locales', 'dialogs', 'scripts', 'package-lock.json'];
const BROWSERS = ['chrome110', 'edge110', 'firefox115', 'safari16.4'];

/** Whether there is no whole build, or a source has changed since. A place without sources keeps what it has. */
export function isStale() {
  if (!existsSync(STAMP)) return true;
  const builtAt = statSync(STAMP).mtimeMs;
  return SOURCES.some(source => newest(join(ROOT, source)) > builtAt);
}

export async function buildAll() {
  const started = performance.now();
  await rm(STAMP, { force: true });
  await Promise.all([
    bundleServer({ root: ROOT, entry: 'src/main.ts', outdir: DIST }),
    buildWeb({ compress: true }),
  ]);
  await writeFile(STAMP, '');
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** A folder counts with its own time too: that is what a removed file leaves behind. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}

/** Builds the browser's files; without compression, for development, in a fraction of the time. */
export async function buildWeb({ compress }) {
  // What lacks its compressed twins is no whole build.
  if (!compress) await rm(STAMP, { force: true });
  await mkdir(join(WEB, 'assets'), { recursive: true });
  const [bundles, cards, icon] = await Promise.all([
    bundleWeb({ minify: compress }),
    bundleCards({ minify: compress }),
    readFile(join(ROOT, 'web/icon.svg')),
  ]);
  const { 'widget.js': widget, ...hashed } = { ...bundles, ...cards, 'icon.svg': icon };
  const entries = Object.entries(hashed).map(([name, content]) => [name, hashedName(name, content), content]);
  await Promise.all([
    writeTwins(join(WEB, 'widget.js'), widget, compress),
    ...entries.map(([, as, content]) => writeTwins(join(WEB, 'assets', as), content, compress)),
  ]);
  const manifest = Object.fromEntries(entries.map(([name, as]) => [name, as]));
  await writeFile(join(WEB, 'manifest.json'), JSON.stringify(manifest));
  await removeOthers(join(WEB, 'assets'), Object.values(manifest));
}

async function bundleWeb({ minify }) {
  const entries = ['boot.ts', 'page.ts', 'page.css', 'widget.ts'];
  return bundled({
    entryPoints: entries.map(entry => join(ROOT, 'web', entry)),
    minify,
    format: 'iife',
    define: { WIDGET_TEXTS: JSON.stringify(await widgetTexts()) },
  });
}

/** A module, since the page's script fetches it by itself once that runs. */
function bundleCards({ minify }) {
  return bundled({ entryPoints: [join(ROOT, 'web/cards.ts')], minify, format: 'esm' });
}

async function bundled(options) {
  const { outputFiles } = await build({
    ...options,
    outdir: WEB,
    bundle: true,
    write: false,
    target: BROWSERS,
    logLevel: 'warning',
  });
  return Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

/** The widget is a file that anybody's page may load, so its few texts travel inside it, in every language. */
async function widgetTexts() {
  const locales = await readdir(join(ROOT, 'locales'));
  const texts = await Promise.all(
    locales.map(async locale => {
      const page = parse(await readFile(join(ROOT, 'locales', locale, 'page.yaml'), 'utf8'));
      const own = Object.entries(WIDGET_TEXT_KEYS).map(([name, key]) => [name, textAt(page, key)]);
      return [locale, Object.fromEntries(own)];
    }),
  );
  return Object.fromEntries(texts);
}

function textAt(page, key) {
  const text = key
    .replace('page:', '')
    .split('.')
    .reduce((part, name) => part?.[name], page);
  if (typeof text !== 'string') throw new Error(`There is no text ${key}`);
  return text;
}

function hashedName(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return `${basename(name, extname(name))}-${hash}${extname(name)}`;
}

/** What is there under its hashed name is the same: it is kept. */
async function writeTwins(path, content, compress) {
  if (basename(join(path, '..')) === 'assets' && existsSync(`${path}.gz`)) return;
  await Promise.all(['.br', '.gz'].map(twin => rm(path + twin, { force: true })));
  await writeFile(path, content);
  if (!compress) return;
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
async function removeOthers(folder, names) {
  const others = (await readdir(folder)).filter(file => !names.some(name => file.startsWith(name)));
  await Promise.all(others.map(file => rm(join(folder, file))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--if-stale') || isStale()) await buildAll();
}

/** The programs that tests and checks need beside Node, and the Debian packages that bring them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './chromium-path.ts';

const has = (program: string) =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
const hasDictionary = (name: string) =>
  ['/usr/share/hunspell', '/usr/share/myspell/dicts'].some(folder => existsSync(`${folder}/${name}.dic`));

/** What each tool is called here → how to see that it is there, and the Debian packages that bring it. */
const TOOLS = {
  'redis-server': { found: () => has('redis-server'), packages: ['redis-server'] },
  chromium: {
    found: () => chromiumPath() !== undefined,
    packages: ['chromium-headless-shell', 'fonts-dejavu-core'],
  },
  voikkospell: {
    found: () => has('voikkospell') && existsSync('/usr/lib/voikko'),
    packages: ['libvoikko-dev', 'voikko-fi'],
  },
  'hunspell-sv': {
    found: () => has('hunspell') && hasDictionary('sv_SE'),
    packages: ['hunspell', 'hunspell-sv'],
  },
  'hunspell-en': {
    found: () => has('hunspell') && hasDictionary('en_GB'),
    packages: ['hunspell', 'hunspell-en-gb'],
  },
  pdfinfo: { found: () => has('pdfinfo'), packages: ['poppler-utils'] },
  libreoffice: {
    found: () => has('soffice') && has('pdftoppm'),
    packages: ['libreoffice-calc', 'poppler-utils', 'fonts-crosextra-carlito'],
  },
};

export type Tool = keyof typeof TOOLS;

/** Throws one line that says what is missing and how to install it. Nothing is installed. */
export function requireTools(names: readonly Tool[]): void {
  const missing = names.filter(name => !TOOLS[name].found());
  if (missing.length === 0) return;
  throw new Error(`Missing: ${missing.join(', ')}. npm run setup installs them, or: ${commandFor(missing)}`);
}

/** Installs what is missing from the distribution, where it may, and says so. Throws as `requireTools` does. */
export function installTools(names: readonly Tool[]): void {
  const missing = names.filter(name => !TOOLS[name].found());
  if (missing.length === 0) return;
  process.stderr.write(`Installing from the distribution: ${packagesOf(missing).join(' ')}\n`);
  install(commandFor(missing));
  requireTools(missing);
}

function commandFor(tools: readonly Tool[]): string {
  return `apt-get install -y --no-install-recommends ${packagesOf(tools).join(' ')}`;
}

function packagesOf(tools: readonly Tool[]): readonly string[] {
  return tools.flatMap(name => TOOLS[name].packages);
}

/** On Debian, as root or with password-less sudo; elsewhere nothing is done. */
function install(command: string): void {
  if (!has('apt-get')) return;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of ['apt-get update -qq', command.replace('apt-get install', 'apt-get install -qq')])
    spawnSync('sh', ['-c', root ? step : `sudo -n ${step}`], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

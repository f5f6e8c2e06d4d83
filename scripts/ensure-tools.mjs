/**
 * Finds the programs that the tests need, or installs them from the distribution when it may (Debian, as root or
 * with password-less sudo). Otherwise throws with one line that says what to install. Nothing is skipped silently.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const has = program => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
const hasDictionary = name =>
  ['/usr/share/hunspell', '/usr/share/myspell/dicts'].some(folder => existsSync(`${folder}/${name}.dic`));

/** What each tool is called here → how to see that it is there, and the Debian packages that bring it. */
const TOOLS = {
  'redis-server': { found: () => has('redis-server'), packages: ['redis-server'] },
  chromium: {
    found: () => existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'),
    packages: ['chromium', 'fonts-dejavu-core'],
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
  libreoffice: {
    found: () => has('soffice') && has('pdftoppm'),
    packages: ['libreoffice-calc', 'poppler-utils', 'fonts-crosextra-carlito'],
  },
};

/**
 * @param {(keyof typeof TOOLS)[]} names
 * @throws {Error} one line naming what is missing and how to install it
 */
export function ensureTools(names) {
  const missing = names.filter(name => !TOOLS[name].found());
  if (missing.length === 0) return;
  const packages = missing.flatMap(name => TOOLS[name].packages);
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  process.stderr.write(`Installing from the distribution: ${packages.join(' ')}\n`);
  installPackages(install);
  const still = missing.filter(name => !TOOLS[name].found());
  if (still.length > 0) throw new Error(`Missing: ${still.join(', ')}. Install them with: ${install}`);
}

function installPackages(install) {
  if (!has('apt-get')) return;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = command =>
    spawnSync('sh', ['-c', root ? command : `sudo -n ${command}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  run('apt-get update -qq');
  run(install.replace('apt-get install', 'apt-get install -qq'));
}

/**
 * Shows that content can change without the engine's tests: in a copy of the project a shipped question's words change,
 * a question is added and the version is raised; only tests of content may fail then. Slow: it runs the projects `unit`
 * and `rooms`, or the files named as arguments.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
/** What is made, kept or installed here; the rest is the project, and is copied. */
const LEFT = ['.git', 'data', 'dist', 'node_modules'];

/** Tests that are about the shipped content, and may fail when it changes. */
const OF_CONTENT = /^tests\/(content|law|e2e|reports|commands|bench)\//;

const copy = mkdtempSync(join(tmpdir(), 'content-apart-'));
try {
  for (const name of readdirSync(root).filter(one => !LEFT.includes(one)))
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  changeContent();
  proveUsable();
  const failed = failedFiles(process.argv.slice(2));
  const ofEngine = failed.filter(file => !OF_CONTENT.test(file));
  for (const file of failed) console.log(`${OF_CONTENT.test(file) ? 'content' : 'ENGINE '} ${file}`);
  console.log(`${failed.length} files fail, ${ofEngine.length} of them of the engine`);
  process.exitCode = ofEngine.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}

function changeContent() {
  const dialog = 'dialogs/quick-check.yaml';
  cpSync(join(copy, dialog), join(copy, 'dialogs/archive', `quick-check@${versionIn(dialog)}.yaml`));
  edit(
    dialog,
    /^version: (\d+)\.(\d+)\.\d+$/m,
    (_, major, minor) => `version: ${major}.${Number(minor) + 1}.0`,
  );
  edit(
    dialog,
    /^( {2}- \{ id: ecosystem, .*)$/m,
    line => `${line}\n${line.replace('ecosystem', 'added-question')}`,
  );
  edit(dialog, /analysed-data, ecosystem\]/, () => 'analysed-data, ecosystem, added-question]');
  const actions = 'dialogs/actions.yaml';
  edit(actions, /serves: \[([^\]]*\becosystem\b[^\]]*)\]/g, (_, ids) => `serves: [${ids}, added-question]`);
  for (const locale of ['fi', 'sv', 'en']) {
    const texts = `locales/${locale}/quick-check.yaml`;
    edit(
      texts,
      /^( {2}need:\n {4}question: )(.*)$/m,
      (_, before, words) => `${before}${words.replace(/\?$/, ' x?')}`,
    );
    const added = ['question', 'short', 'why', 'example']
      .map(part => `    ${part}: Added ${part}.`)
      .join('\n');
    edit(texts, /^inputs:$/m, line => `${line}\n  added-question:\n${added}`);
  }
}

/** With content that cannot be read every test would fail, and nothing would be shown. */
function proveUsable() {
  const code = "import('./src/content/load-content.ts').then(({ loadContent }) => { loadContent(); });";
  const { status, stderr } = spawnSync('npx', ['tsx', '-e', code], { cwd: copy, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the changed content cannot be used:\n${stderr}`);
}

function versionIn(file: string): string {
  return /^version: (.*)$/m.exec(readFileSync(join(copy, file), 'utf8'))?.[1] ?? '';
}

function edit(file: string, pattern: RegExp, replacement: (...parts: string[]) => string): void {
  const before = readFileSync(join(copy, file), 'utf8');
  const after = before.replace(pattern, replacement);
  if (after === before)
    throw new Error(`${file} has nothing like ${pattern}: this script has to follow the content`);
  writeFileSync(join(copy, file), after);
}

function failedFiles(named: readonly string[]): string[] {
  const report = join(copy, 'report.json');
  const which = named.length > 0 ? named : ['--project', 'unit', '--project', 'rooms', '--project', 'apart'];
  const args = ['vitest', 'run', ...which, '--reporter=json', `--outputFile=${report}`];
  spawnSync('npx', args, { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
  const { testResults }: { testResults: { status: string; name: string }[] } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(copy, name))
    .sort();
}

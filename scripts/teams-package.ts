/** `npm run teams:package`: builds the app package for Microsoft Teams. docs/teams.md tells what to do with it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { buildManifest } from './teams/build-manifest.ts';
import { buildPackage } from './teams/build-package.ts';
import { checkManifest } from './teams/check-manifest.ts';
import { readPackageSettings } from './teams/package-settings.ts';
import { readPackageTexts } from './teams/package-texts.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const env = join(ROOT, '.env');
if (existsSync(env)) process.loadEnvFile(env);
process.exitCode = run(process.argv.slice(2));

function run(args: readonly string[]): number {
  const { version } = z.object({ version: z.string() }).parse(readJson('package.json'));
  const read = readPackageSettings(args, process.env, packageVersion(version));
  if (read.kind === 'incomplete') return complain('The app package needs more:', read.problems);
  const files = buildManifest(read.settings, readPackageTexts(ROOT));
  const problems = checkManifest(files);
  if (problems.length > 0) return complain("Microsoft's schema does not accept the package:", problems);
  const out = resolve(read.settings.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, buildPackage(ROOT, files));
  console.log(`${out}: version ${read.settings.version} for the bot ${read.settings.appId}`);
  return 0;
}

/** Teams' store takes no version below one. */
function packageVersion(own: string): string {
  return own.startsWith('0.') ? '1.0.0' : own;
}

function complain(heading: string, problems: readonly string[]): number {
  console.error([heading, ...problems.map(problem => `  - ${problem}`)].join('\n'));
  return 2;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}

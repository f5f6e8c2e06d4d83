/** `npm start`, in a folder of its own: what it serves, and when it builds. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const start = () => execFileSync(process.execPath, ['scripts/start.mjs'], { cwd: folder, encoding: 'utf8' });

const writeBuild = () => {
  write('dist/main.js', "console.log('built before')");
  write('dist/.built', '');
};
const touchLater = (file: string) => {
  const later = Date.now() / 1000 + 60;
  utimesSync(join(folder, file), later, later);
};

/** Stands for the build: it writes a server that tells which build it is of. */
const BUILD = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('dist', { recursive: true });
writeFileSync('dist/main.js', "console.log('built by start')");
writeFileSync('dist/.built', '');
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  write('package.json', '{ "type": "module" }');
  write('scripts/build.ts', BUILD);
  for (const file of ['start.mjs', 'is-stale.mjs', 'stop-with-npm.mjs'])
    cpSync(`scripts/${file}`, join(folder, 'scripts', file));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('builds when nothing is built', () => {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  expect(start()).toBe('built by start\n');
});

test('builds when a build broke off', () => {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  write('dist/main.js', "console.log('half a build')");
  expect(start()).toBe('built by start\n');
});

test('builds anew when a source has changed since, as after a pull', () => {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeBuild();
  write('locales/fi/bot.yaml', 'changed since');
  touchLater('locales/fi/bot.yaml');
  expect(start()).toBe('built by start\n');
});

test('serves what was built when nothing has changed since', () => {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeBuild();
  touchLater('dist/.built');
  expect(start()).toBe('built before\n');
});

test('serves what was built where the build’s tools are not installed, whatever has changed since', () => {
  writeBuild();
  write('src/main.ts', 'changed since');
  touchLater('src/main.ts');
  expect(start()).toBe('built before\n');
});

test('says so and ends when the build fails', () => {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  write('scripts/build.ts', 'process.exit(3);');
  expect(start).toThrow(expect.objectContaining({ status: 3 }));
});

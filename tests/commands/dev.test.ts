/** `npm run dev`, in a folder of its own: what starts the server anew, and that nothing is left of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';

let folder: string;
let npm: ChildProcess | undefined;
let said = '';

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};

/** Stands for the server: tells its number and the content it reads, and stays. */
const SERVER = `
import { readFileSync } from 'node:fs';
console.log('serving ' + process.pid + ' with ' + readFileSync('own/dialogs/mine.yaml', 'utf8') + ';');
setInterval(() => undefined, 1000);
`;

const { scripts } = z
  .object({ scripts: z.object({ dev: z.string() }) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dev-'));
  said = '';
  write('package.json', JSON.stringify({ type: 'module', scripts }));
  write('scripts/serve-sources.ts', SERVER);
  write('own/dialogs/mine.yaml', 'first');
  for (const file of ['dev.mjs', 'stop-with-npm.mjs'])
    cpSync(`scripts/${file}`, join(folder, 'scripts', file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterEach(() => {
  npm?.kill('SIGTERM');
  rmSync(folder, { recursive: true });
});

function dev(settings: Readonly<Record<string, string>> = {}): ChildProcess {
  npm = spawn('npm', ['run', 'dev'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  npm.stdout?.on('data', part => {
    said += String(part);
  });
  return npm;
}

const WAIT = { timeout: 30_000 };
const servers = () => Array.from(said.matchAll(/serving (\d+) with/g), ([, pid]) => Number(pid));

test.each(['setting', 'settings file'])(
  'reads anew what changes in the folder that CONTENT_DIR names as a %s',
  async given => {
    if (given === 'settings file') write('.env', 'CONTENT_DIR=own\n');
    dev(given === 'setting' ? { CONTENT_DIR: join(folder, 'own') } : {});
    await expect.poll(() => said, WAIT).toContain('with first;');
    write('own/dialogs/mine.yaml', 'second');
    await expect.poll(() => said, WAIT).toContain('with second;');
  },
  60_000,
);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
  'what it started ends with it after %s',
  async signal => {
    const started = dev();
    await expect.poll(servers, WAIT).toHaveLength(1);
    started.kill(signal);
    await expect.poll(() => servers().filter(isAlive), WAIT).toEqual([]);
  },
  60_000,
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

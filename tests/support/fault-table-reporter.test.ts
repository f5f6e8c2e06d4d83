import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SUITE = fileURLToPath(new URL('./failing-cases.suite.ts', import.meta.url));
const REPORTER = fileURLToPath(new URL('./fault-table-reporter.ts', import.meta.url));

describe('the table of the fault tests', () => {
  let folder: string;
  let said: string;
  let status: number | null;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'faults-'));
    const config = join(folder, 'vitest.config.mjs');
    const settings = { root: process.cwd(), test: { include: [SUITE] } };
    writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--reporter', REPORTER];
    const run = spawnSync(process.execPath, vitest, {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    said = run.stdout;
    status = run.status;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails when a case failed, and gives every case its line', () => {
    expect(status).toBe(1);
    expect(said).toMatch(/^passed +passes$/m);
    expect(said).toMatch(/^fault +answers +lost +doubled +result$/m);
    expect(said).toMatch(/^sees something else +– +– +– +failed$/m);
  });

  it.each([
    ['what was seen instead', 'sees something else', ['AssertionError: expected', '"lost"', SUITE]],
    [
      'what was thrown, and its cause',
      'throws',
      ['the second process never began', 'TypeError: no such port', SUITE],
    ],
    ['that it took too long', 'hangs', ['timed out in 50ms']],
  ])('says of a case %s, next to it', (_, name, words) => {
    const after = said
      .slice(said.indexOf(`failed  ${name}\n`))
      .split('\n')
      .slice(1);
    const reason = after
      .slice(
        0,
        after.findIndex(line => !line.startsWith('        ')),
      )
      .join('\n');
    for (const word of words) expect(reason).toContain(word);
  });

  it.each([
    ['a server did not start', 'failed  without its server\n', 'Error: redis-server ended with 1'],
    ['nobody waited for a promise', 'failed  at any time\n', 'Error: nobody waited for this'],
  ])('says outside of the cases that %s', (_, where, why) => {
    const after = said.slice(said.indexOf(where) + where.length);
    expect(said).toContain(where);
    expect(after.trimStart()).toMatch(new RegExp(`^${why}`));
  });
});

/** The check as its writer runs it, on a folder of one's own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const EXAMPLE = 'tests/fixtures/example';

function check(folder: string) {
  const command = ['--import', 'tsx', 'scripts/check-content.ts', folder];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { last: stdout.trim().split('\n').at(-1), told: stderr.trim().split('\n'), status };
}

it('counts what it has read and what is wrong, each as one is counted', { timeout: 60_000 }, () => {
  expect(check(EXAMPLE)).toMatchObject({
    last: expect.stringMatching(/^1 dialog taken \(data-check\), \d+ texts: no problems$/),
    status: 0,
  });
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(EXAMPLE, folder, { recursive: true });
  writeFileSync(join(folder, 'locales/fi/lost.yaml'), 'title: x\n');
  const { last, told, status } = check(folder);
  expect(told).toEqual([expect.stringContaining('locales/fi/lost.yaml: nothing reads this file')]);
  expect([last, status]).toEqual([expect.stringMatching(/texts: 1 problem$/), 1]);
});

it('tells the line of what is wrong in an instrument', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(EXAMPLE, folder, { recursive: true });
  const file = join(folder, 'dialogs/data-check.yaml');
  const text = readFileSync(file, 'utf8');
  const [, items = ''] = /^ {4}items:\n {6}(.*)$/m.exec(text) ?? [];
  const changed = text
    .replace(items, `${items}\n      ${items}`)
    .replace(
      'id: condition, type: choice, scale: condition',
      'id: condition, type: choice, scale: conditoin',
    );
  writeFileSync(file, changed);
  const lineOf = (part: string) => changed.slice(0, changed.lastIndexOf(part)).split('\n').length;
  const item = items.replace('- ', '');
  expect(check(folder).told.slice(0, 3)).toEqual([
    expect.stringContaining('scales.condition (line '),
    `${file}: lists.data.${item} (line ${lineOf(items)}): this id is used more than once`,
    `${file}: steps.datasets.inputs.condition.scale (line ${lineOf('id: condition')}): there is no scale conditoin: did you mean condition?`,
  ]);
});

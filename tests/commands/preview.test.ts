/** An instrument played in the terminal, with what is typed piped in. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { bundledCommand } from '../support/bundled-command.ts';
import { QUESTIONS } from '../support/content.ts';

const BUNDLED = [bundledCommand('preview')];

function preview(
  args: readonly string[],
  lines: readonly string[] = [],
  {
    command = BUNDLED,
    env = {},
  }: { command?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...command, ...args], {
    input: lines.map(line => `${line}\n`).join(''),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, status };
}

const cardSchema = z.object({
  type: z.literal('AdaptiveCard'),
  msteams: z.object({ width: z.literal('Full') }),
  body: z.array(z.unknown()).min(1),
});

describe('npm run preview', { timeout: 60_000 }, () => {
  it('plays an instrument by numbers of buttons, filled fields and words, in any language', () => {
    const { stdout, stderr, status } = preview(
      ['quick-check'],
      ['#1 municipality=Oulu, role=leadership', '#2', 'ei vielä', '#99', 'in English', '2', '#1 colour='],
      { command: ['--import', 'tsx', 'src/commands/preview.ts'] },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const said = stdout.split(/^> .*$/m).slice(1);
    expect(said[0]).toContain('Oulu');
    expect(said[0]).toMatch(/Kysymys 1\/\d+[\s\S]*#1 Kyllä\n {2}#2 Osittain/);
    expect(said[1]).toMatch(/: Osittain\n/);
    expect(said[2]).toMatch(/: Ei\n/);
    expect(said[3]).toContain('99');
    expect(said[4]).toContain(`Question 3/${QUESTIONS}`);
    expect(said[5]).toMatch(/: Partly\n/);
    expect(said[6]).toContain(`Question 5/${QUESTIONS}`);
  });

  it('plays one from a folder of your own, and tells what is left out of it', () => {
    const { stdout, status } = preview(
      ['data-check', '--content', 'tests/fixtures/example', '--locale', 'sv'],
      ['#1', 'nonsens', ''],
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Tryck på en knapp');
    expect(stdout).toMatch(/#1 /);
  });

  it('finds the folder of your own where the server does', () => {
    const { stdout, status } = preview(['data-check'], [], {
      env: { CONTENT_DIR: 'tests/fixtures/example' },
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/#1 /);
  });

  it('shows each message as the card that Teams draws', () => {
    const { stdout, status } = preview(['quick-check', '--card'], ['#1 municipality=Oulu, role=leadership']);
    expect(status).toBe(0);
    const cards = [...stdout.matchAll(/^\{\n[\s\S]*?^\}$/gm)].map(([card]) =>
      cardSchema.parse(JSON.parse(card)),
    );
    expect(cards.length).toBeGreaterThan(1);
    expect(stdout).toMatch(/^ {2}#1 Kyllä$/m);
  });

  it('says what there is to try where nothing is named, or what there is not', () => {
    for (const args of [[], ['quick-chek']]) {
      const { stdout, stderr, status } = preview(args);
      expect([stdout, status]).toEqual(['', 2]);
      expect(stderr).toContain('npm run preview -- quick-check');
      expect(stderr).toContain('workbook');
      expect(stderr).toContain('--content');
    }
  });

  it('tells what is wrong with a folder of your own, and plays what is right', () => {
    const folder = mkdtempSync(join(tmpdir(), 'preview-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'dialogs'));
    writeFileSync(join(folder, 'dialogs/broken.yaml'), 'id: broken\n');
    const { stderr, stdout, status } = preview(['quick-check', '--content', folder]);
    expect(status).toBe(0);
    expect(stderr).toContain('dialogs/broken.yaml: version (line 1): ');
    expect(stdout).toContain('#1 ');
  });
});

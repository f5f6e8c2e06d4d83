import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bundledCommand } from '../support/bundled-command.ts';

const BUNDLED = [bundledCommand('understand')];

function run(flags: string[], input: string, command = BUNDLED) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...command, ...flags], {
    input,
    encoding: 'utf8',
  });
  return { lines: stdout.split('\n').slice(0, -1), stderr, status };
}

describe('npm run understand', { timeout: 60_000 }, () => {
  it('prints one JSON a line and nothing else', () => {
    const { lines, stderr, status } = run(
      ['--locale', 'fi', '--asked', 'yesno'],
      'joo\ntakaisin\nvarmaan joo\nkissa\n2\nei, koska rahat puuttuu\n\npå svenska\n',
      ['--import', 'tsx', 'src/commands/understand.ts'],
    );
    expect(lines).toEqual([
      '{"kind":"answer","value":"yes"}',
      '{"kind":"command","name":"back"}',
      '{"kind":"reprompt","suggestion":{"kind":"answer","value":"yes"}}',
      '{"kind":"reprompt","suggestion":null}',
      '{"kind":"answer","value":"partly"}',
      '{"kind":"answer","value":"no","note":"rahat puuttuu"}',
      '{"kind":"reprompt","suggestion":null}',
      '{"kind":"command","name":"language","locale":"sv"}',
    ]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  it('takes the options in the order shown', () => {
    const { lines } = run(['--asked', 'phase', '--options', 'full, partial, manual'], '1\nviimeinen\n');
    expect(lines).toEqual(['{"kind":"answer","value":"full"}', '{"kind":"answer","value":"manual"}']);
  });

  it.each([[['--asked', 'colour']], [['--locale', 'de']], [['--colour', 'red']], [['--asked']], [['word']]])(
    '%j: says in one line what is wrong',
    flags => {
      const { lines, stderr, status } = run(flags, 'joo\n');
      expect({ lines, status }).toEqual({ lines: [], status: 2 });
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr.trim()).not.toBe('');
    },
  );
});

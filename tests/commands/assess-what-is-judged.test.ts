/** `npm run assess` tells what was judged, and refuses a municipality that there is not. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bundledCommand } from '../support/bundled-command.ts';

const command = bundledCommand('assess');

function assess(answers: object, ...flags: string[]) {
  return spawnSync(process.execPath, [command, '-', ...flags], {
    input: JSON.stringify({ dialog: 'quick-check', answers }),
    encoding: 'utf8',
  });
}

it('gives the municipality back by its code, however it was named', () => {
  const { stdout, status } = assess({ municipality: 'Uleåborg', judged: 'work', role: 'elected' });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    scope: { municipality: '564', judged: 'work', role: 'elected' },
  });
});

it('refuses an unknown one, and one with a slip of the pen, in the language asked for', () => {
  const { stdout, stderr, status } = assess({ municipality: 'Tanpere' }, '--locale', 'sv');
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr).toContain('municipality: Jag hittar inget sådant namn i förteckningen.');
});

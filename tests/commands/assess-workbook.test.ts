/** `npm run assess` on a workbook's answers. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bundledCommand } from '../support/bundled-command.ts';

const BUNDLED = [bundledCommand('assess')];

function assess(answers: unknown, command = BUNDLED) {
  return spawnSync(process.execPath, [...command, '-'], {
    input: JSON.stringify(answers),
    encoding: 'utf8',
  });
}

describe('npm run assess on a workbook', () => {
  it('prints the measures and the stair', () => {
    const areas = { work: { services: { recruitment: { status: 'inuse', usageRate: 85, cases: 10 } } } };
    const { stdout, status } = assess({ dialog: 'workbook', areas }, [
      '--import',
      'tsx',
      'src/commands/assess.ts',
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      dialog: 'workbook',
      coverage: 1,
      usage: { rate: 0.85, weighting: 'cases' },
      stair: { low: 1, high: 3 },
    });
  });

  it('names what is wrong and where, and ends with 2', () => {
    const areas = { work: { services: { recruitment: { status: 'inuse', usageRate: 101 }, gone: {} } } };
    const { stdout, stderr, status } = assess({ dialog: 'workbook', areas });
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain('areas.work.services.recruitment.usageRate: Luvun pitää olla välillä 0–100.');
    expect(stderr).toContain('areas.work.services.gone');
  });
});

describe('npm run assess on an experiment', () => {
  it('tells how many decimals a number may have', () => {
    const answers = { 'own-1.name': 'Palveluneuvoja', 'own-1.hourly-price': 12.345 };
    const { stderr, status } = assess({ dialog: 'experiment', answers });
    expect([stderr, status]).toEqual([
      'own-1.hourly-price: Luvussa on liikaa desimaaleja. Enimmäismäärä on 2.\n',
      2,
    ]);
  });
});

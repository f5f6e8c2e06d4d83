import { describe, expect, it } from 'vitest';
import { drawSample, keyOf, type Mutant, rangeOf } from '../../scripts/mutation/draw-sample.ts';
import { roomOf } from '../../scripts/mutation/room-of.ts';
import { scoreOf } from '../../scripts/mutation/score-of.ts';
import { createChecker } from '../mutation/sample-checker.mjs';

/** A large file and a small one, with two changes at each place. */
const MUTANTS: readonly Mutant[] = Array.from({ length: 400 }, (_, index) => ({
  fileName: index < 300 ? 'src/large.ts' : 'src/small.ts',
  location: { start: { line: Math.floor(index / 2), column: 4 }, end: { line: index, column: 9 } },
  mutatorName: 'EqualityOperator',
  replacement: index % 2 === 0 ? 'a < b' : 'a > b',
}));

describe('a sample of changes', () => {
  it('is the same for a seed, in whatever order they come, and another for another', () => {
    const names = (mutants: readonly Mutant[], seed: number) =>
      drawSample(mutants, { size: 40, seed }).map(one => keyOf(one));
    expect(names(MUTANTS.toReversed(), 1)).toEqual(names(MUTANTS, 1));
    expect(names(MUTANTS, 2)).not.toEqual(names(MUTANTS, 1));
    expect(new Set(names(MUTANTS, 1)).size).toBe(40);
  });

  it('holds the smaller one of its seed', () => {
    const [few, many] = [10, 50].map(size => drawSample(MUTANTS, { size, seed: 3 }));
    expect(many).toEqual(expect.arrayContaining([...(few ?? [])]));
  });

  it('gives every change the same chance, whatever its file and its neighbour', () => {
    const drawn = new Map<Mutant, number>();
    for (let seed = 0; seed < 500; seed++)
      for (const one of drawSample(MUTANTS, { size: 40, seed })) drawn.set(one, (drawn.get(one) ?? 0) + 1);
    // 50 times each on average; six standard deviations to both sides.
    for (const one of MUTANTS) expect(Math.abs((drawn.get(one) ?? 0) - 50)).toBeLessThan(41);
  });
});

describe('what Stryker is told', () => {
  const [one, other] = MUTANTS;
  if (!one || !other) throw new Error('there are none');

  it('names the place from line 1', () => {
    expect(rangeOf(one)).toBe('src/large.ts:1:4-1:9');
  });

  it('lets what is in the sample pass, in its order, by its place below the project and what it puts there', async () => {
    const checker = createChecker({ sample: [keyOf(other)] });
    const made = [
      { ...one, id: '7', fileName: `${process.cwd()}/${one.fileName}` },
      { ...other, id: '8', fileName: `${process.cwd()}/${other.fileName}` },
    ];
    expect(await checker.group(made)).toEqual([['8'], ['7']]);
    expect(await checker.check(made)).toMatchObject({
      7: { status: 'compileError' },
      8: { status: 'passed' },
    });
  });
});

describe('the score', () => {
  it('is of each room that is named, without what is in a room within it', () => {
    const named = ['src/conversation', 'src/conversation/understanding'];
    expect(
      ['src/conversation/a.ts', 'src/conversation/understanding/b.ts', 'src/store/c.ts'].map(file =>
        roomOf(file, named),
      ),
    ).toEqual(['src/conversation', 'src/conversation/understanding', undefined]);
    const results = (fileName: string, ...statuses: string[]) =>
      statuses.map(status => ({ fileName, line: 1, mutatorName: 'Regex', replacement: '', status }));
    const told = [
      ...results(
        'src/conversation/a.ts',
        'Killed',
        'Timeout',
        'Killed',
        'Survived',
        'Ignored',
        'CompileError',
      ),
      ...results('src/conversation/understanding/b.ts', 'Killed', 'NoCoverage'),
    ];
    expect(scoreOf(told, named)).toEqual([
      { room: 'src/conversation', share: 0.75, line: '3 of 4 noticed, 75.0 % (95 %: 30.1 %–95.4 %)' },
      {
        room: 'src/conversation/understanding',
        share: 0.5,
        line: '1 of 2 noticed, 50.0 % (95 %: 9.5 %–90.5 %)',
      },
    ]);
  });
});

/** A sample of the changes that Stryker can make, and how Stryker is told of it. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Draw, drawSample, keyOf, type Mutant, mutantSchema, rangeOf } from './draw-sample.ts';
import { roomOf } from './room-of.ts';

const LIST = 'tests/mutation/list-mutants.mjs';

/** `size` changes of each folder that is named, one of each in turn: the first of them are a smaller sample. */
export function sampleOf(named: readonly string[], draw: Draw): readonly Mutant[] {
  const files = named.flatMap(filesIn);
  const ofRooms = named.map(room => {
    const own = files.filter(file => roomOf(file, named) === room);
    const list = execFileSync(process.execPath, [LIST, ...new Set(own)], { maxBuffer: 1e9 });
    return drawSample(z.array(mutantSchema).parse(JSON.parse(String(list))), draw);
  });
  return Array.from({ length: draw.size }, (_, turn) => ofRooms.flatMap(own => own[turn] ?? [])).flat();
}

/** Stryker's own options: the lines in which it makes changes, and which of those it tries. */
export function toBeTried(sample: readonly Mutant[]): object {
  return { mutate: [...new Set(sample.map(rangeOf))], checkers: ['sample'], sample: sample.map(keyOf) };
}

function filesIn(named: string): readonly string[] {
  if (named.endsWith('.ts')) return [named];
  const names = readdirSync(named, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts')).map(name => join(named, name));
}

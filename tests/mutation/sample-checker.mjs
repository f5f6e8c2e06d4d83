/**
 * For Stryker: lets only those changes be tried that are in the sample, in its order, so that the first of them are a
 * sample themselves, and writes down what became of each. The rest of what Stryker made within the same lines counts to
 * it as code that does not compile, the one status that no score contains.
 */
import { appendFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** As `keyOf` in scripts/mutation/draw-sample.ts. */
function keyOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = relative('.', fileName).replaceAll(sep, '/');
  return JSON.stringify([file, start.line, start.column, end.line, end.column, mutatorName, replacement]);
}

const FINE = { status: 'passed' };
const LEFT_OUT = { status: 'compileError', reason: 'not in the sample' };

/** @param {{ sample: readonly string[] }} options */
export function createChecker({ sample }) {
  const places = new Map(sample.map((key, place) => [key, place]));
  const placeOf = one => places.get(keyOf(one)) ?? sample.length;
  return {
    init: async () => undefined,
    group: async mutants =>
      mutants
        .map(one => ({ id: one.id, place: placeOf(one) }))
        .sort((a, b) => a.place - b.place)
        .map(({ id }) => [id]),
    check: async mutants =>
      Object.fromEntries(mutants.map(one => [one.id, placeOf(one) < sample.length ? FINE : LEFT_OUT])),
  };
}
createChecker.inject = ['options'];

/** @param {{ results: string }} options */
function createReporter({ results }) {
  return {
    onMutantTested: result => {
      const { status, mutatorName, replacement } = result;
      const fileName = relative('.', result.fileName).replaceAll(sep, '/');
      const line = result.location.start.line;
      appendFileSync(results, `${JSON.stringify({ fileName, line, mutatorName, replacement, status })}\n`);
    },
  };
}
createReporter.inject = ['options'];

export const strykerPlugins = [
  { kind: 'Checker', name: 'sample', factory: createChecker },
  { kind: 'Reporter', name: 'one-by-one', factory: createReporter },
];
export const strykerValidationSchema = {
  properties: { sample: { type: 'array' }, results: { type: 'string' } },
};

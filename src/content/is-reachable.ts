import type { Answers } from '../assessment/answers.ts';
import { OUTS } from '../assessment/answers.ts';
import { comparisons } from '../assessment/comparisons.ts';
import { inputsIn } from '../assessment/condition.ts';
import { type CardStep, cardSteps, type Instrument, inputsOf, optionsOf } from '../assessment/instrument.ts';
import { findInput, stepAsking } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';

type Value = string | number | undefined;

/** More combinations than this are not tried: such a condition is taken as reachable. */
const MOST_COMBINATIONS = 50_000;

/** Whether some set of answers leads to the step. Tries every combination of the answers that decide it. */
export function isReachable(instrument: Instrument, step: CardStep): boolean {
  // Inside a list the answers that decide it belong to each item: these are not tried.
  if (!instrument.steps.includes(step)) return true;
  const inputs = [...deciding(instrument, step)];
  const choices = inputs.map(id => ({ id, values: valuesOf(instrument, id) }));
  const size = choices.reduce((product, { values }) => product * values.length, 1);
  if (size > MOST_COMBINATIONS) return true;
  for (const answers of combinations(choices)) {
    if (reaches(instrument, step, answers)) return true;
  }
  return false;
}

/** Answers count only when the steps that ask for them are on the path themselves. */
function reaches(instrument: Instrument, step: CardStep, answers: Answers): boolean {
  const { path } = walk(instrument, answers);
  const asked = new Set(path.flatMap(card => inputsOf(card.step)).map(({ id }) => id));
  return path.some(card => card.step === step) && Object.keys(answers).every(id => asked.has(id));
}

/** The inputs that the step's condition looks at, and those that decide whether these are asked. */
function deciding(instrument: Instrument, step: CardStep, seen = new Set<string>()): Set<string> {
  for (const id of step.when ? inputsIn(step.when) : []) {
    if (seen.has(id)) continue;
    seen.add(id);
    const asking = stepAsking(instrument, id);
    if (asking) deciding(instrument, asking, seen);
  }
  return seen;
}

/** Answers of every kind to one input; for a number its ends and the values it is compared to, with neighbours. */
function valuesOf(instrument: Instrument, id: string): Value[] {
  const input = findInput(instrument, id);
  if (input?.type !== 'number') return [undefined, ...OUTS, ...(input ? optionsOf(instrument, input) : [])];
  const compared = cardSteps(instrument)
    .flatMap(({ step: { when } }) => (when ? comparisons(when) : []))
    .flatMap(({ input: other, value }) =>
      other === id && typeof value === 'number' ? [value - 1, value, value + 1] : [],
    );
  const within = [input.min, ...compared, input.max].filter(
    value => value >= input.min && value <= input.max,
  );
  return [undefined, ...OUTS, ...new Set(within)];
}

function* combinations(choices: readonly { id: string; values: readonly Value[] }[]): Generator<Answers> {
  const [first, ...rest] = choices;
  if (!first) return yield {};
  for (const answers of combinations(rest)) {
    for (const value of first.values) yield value === undefined ? answers : { ...answers, [first.id]: value };
  }
}

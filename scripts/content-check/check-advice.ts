import type { Action } from '../../src/assessment/actions.ts';
import type { Answers, Value } from '../../src/assessment/answers.ts';
import {
  cardSteps,
  type Input,
  type Instrument,
  inputsOf,
  optionsOf,
  outsOf,
} from '../../src/assessment/instrument.ts';
import { type AssessmentResult, assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { stairsOf } from '../../src/assessment/scoring/stairs/rules.ts';
import type { Problem } from '../../src/content/problem.ts';
import { ACTIONS_FILE } from '../../src/content/read-dialogs.ts';
import { bestOf } from './best-of.ts';

const RUNS = 4_000;
const FEWEST = 3;
const MOST = 5;

/**
 * Whether the advice is any good: every action comes for some answers, every open condition gets one of three to five,
 * and nothing comes that is done. Tries the same random answers every time.
 */
export function checkAdvice(instrument: Instrument, actions: readonly Action[]): Problem[] {
  const seen = new Set<string>();
  const problems = new Map<string, Problem>();
  const tell = (path: string, problem: string) =>
    problems.set(`${path}: ${problem}`, { file: ACTIONS_FILE, path, problem });
  const draw = drawing(7);
  for (let run = 0; run < RUNS; run++) {
    const answers = randomAnswers(instrument, draw);
    const result = assess(instrument, actions, answers);
    for (const id of result.actions) seen.add(id);
    for (const problem of judge(result, actions)) tell('actions', problem);
  }
  for (const { id } of actions)
    if (!seen.has(id))
      tell(
        `actions.${id}`,
        `never comes, not once in ${RUNS} random sets of answers: move it up, loosen "unless", or take it out`,
      );
  return [...problems.values()];
}

function judge(result: AssessmentResult, actions: readonly Action[]): string[] {
  const advice = actions.filter(({ id }) => result.actions.includes(id));
  const open = [...result.holding, ...result.unknown];
  const served = advice.flatMap(({ serves, finds, fits }) =>
    fits === 'unknown' ? result.unknown : [...serves, ...finds],
  );
  const count = result.actions.length;
  return [
    ...(count < FEWEST || count > MOST ? [`a result has ${count} actions`] : []),
    ...open
      .filter(id => !served.includes(id))
      .map(
        id =>
          `${id} is open, and no action of the result serves it: a result has ${MOST} at most, so let one that serves other conditions of the stair serve it as well`,
      ),
    ...advice
      .filter(({ fits, serves, finds }) => !fits && ![...serves, ...finds].some(id => open.includes(id)))
      .map(({ id }) => `${id} comes where nothing that it serves is open`),
  ];
}

type Draw = () => number;

/** Numbers from 0 to 1 that are the same every time. */
function drawing(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Any answers, but the stairs below one drawn at random hold: else hardly anybody would get past the first. */
function randomAnswers(instrument: Instrument, draw: Draw): Answers {
  const stairs = stairsOf(instrument);
  const reached = Math.floor(draw() * (stairs.length + 1));
  // Few gaps are the usual case, and many must be possible.
  const gaps = draw();
  const entries = cardSteps(instrument)
    .flatMap(({ step }) => inputsOf(step))
    .map((input): [string, Value] => {
      const stair = stairs.findIndex(({ conditions }) => conditions.some(({ id }) => id === input.id));
      const holds = stair !== -1 && (stair < reached || draw() > gaps);
      return [input.id, holds ? bestOf(instrument, input, stairs[stair]) : anyOf(instrument, input, draw)];
    });
  return Object.fromEntries(entries);
}

function anyOf(instrument: Instrument, input: Input, draw: Draw): Value {
  const values: readonly Value[] = [...optionsOf(instrument, input), ...outsOf(instrument, input)];
  const number = input.type === 'number' && draw() < 0.7;
  if (number) return Math.floor(input.min + draw() * (input.max - input.min));
  return values[Math.floor(draw() * values.length)] ?? 'unknown';
}

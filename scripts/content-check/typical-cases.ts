/** `dialogs/cases/ID.yaml`: municipalities whose plain advice is known, and whether they get it. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { Action } from '../../src/assessment/actions.ts';
import type { Answers, Value } from '../../src/assessment/answers.ts';
import { checkAnswers } from '../../src/assessment/check-answers.ts';
import { idSchema } from '../../src/assessment/id.ts';
import type { Instrument } from '../../src/assessment/instrument.ts';
import { findInput } from '../../src/assessment/places.ts';
import { assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { stairsOf } from '../../src/assessment/scoring/stairs/rules.ts';
import type { Found, Problem, Read } from '../../src/content/problem.ts';
import { ACTIONS_FILE, type Dialogs } from '../../src/content/read-dialogs.ts';
import { readYaml } from '../../src/content/read-yaml.ts';
import { bestOf } from './best-of.ts';

const FOLDER = 'dialogs/cases';

const caseSchema = z.strictObject({
  name: z.string().min(1),
  /** The stair whose advice is asked for: what `answers` does not say of it and of those below is met. */
  towards: z.number().int().min(1),
  answers: z.record(idSchema, z.union([z.string(), z.number()])).default({}),
  /** Actions that must come, in this order; others may come as well. */
  advice: z.array(idSchema).min(1),
});

export const casesSchema = z.strictObject({ cases: z.array(caseSchema).min(1) });

/** A municipality as consultants meet them, and the plain advice that it must not miss, in this order. */
export type TypicalCase = z.infer<typeof caseSchema>;

/** The cases of a file that is named after its instrument. */
export interface CaseFile {
  readonly file: string;
  readonly dialog: string;
  readonly cases: readonly TypicalCase[];
}

export function readCases(root: string): Read<readonly CaseFile[]> {
  const names = existsSync(join(root, FOLDER)) ? readdirSync(join(root, FOLDER)).sort() : [];
  const read = names.map(name => {
    const file = `${FOLDER}/${name}`;
    const { value, problems } = readYaml(root, file, casesSchema);
    return { problems, found: value ? [{ file, dialog: basename(name, '.yaml'), cases: value.cases }] : [] };
  });
  return { value: read.flatMap(({ found }) => found), problems: read.flatMap(({ problems }) => problems) };
}

/** Every case that names what there is not, or misses its advice. */
export function checkCases(files: readonly CaseFile[], { instruments, catalogue }: Dialogs): Problem[] {
  const current = instruments.filter(({ state }) => state === 'current').map(one => one.instrument);
  return files.flatMap(({ file, dialog, cases }) => {
    const instrument = current.find(({ id }) => id === dialog);
    if (!instrument || stairsOf(instrument).length === 0)
      return [{ file, path: '', problem: `no instrument by stairs has the id ${dialog}: rename this file` }];
    return cases
      .flatMap(one => checkCase(one, instrument, catalogue?.actions ?? []))
      .map(found => ({ file, ...found }));
  });
}

function checkCase(one: TypicalCase, instrument: Instrument, actions: readonly Action[]): Found[] {
  const path = `cases.${one.name}`;
  const wrong = [
    ...checkAnswers(instrument, one.answers).map(({ input, problem }) => ({
      path: `${path}.answers.${input}`,
      problem:
        problem === 'unknown-input'
          ? `${instrument.id} does not ask this: name another question, or leave it out`
          : `${one.answers[input]} is no answer to it (${problem})`,
    })),
    ...one.advice
      .filter(id => !actions.some(action => action.id === id))
      .map(id => ({ path: `${path}.advice`, problem: `there is no action ${id} in ${ACTIONS_FILE}` })),
  ];
  return wrong.length > 0 ? wrong : missedAdvice(one, instrument, actions);
}

function missedAdvice(one: TypicalCase, instrument: Instrument, actions: readonly Action[]): Found[] {
  const given = assess(instrument, actions, answersOf(one, instrument)).actions;
  const came = given.filter(id => one.advice.includes(id));
  if (came.join() === one.advice.join()) return [];
  const problem = `expected ${one.advice.join(', ')} in this order, and there came ${given.join(', ')}: move or change the actions in ${ACTIONS_FILE}, or what the case expects`;
  return [{ path: `cases.${one.name}.advice`, problem }];
}

function answersOf({ towards, answers }: TypicalCase, instrument: Instrument): Answers {
  const met = stairsOf(instrument)
    .slice(0, towards)
    .flatMap(stair => stair.conditions.map(({ id }) => ({ stair, input: findInput(instrument, id) })))
    .flatMap(({ stair, input }): [string, Value][] =>
      input ? [[input.id, bestOf(instrument, input, stair)]] : [],
    );
  return { ...Object.fromEntries(met), ...answers };
}

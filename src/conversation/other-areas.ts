/** Areas that are judged one by one: what was told of each is kept with it. */
import { answersFrom } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { scopeOf } from '../assessment/scoring/scope.ts';
import { areasOf } from '../assessment/scoring/stairs/rules.ts';
import { type RunScene, withRun } from './context.ts';
import type { Run, Told } from './session.ts';

/** What was told of the area in hand. */
export function toldIn({ answers, passed, reasons, notes, colleague, by }: Told): Told {
  return { answers, passed, reasons, notes, colleague, ...(by && { by }) };
}

/** What was told of the areas judged before, but for the one that is now judged again. */
export function toldBeside(instrument: Instrument, { answers, others = [] }: Run): readonly Told[] {
  const areas = areasOf(instrument);
  if (areas === undefined) return [];
  return others.filter(other => other.answers[areas] !== answers[areas]);
}

/**
 * An area that was judged before is taken up where it was left, with its notes, once it is named and nothing else has
 * been answered: so a colleague's answer gets in. Who answers is as it was said now.
 */
export function takingUp(scene: RunScene): RunScene {
  const { instrument, run } = scene;
  const areas = areasOf(instrument);
  const scope = scopeOf(instrument, run.answers);
  if (areas === undefined || Object.keys(run.answers).length > scope.length) return scene;
  const before = run.others?.find(({ answers }) => answers[areas] === run.answers[areas]);
  if (!before) return scene;
  return withRun(scene, {
    ...before,
    answers: { ...before.answers, ...answersFrom(scope) },
    others: run.others?.filter(other => other !== before),
  });
}

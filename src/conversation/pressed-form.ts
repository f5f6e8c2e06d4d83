import { inputsOf, type Step } from '../assessment/definition.ts';
import { answerStep } from './answering.ts';
import type { RunScene, Turn } from './context.ts';
import { valuesOf } from './place.ts';
import type { Press } from './press.ts';

/** A form card sent in: an input left empty keeps what it had, and is otherwise unknown. */
export function pressedForm(scene: RunScene, step: Step, press: Press & { do: 'form' }): Turn {
  const kept = valuesOf(scene, step);
  const values = inputsOf(step).map(({ id }) => {
    const sent = Object.hasOwn(press, id) ? press[id] : undefined;
    return [id, sent || (kept[id] ?? 'unknown')] as const;
  });
  return answerStep(scene, step, Object.fromEntries(values));
}

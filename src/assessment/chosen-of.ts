import type { Answers } from './answers.ts';
import type { CardStep, Instrument } from './instrument.ts';
import { addedTo } from './places.ts';

/** The items of a list that are gone through: the chosen ones (while nobody chose, the usual ones), and all that people added. */
export function chosenOf(instrument: Instrument, list: string, answers: Answers): readonly string[] {
  const step = chooseStep(instrument, list);
  if (!step) return [];
  const chosen = answers[step.id] ?? step.usual;
  const added = addedTo(instrument, list, { at: [], answers }) ?? [];
  return [...new Set([...(Array.isArray(chosen) ? chosen : []), ...added])];
}

function chooseStep({ steps }: Instrument, list: string) {
  return steps.find(
    (step): step is Extract<CardStep, { type: 'choose' }> => step.type === 'choose' && step.list === list,
  );
}

import type { Answers } from '../assessment/answers.ts';
import { cardByKey } from '../assessment/find-card.ts';
import type { Instrument, Step } from '../assessment/instrument.ts';
import { addedTo } from '../assessment/places.ts';
import { cardText, cardTextIfAny } from './dialog-texts.ts';
import type { Button } from './view.ts';
import type { Voice } from './voice.ts';

/**
 * Buttons to what can be gone to at any time: the choice of items, items of one's own with the way to add one, figures
 * of the whole, and cards beside the way. `names` are the answers that name added items.
 */
export function waysInto(voice: Voice, instrument: Instrument, names: Answers): Button[] {
  return instrument.steps.flatMap(step =>
    keysInto(instrument, step, names).flatMap(key => {
      const card = cardByKey(instrument, names, key);
      if (!card) return [];
      const named = cardTextIfAny(voice, instrument, { card, part: 'onward', names });
      const label = named ?? cardText(voice, instrument, { card, part: 'short', names });
      return [{ label, press: { do: 'go', to: card.key, dialog: instrument.id } } as const];
    }),
  );
}

function keysInto(instrument: Instrument, step: Step, names: Answers): string[] {
  if (step.type !== 'each' && step.again) return [step.id];
  if (step.type === 'table' && instrument.lists[step.list]?.own !== undefined) {
    const adding = `${step.id}.own`;
    const added = addedTo(instrument, step.list, { at: [], answers: names });
    const rows = step.inputs.length > 0 && (step.items === 'chosen' || (added && added.length > 0));
    const first = instrument.steps.find(one => one.type === 'table' && one.list === step.list);
    // Of several tables of the same items the first one adds to them.
    return [...(rows ? [step.id] : []), ...(first === step ? [adding] : [])];
  }
  const always = step.type === 'choose' || step.type === 'show' || (step.type === 'form' && step.aside);
  return always ? [step.id] : [];
}

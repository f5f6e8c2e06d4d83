import type { Answers } from '../assessment/answers.ts';
import type { Definition, Step } from '../assessment/definition.ts';
import { cardByKey } from '../assessment/find-card.ts';
import { addedAt } from '../assessment/places.ts';
import { cardText, cardTextIfAny } from './dialog-texts.ts';
import type { Button } from './view.ts';
import type { Voice } from './voice.ts';

/**
 * Buttons to what can be gone to at any time: the choice of items, items of one's own with the way to add one, figures
 * of the whole, and cards beside the way. `names` are the answers that name added items.
 */
export function waysInto(voice: Voice, definition: Definition, names: Answers): Button[] {
  return definition.steps.flatMap(step =>
    keysInto(definition, step, names).flatMap(key => {
      const card = cardByKey(definition, names, key);
      if (!card) return [];
      const named = cardTextIfAny(voice, definition, { card, part: 'onward', names });
      const label = named ?? cardText(voice, definition, { card, part: 'short', names });
      return [{ label, press: { do: 'go', to: card.key, dialog: definition.id } } as const];
    }),
  );
}

function keysInto(definition: Definition, step: Step, names: Answers): string[] {
  if (step.type !== 'each' && step.again) return [step.id];
  if (step.type === 'table' && definition.lists[step.list]?.own !== undefined) {
    const adding = `${step.id}.own`;
    const rows = step.inputs.length > 0 && (step.items === 'chosen' || addedAt(names, []));
    const first = definition.steps.find(one => one.type === 'table' && one.list === step.list);
    // Of several tables of the same items the first one adds to them.
    return [...(rows ? [step.id] : []), ...(first === step ? [adding] : [])];
  }
  const always = step.type === 'choose' || step.type === 'show' || (step.type === 'form' && step.aside);
  return always ? [step.id] : [];
}

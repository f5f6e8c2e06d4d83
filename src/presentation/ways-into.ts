import type { Definition } from '../assessment/definition.ts';
import { cardByKey } from '../assessment/walk.ts';
import { cardText, cardTextIfAny } from './dialog-texts.ts';
import type { Button } from './view.ts';
import type { Voice } from './voice.ts';

/** Buttons to what can be gone to at any time: the choice of items, and cards beside the way; then its files. */
export function waysInto(voice: Voice, definition: Definition): Button[] {
  return definition.steps.flatMap(step => {
    if (step.type !== 'choose' && !(step.type === 'form' && step.aside)) return [];
    const card = cardByKey(definition, {}, step.id);
    if (!card) return [];
    const named = cardTextIfAny(voice, definition, { card, part: 'onward', names: {} });
    const label = named ?? cardText(voice, definition, { card, part: 'short', names: {} });
    return [{ label, press: { do: 'go', to: card.key, dialog: definition.id } }];
  });
}

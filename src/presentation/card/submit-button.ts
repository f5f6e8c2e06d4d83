import type { Button, Submit } from '../view.ts';
import type { SubmitAction } from './element.ts';

const STYLES = { main: 'positive', danger: 'destructive' } as const;

/** A button that stands alone: what it sends is all in its data. */
export function submitButton({ label, press, tone, name }: Button): SubmitAction {
  return {
    type: 'Action.Submit',
    title: label,
    data: press,
    ...(name !== undefined && { tooltip: name }),
    ...(tone && { style: STYLES[tone] }),
    associatedInputs: 'none',
  };
}

/** A button that sends the card's inputs along. */
export function submitForm({ label, fields, tone = 'main' }: Submit): SubmitAction {
  const style = tone === 'main' && ({ style: STYLES.main } as const);
  return { type: 'Action.Submit', title: label, data: fields, ...style, associatedInputs: 'auto' };
}

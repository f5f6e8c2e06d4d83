import type { Button } from './view.ts';
import type { Voice } from './voice.ts';

/** A button that begins a dialog, or goes on with it. */
export function dialogButton({ t }: Voice, dialog: string, tone?: 'main'): Button {
  return {
    label: t(`${dialog}:open`),
    press: { do: 'command', name: 'start', dialog },
    ...(tone && { tone }),
  };
}

/** What is offered on a screen, the dialog that a bare "start" begins first. In Teams nobody is there as a resident. */
export function offeredOn({ screen, context: { offered, forResidents = [] } }: Voice): readonly string[] {
  return screen !== 'teams' ? offered : offered.filter(dialog => !forResidents.includes(dialog));
}

/** What else can be begun, beside the dialog that a bare "start" begins. */
export function otherDialogs(voice: Voice): Button[] {
  return offeredOn(voice)
    .slice(1)
    .map(dialog => dialogButton(voice, dialog));
}

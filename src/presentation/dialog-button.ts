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

/** What else can be begun, beside the dialog that a bare "start" begins. */
export function otherDialogs(voice: Voice): Button[] {
  return voice.context.offered.slice(1).map(dialog => dialogButton(voice, dialog));
}

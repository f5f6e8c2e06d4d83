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

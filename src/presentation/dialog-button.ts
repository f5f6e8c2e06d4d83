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

/** What else can be begun, beside the dialog that a bare "start" begins: what comes first, and what there is no room for. */
export function otherDialogs(voice: Voice): {
  readonly first: readonly Button[];
  readonly more: readonly Button[];
} {
  const { forResidents = [] } = voice.context;
  const others = offeredOn(voice).slice(1);
  const officials = others.filter(dialog => !forResidents.includes(dialog));
  const later = officials.slice(MOST_AT_ONCE);
  const buttons = (dialogs: readonly string[]) => dialogs.map(dialog => dialogButton(voice, dialog));
  return { first: buttons(others.filter(dialog => !later.includes(dialog))), more: buttons(later) };
}

/** Teams shows six buttons at once, and one begins the first dialog. */
const MOST_AT_ONCE = 5;

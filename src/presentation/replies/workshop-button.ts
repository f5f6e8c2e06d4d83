import type { Button } from '../view.ts';
import type { Voice } from '../voice.ts';

type Act = 'look' | 'reveal' | 'close' | 'reopen' | 'hand-over' | 'take-over' | 'join' | 'result' | 'leave';

/** What a button does, and the text that names it on the card. */
type Named = readonly [act: Act, text: string];

export const REVEAL: Named = ['reveal', 'workshop:led.reveal'];
export const CLOSE: Named = ['close', 'workshop:led.close'];

/** A button that does something about this workshop. */
export function workshopButton({ t }: Voice, { id }: { readonly id: string }, [act, text]: Named): Button {
  return { label: t(text), press: { do: 'workshop', act, id } };
}

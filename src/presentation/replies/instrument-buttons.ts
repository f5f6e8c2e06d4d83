import type { Instrument } from '../../assessment/instrument.ts';
import { commandButton } from '../command-button.ts';
import type { Button } from '../view.ts';
import type { Voice } from '../voice.ts';

/** To save what an instrument gives beside its result (a spreadsheet, a roadmap), each by its own name; most give none. */
export function saveButtons(voice: Voice, { files }: Instrument): Button[] {
  return files.map(file => ({
    ...commandButton(voice, 'export'),
    label: voice.t(`bot:files.${file}.save`),
  }));
}

/** To fill an instrument from a register of services; none where that is off. */
export function prefillButtons(voice: Voice, { id }: Instrument): Button[] {
  return voice.context.prefilled?.includes(id) ? [commandButton(voice, 'prefill')] : [];
}

import type { Command } from '../conversation/command.ts';
import { commandButton } from './command-button.ts';
import type { Block, Button } from './view.ts';
import type { Voice } from './voice.ts';

/** The ways around a card, drawn on it: a press on an older card is then recognised. */
export function waysAround(voice: Voice, nonce: string, commands: readonly Command[]): Block {
  return { block: 'quiet', buttons: commands.map(name => commandButton(voice, name, { nonce })) };
}

/** A button to a card of the workbook, to the next one or to the whole result. */
export function goButton({ t }: Voice, to: string, { label, tone, nonce }: GoOptions): Button {
  return {
    label: t(`workbook-chat:go.${label}`),
    press: { do: 'workbook-go', to, ...(nonce !== undefined && { nonce }) },
    ...(tone && { tone }),
  };
}

interface GoOptions {
  readonly label: 'next' | 'whole' | 'own' | 'target' | 'areas';
  readonly tone?: 'main';
  readonly nonce?: string;
}

import type { Command } from '../conversation/command.ts';
import type { Button } from './view.ts';
import type { Voice } from './voice.ts';

/** A button that gives a command; with a nonce where a double press must not do it twice. */
export function commandButton({ t }: Voice, name: Command, options: CommandOptions = {}): Button {
  const { tone, nonce } = options;
  return {
    label: t(`bot:commands.${name}`),
    press: { do: 'command', name, ...(nonce !== undefined && { nonce }) },
    ...(tone && { tone }),
  };
}

interface CommandOptions {
  readonly tone?: 'main';
  readonly nonce?: string;
}

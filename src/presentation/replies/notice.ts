import type { Command } from '../../conversation/command.ts';
import type { Notice } from '../../conversation/notice.ts';
import { commandButton } from '../command-button.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** One short line, with a way on where nothing else would offer one. `withdrawn` stands for what cannot be shown. */
export function notice(voice: Voice, name: Notice): View {
  const text = voice.t(`bot:notices.${name}`);
  const onward = [
    ...(ONWARD[name] ?? []),
    ...(name === 'paused' && voice.screen === 'teams' ? (['remind'] as const) : []),
  ];
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(onward.length > 0
        ? [
            { block: 'typing', text: voice.t(`bot:notice-typing.${name}`) } as const,
            { block: 'buttons', buttons: onward.map(command => commandButton(voice, command)) } as const,
          ]
        : []),
    ],
  };
}

const ONWARD: Partial<Record<Notice, readonly Command[]>> = {
  'nothing-started': ['start', 'about'],
  paused: ['resume', 'transcript'],
  erased: ['start'],
  'nothing-to-share': ['status', 'finish'],
};

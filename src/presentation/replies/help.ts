import type { Command } from '../../conversation/command.ts';
import { commandButton } from '../command-button.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What can be said at any time. Greetings and thanks are understood too but need no telling. */
export function help(voice: Voice, { commands }: ReplyOf<'help'>): View {
  const { t } = voice;
  const told = TOLD.filter(command => commands.includes(command));
  return {
    gist: t('bot:help.title'),
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: t('bot:help.title') },
      { block: 'text', text: t('bot:help.answering') },
      { block: 'list', items: told.map(command => t(`bot:help.commands.${command}`)) },
      {
        block: 'buttons',
        buttons: OFFERED.filter(command => commands.includes(command)).map(command =>
          commandButton(voice, command),
        ),
      },
    ],
  };
}

const TOLD: readonly Command[] = [
  'why',
  'back',
  'skip',
  'note',
  'ask-colleague',
  'status',
  'summary',
  'finish',
  'pause',
  'restart',
  'workbook',
  'transcript',
  'share',
  'remind',
  'remind-off',
  'language',
  'erase',
  'contact',
];

const OFFERED: readonly Command[] = ['start', 'workbook', 'status', 'summary', 'language', 'contact'];

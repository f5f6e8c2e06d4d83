import type { Command } from '../../conversation/command.ts';
import { commandButton } from '../command-button.ts';
import { dialogButton, offeredOn, otherDialogs } from '../dialog-button.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What can be said at any time. Greetings and thanks are understood too but need no telling. */
export function help(voice: Voice, { commands }: ReplyOf<'help'>): View {
  const { t } = voice;
  const begins = commands.includes('start');
  const [first] = offeredOn(voice);
  const others = otherDialogs(voice);
  const told = TOLD.filter(command => commands.includes(command));
  return tells({ block: 'heading', text: t('bot:help.title') }, [
    { block: 'text', text: t('bot:help.answering') },
    {
      block: 'list',
      items: [...told.map(command => t(`bot:help.commands.${command}`)), ...dialogs(voice)],
    },
    {
      block: 'buttons',
      buttons: [...(begins && first !== undefined ? [dialogButton(voice, first), ...others.first] : [])],
    },
    // With many instruments these are more than Teams shows at once.
    {
      block: 'quiet',
      buttons: [
        commandButton(voice, 'contact'),
        ...(begins ? others.more : []),
        ...OFFERED.filter(command => commands.includes(command)).map(command =>
          commandButton(voice, command),
        ),
      ],
    },
  ]);
}

/** Other instruments, by the words that open them. */
function dialogs(voice: Voice): string[] {
  const { t } = voice;
  return offeredOn(voice).flatMap(dialog => (t.has(`${dialog}:help`) ? [t(`${dialog}:help`)] : []));
}

const TOLD: readonly Command[] = [
  'why',
  'back',
  'skip',
  'note',
  'ask-colleague',
  'invite',
  'status',
  'summary',
  'finish',
  'pause',
  'restart',
  'transcript',
  'prefill',
  'share',
  'unshare',
  'keep',
  'kept',
  'forget',
  'compare',
  'uncompare',
  'workshop',
  'remind',
  'remind-off',
  'language',
  'erase',
  'contact',
];

const OFFERED: readonly Command[] = ['status', 'summary', 'workshop', 'language'];

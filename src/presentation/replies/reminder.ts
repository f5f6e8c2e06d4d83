import type { Command } from '../../conversation/command.ts';
import { commandButton } from '../command-button.ts';
import { dialogButton } from '../dialog-button.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { standingSoFar } from './standing-so-far.ts';

/** What somebody wished to be reminded of, the ways on, and the way to be left alone. */
export function reminder(voice: Voice, reply: ReplyOf<'reminder'>): View {
  const { t } = voice;
  const { about, begun = [], open } = reply;
  const title = t(`bot:reminder.${about}.title`);
  const onward = about === 'unfinished' && !open ? begun.map(dialog => dialogButton(voice, dialog)) : [];
  const commands = onward.length > 0 ? [] : ONWARD[about];
  return tells({ block: 'heading', text: title }, [
    ...standingSoFar(voice, reply),
    { block: 'text', text: t('bot:reminder.stop'), tone: 'quiet' },
    { block: 'typing', text: t(`bot:reminder.${about}.typing`) },
    {
      block: 'buttons',
      buttons: [...onward, ...[...commands, 'remind-off' as const].map(name => commandButton(voice, name))],
    },
  ]);
}

const ONWARD: Readonly<Record<ReplyOf<'reminder'>['about'], readonly Command[]>> = {
  unfinished: ['resume', 'summary'],
  'follow-up': ['summary', 'restart'],
};

import { fieldAt } from '../../assessment/places.ts';
import type { Command } from '../../conversation/command.ts';
import { commandButton } from '../command-button.ts';
import { dialogButton } from '../dialog-button.ts';
import { inputShort, itemAt, itemName } from '../dialog-texts.ts';
import { formatDate } from '../format-date.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { standingSoFar } from './standing-so-far.ts';

/** What somebody wished to be reminded of, the ways on, and the way to be left alone. */
export function reminder(voice: Voice, reply: ReplyOf<'reminder'>): View {
  const { t } = voice;
  const { about, begun = [], open, day } = reply;
  const title = t(`bot:reminder.${about}.title`);
  const dialogs = about === 'unfinished' && !open ? begun : day ? [day.dialog] : [];
  const onward = dialogs.map(dialog => dialogButton(voice, dialog));
  const commands = onward.length > 0 ? [] : ONWARD[about];
  return tells({ block: 'heading', text: title }, [
    ...standingSoFar(voice, reply),
    ...(day ? dayBlocks(voice, day) : []),
    { block: 'text', text: t('bot:reminder.stop'), tone: 'quiet' },
    { block: 'typing', text: t(`bot:reminder.${about}.typing`) },
    {
      block: 'buttons',
      buttons: [...onward, ...[...commands, 'remind-off' as const].map(name => commandButton(voice, name))],
    },
  ]);
}

/** What the day is about: nothing where its instrument is kept no longer. */
function dayBlocks(voice: Voice, { dialog, version, key, day, names }: Day): Block[] {
  const { t, context, locale } = voice;
  const instrument = context.instrument(dialog, version);
  const field = instrument && fieldAt(instrument, key, names);
  if (!instrument || !field) return [];
  const item = itemAt(field.at.slice(0, 1), names);
  const about = item ? itemName(voice, instrument, item) : t(`${dialog}:title`);
  const params = { field: inputShort(voice, instrument, key), date: formatDate(locale, day), about };
  return [{ block: 'text', text: t('bot:reminder.day', params), tone: 'strong' }];
}

type Day = NonNullable<ReplyOf<'reminder'>['day']>;

const ONWARD: Readonly<Record<ReplyOf<'reminder'>['about'], readonly Command[]>> = {
  unfinished: ['resume', 'summary'],
  'follow-up': ['summary', 'restart'],
};

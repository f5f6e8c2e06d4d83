import type { Command } from '../../conversation/command.ts';
import type { Notice } from '../../conversation/notice.ts';
import { commandButton } from '../command-button.ts';
import { tells } from '../message.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** One short line, with a way on where nothing else would offer one. `withdrawn` stands for what cannot be shown. */
export function notice(voice: Voice, name: Notice): View {
  const text = voice.t(`bot:notices.${name}`);
  const onward = [
    ...(ONWARD[name] ?? []),
    ...(name === 'paused' && voice.screen === 'teams' ? (['remind'] as const) : []),
    ...(name === 'colleague-marked' && voice.context.partLink ? (['invite'] as const) : []),
  ];
  if (name === 'kept-give-code') return keptGiveCode(voice, text);
  if (onward.length === 0) return tells(text);
  return tells(text, [
    { block: 'typing', text: voice.t(`bot:notice-typing.${name}`) },
    { block: 'buttons', buttons: onward.map(command => commandButton(voice, command)) },
  ]);
}

/** Whoever has a file of results instead of a code brings it to a page of its own. */
function keptGiveCode({ t, context, locale }: Voice, text: string): View {
  const url = `${context.publicUrl}/kept?lang=${locale}`;
  const links = { block: 'links', links: [{ label: '', text: t('bot:kept.import'), url }] } as const;
  return tells(text, context.keptDays === undefined ? [] : [links]);
}

const ONWARD: Partial<Record<Notice, readonly Command[]>> = {
  'nothing-started': ['start', 'about'],
  paused: ['resume', 'transcript'],
  erased: ['start'],
  'nothing-to-share': ['status', 'finish'],
  'compare-keep-first': ['finish', 'keep'],
  'compare-more': ['resume', 'keep'],
};

import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** In which forms each can be saved, the one for people first. */
const FORMATS = {
  transcript: ['html', 'txt'],
  result: ['html', 'txt', 'json'],
  workbook: ['xlsx', 'json'],
} as const;

/** Where the conversation or the result can be saved from; how to do it by hand where nothing can be linked. */
export function files(voice: Voice, { what }: ReplyOf<'files'>): View {
  const { t, context } = voice;
  const tab = what === 'transcript' ? undefined : context.tabLink?.();
  const saved = FORMATS[what].flatMap(format => {
    const url = context.fileLink?.(what, format);
    return url === undefined ? [] : [{ label: '', text: t(`bot:files.formats.${format}`), url }];
  });
  const links = [...(tab === undefined ? [] : [{ label: '', text: t('bot:files.tab'), url: tab }]), ...saved];
  const text = t(`bot:files.${what}.${saved.length === 0 ? 'by-hand' : 'ready'}`);
  return tells(text, links.length > 0 ? [{ block: 'links', links }] : []);
}

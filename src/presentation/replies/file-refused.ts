import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a spreadsheet that was sent changed nothing, and where it can be brought in. */
export function fileRefused(voice: Voice, { why, problems }: ReplyOf<'file-refused'>): View {
  const { t, context } = voice;
  const text = t(`bot:file.${why}`);
  const page = context.publicUrl;
  return tells(text, [
    ...(problems.length > 0 ? [{ block: 'list', items: problems } as const] : []),
    ...(why === 'rejected'
      ? []
      : [
          { block: 'text', text: t('bot:file.elsewhere') } as const,
          { block: 'links', links: [{ label: '', text: page, url: page }] } as const,
        ]),
  ]);
}

import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Where the conversation or the result can be saved from; how to do it by hand where nothing can be linked. */
export function files(voice: Voice, { what }: ReplyOf<'files'>): View {
  const { t, context } = voice;
  const url = context.fileLink?.(what);
  const text = t(`bot:files.${what}.${url === undefined ? 'by-hand' : 'ready'}`);
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(url === undefined
        ? []
        : [{ block: 'links', links: [{ label: '', text: t(`bot:files.${what}.link`), url }] } as const]),
    ],
  };
}

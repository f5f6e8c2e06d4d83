import { replacedBy } from '../../conversation/reply.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { entriesText } from '../entries-text.ts';
import { lineText } from '../line-text.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What was taken from somebody's words. */
export function noted(voice: Voice, reply: ReplyOf<'noted'>): View {
  const line = lineView(voice, reply, entriesText(voice, instrumentOf(voice, reply), reply));
  if (!reply.open) return line;
  return { ...line, blocks: [...line.blocks, { block: 'typing', text: voice.t('bot:noted.typing') }] };
}

/** A line on what was taken, and below it how the figures stand now. */
export function lineView(voice: Voice, reply: ReplyOf<'answered'> | ReplyOf<'noted'>, text: string): View {
  const growing = reply.growing && lineText(voice, instrumentOf(voice, reply), reply.growing);
  const replaced = replacedBy(reply);
  return {
    // Cards are shown under `q` and their nonce: the line takes that one's place.
    ...(replaced !== undefined && { id: `q${replaced}` }),
    ...tells(text, growing ? [{ block: 'text', text: growing, tone: 'quiet' }] : []),
  };
}

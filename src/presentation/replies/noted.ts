import { replacedBy } from '../../conversation/reply.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { entriesText, leftText } from '../entries-text.ts';
import { lineText } from '../line-text.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What was taken from somebody's words. */
export function noted(voice: Voice, reply: ReplyOf<'noted'>): View {
  const line = lineView(voice, reply, entriesText(voice, instrumentOf(voice, reply), reply));
  const blocks = [...line.blocks, ...leftBlocks(voice, reply)];
  if (reply.open) blocks.push({ block: 'typing', text: voice.t('bot:noted.typing') });
  return { ...line, blocks };
}

/** What was left out of what was said of all, and so has no answer. */
export function leftBlocks(voice: Voice, reply: ReplyOf<'noted' | 'did-you-mean'>): Block[] {
  const { left = [], names } = reply;
  if (left.length === 0) return [];
  return [{ block: 'text', text: leftText(voice, instrumentOf(voice, reply), { left, names }) }];
}

/** A line on what was taken, and below it how the figures stand now. */
export function lineView(voice: Voice, reply: ReplyOf<'answered'> | ReplyOf<'noted'>, text: string): View {
  const growing = reply.growing && lineText(voice, instrumentOf(voice, reply), reply.growing);
  const replaced = replacedBy(reply);
  const line = tells(text, growing ? [{ block: 'text', text: growing, tone: 'quiet' }] : []);
  // Cards are shown under `q` and their nonce: the line takes that one's place.
  return replaced === undefined ? line : { id: `q${replaced}`, ...line };
}

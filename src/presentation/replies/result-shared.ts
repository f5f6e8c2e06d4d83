import { commandButton } from '../command-button.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { linkBlock } from './link-block.ts';
import { outcomeView } from './result.ts';

/** How to show one's result to others: the bot needs no right to read or write there unasked. */
export function shareOffered(voice: Voice, { code, minutes, names }: ReplyOf<'share-offered'>): View {
  const { t } = voice;
  return tells({ block: 'heading', text: t('bot:share.title') }, [
    { block: 'list', items: [t('bot:share.where'), t('bot:share.say', { code })], numbered: true },
    { block: 'text', text: t('bot:share.lasts', { count: minutes }) },
    { block: 'text', text: t('bot:share.care') },
    ...namesShown(voice, names),
  ]);
}

/** A link by which a result is read without a chat. */
export function linkOffered(voice: Voice, { key, seed, days, names }: ReplyOf<'link-offered'>): View {
  const { t, context } = voice;
  const url = context.shareLink?.({ key, seed });
  return tells({ block: 'heading', text: t('bot:link.title') }, [
    linkBlock(voice, url),
    { block: 'text', text: t('bot:link.lasts', { count: days }) },
    { block: 'text', text: t('bot:link.care') },
    ...namesShown(voice, names),
    { block: 'quiet', buttons: [commandButton(voice, 'unshare')] },
  ]);
}

/** A sector or a factor can bear a name that is nobody else's to know: all of them stand here before the link is passed on. */
function namesShown({ t }: Voice, names: readonly string[] = []): Block[] {
  if (names.length === 0) return [];
  return [
    { block: 'text', text: t('bot:share.names', { names: names.map(userWords).join(', ') }), tone: 'strong' },
  ];
}

/** A result that somebody shows to others: where it stands, and nothing of what was answered. */
export function resultShared(voice: Voice, reply: ReplyOf<'result-shared'>): View {
  const { t } = voice;
  // "2 % short of 50 %" would tell the answer itself, which is not shared.
  const sections = reply.outcome.sections.map(section =>
    section.kind === 'standing' ? { ...section, near: [] } : section,
  );
  const outcome = { ...reply.outcome, sections };
  const { gist, expects, blocks } = outcomeView(voice, { ...reply, outcome, reasons: {} });
  return {
    gist,
    expects,
    blocks: [
      { block: 'text', text: t('bot:share.shown', { dialog: t(`${reply.dialog}:title`) }), tone: 'quiet' },
      ...blocks,
      { block: 'text', text: t('bot:result.no-decision'), tone: 'quiet' },
    ],
  };
}

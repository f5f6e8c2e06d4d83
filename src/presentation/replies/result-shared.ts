import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { standing } from './result-standing.ts';

/** A result that somebody shows to others: where it stands, and nothing of what was answered. */
export function resultShared(voice: Voice, { dialog, version, result }: ReplyOf<'result-shared'>): View {
  const { t } = voice;
  const { gist, expects, blocks } = standing(voice, {
    kind: 'result',
    dialog,
    version,
    result,
    answers: {},
    reasons: {},
  });
  return {
    gist,
    expects,
    blocks: [
      { block: 'text', text: t('bot:share.shown', { dialog: t(`${dialog}:title`) }), tone: 'quiet' },
      ...blocks,
      { block: 'text', text: t('bot:result.no-decision'), tone: 'quiet' },
    ],
  };
}

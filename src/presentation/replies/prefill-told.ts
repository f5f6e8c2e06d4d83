import { instrumentOf } from '../dialog-texts.ts';
import { formatDate } from '../format-date.ts';
import { tells } from '../message.ts';
import { municipalityName, newsLines, sourceText } from '../prefill-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What became of looking into the register, or of what was proposed. */
export function prefillTold(voice: Voice, reply: ReplyOf<'prefill-told'>): View {
  const { t } = voice;
  const { news = [], leftOut = 0, what } = reply;
  const instrument = instrumentOf(voice, reply);
  const lines = news.flatMap(one => newsLines(voice, instrument, one));
  const more: Block[] = [
    ...(lines.length > 0
      ? ([
          { block: 'heading', text: t('prefill:news.title'), opens: 'section' },
          { block: 'list', items: lines },
        ] as const)
      : []),
    ...(leftOut > 0 ? [{ block: 'text', text: t('prefill:left-out', { count: leftOut }) } as const] : []),
  ];
  const first = what === 'taken' ? takenText(voice, reply) : toldText(voice, reply);
  return first === undefined ? opening(more) : tells(first, more);
}

/** The same line by line, for a page beside the chat. */
export function toldLines(voice: Voice, reply: ReplyOf<'prefill-told'>): string[] {
  const { t } = voice;
  const { news = [], leftOut = 0, what } = reply;
  const instrument = instrumentOf(voice, reply);
  const changes = news.flatMap(one => newsLines(voice, instrument, one));
  return [
    ...(what === 'taken' || what === 'done' ? [] : [toldText(voice, reply)]),
    ...(changes.length > 0 ? [`${t('prefill:news.title')}:`, ...changes] : []),
    ...(leftOut > 0 ? [t('prefill:left-out', { count: leftOut })] : []),
  ];
}

function opening([first, ...more]: readonly Block[]): View {
  const text = first && 'text' in first && typeof first.text === 'string' ? first.text : '';
  return { gist: text, expects: 'nothing', blocks: first ? [first, ...more] : [] };
}

function takenText(voice: Voice, { count, day = '' }: ReplyOf<'prefill-told'>): string | undefined {
  if (count === undefined) return undefined;
  return count === 0
    ? voice.t('prefill:taken-none')
    : voice.t('prefill:taken', { count, source: sourceText(voice, day) });
}

function toldText(voice: Voice, { what, municipality, day }: ReplyOf<'prefill-told'>): string {
  const date = day === undefined ? '' : formatDate(voice.locale, day);
  return voice.t(`prefill:told.${what}`, { municipality: municipalityName(voice, municipality), date });
}

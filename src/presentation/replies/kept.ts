/** Results that are kept: under which name, with which code, what is there already. */

import { dayOf } from '../../conversation/day-of.ts';
import { LONGEST_NAME } from '../../conversation/kept.ts';
import { commandButton } from '../command-button.ts';
import { dialogButton, offeredOn } from '../dialog-button.ts';
import { formatDate } from '../format-date.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import { trendBlocks } from '../sections/trend.ts';
import { userWords } from '../user-words.ts';
import type { Block, Button, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks for the name to keep a result under. */
export function keepAsked(voice: Voice, { nonce }: ReplyOf<'keep-asked'>): View {
  const { t } = voice;
  return asks(t('bot:kept.ask'), [
    { block: 'text', text: t('bot:kept.care'), tone: 'quiet' },
    { block: 'typing', text: t('bot:kept.typing') },
    {
      block: 'form',
      inputs: [
        {
          input: 'line',
          id: 'value',
          label: t('bot:kept.name'),
          placeholder: t('bot:kept.placeholder'),
          maxLength: LONGEST_NAME,
          missing: t('bot:kept.missing'),
        },
      ],
      submit: { label: t('bot:commands.keep'), fields: { do: 'name', nonce } },
    },
    { block: 'quiet', buttons: [commandButton(voice, 'cancel', { nonce })] },
  ]);
}

/**
 * A result is kept. Its code is told the first time. It is made from a secret of the server: whoever scrolls back to this
 * after that secret was changed is told that the code can no longer be shown.
 */
export function kept(voice: Voice, reply: ReplyOf<'kept'>): View {
  const { t, context } = voice;
  const { key, seed, name } = reply;
  const code = seed === undefined ? undefined : context.resumeCode?.({ key, seed });
  return tells({ block: 'heading', text: t('bot:kept.title') }, [
    { block: 'words', label: t('bot:kept.name'), words: userWords(name) },
    ...(seed === undefined ? [] : codeBlocks(voice, code)),
    ...(reply.mine ? [{ block: 'text', text: t('bot:kept.mine') } as const] : []),
    { block: 'text', text: lasting(voice), tone: 'quiet' },
    {
      block: 'quiet',
      buttons: [...comparing(voice, reply), commandButton(voice, 'kept'), commandButton(voice, 'forget')],
    },
  ]);
}

/** None where nothing that is kept can be compared with other municipalities: the button would only lead to that word. */
function comparing(voice: Voice, { alone }: { alone?: true }): Button[] {
  return alone ? [] : [commandButton(voice, 'compare')];
}

function codeBlocks({ t }: Voice, code: string | undefined): Block[] {
  if (code === undefined) return [{ block: 'text', text: t('bot:kept.code-gone') }];
  return [
    { block: 'words', label: t('bot:kept.code'), words: code },
    { block: 'text', text: t('bot:kept.how') },
    { block: 'text', text: t('bot:kept.secret'), tone: 'strong' },
  ];
}

const YEAR = 365;

function lasting({ t, context: { keptDays = 0 } }: Voice): string {
  return keptDays >= YEAR
    ? t('bot:kept.lasts-years', { count: Math.floor(keptDays / YEAR) })
    : t('bot:kept.lasts-days', { count: keptDays });
}

/** What is kept already, instrument by instrument, and the ways on: another round, the file, the end of it. */
export function keptOpened(voice: Voice, reply: ReplyOf<'kept-opened'>): View {
  const { name, dialogs } = reply;
  const { t, context } = voice;
  const offered = offeredOn(voice);
  const again = dialogs.filter(({ dialog }) => offered.includes(dialog));
  const file = context.fileLink?.('kept', 'json');
  return tells({ block: 'heading', text: t('bot:kept.opened') }, [
    { block: 'words', label: t('bot:kept.name'), words: userWords(name) },
    ...dialogs.flatMap(one => ofDialog(voice, one)),
    { block: 'text', text: t('bot:kept.again') },
    { block: 'typing', text: t('bot:kept.again-typing') },
    { block: 'buttons', buttons: again.map(({ dialog }) => dialogButton(voice, dialog)) },
    ...(file === undefined
      ? []
      : [{ block: 'links', links: [{ label: '', text: t('bot:kept.file'), url: file }] } as const]),
    { block: 'quiet', buttons: [...comparing(voice, reply), commandButton(voice, 'forget')] },
  ]);
}

/** The results of one instrument; where it is kept no longer, only their days. */
function ofDialog(
  voice: Voice,
  { dialog, version, trend }: ReplyOf<'kept-opened'>['dialogs'][number],
): Block[] {
  const { t, context } = voice;
  const instrument = context.instrument(dialog, version);
  if (instrument)
    return [
      { block: 'heading', text: t(`${dialog}:title`), opens: 'section' },
      ...trendBlocks(voice, { instrument, section: trend }).slice(1),
    ];
  const days = trend.points.map(({ at }) => formatDate(voice.locale, dayOf(at)));
  return [{ block: 'list', items: days.map(date => t('bot:kept.gone', { date })) }];
}

/** What somebody has kept, to choose from. */
export function keptList(voice: Voice, { own }: ReplyOf<'kept-list'>): View {
  const { t, locale } = voice;
  const buttons = own.map(({ key, name, at }): Button => {
    const label = t('bot:kept.list-item', { name: userWords(name), date: formatDate(locale, dayOf(at)) });
    return { label, press: { do: 'open-kept', key } };
  });
  return tells({ block: 'heading', text: t('bot:kept.list') }, [{ block: 'buttons', buttons }]);
}

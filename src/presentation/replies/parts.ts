/** A colleague's part: the link to it, its beginning, and what came back, as each of them reads it. */
import { isOut } from '../../assessment/answers.ts';
import { cardAsking } from '../../assessment/find-card.ts';
import { LONGEST_NAME } from '../../conversation/kept.ts';
import { cardLabel } from '../card-label.ts';
import { commandButton } from '../command-button.ts';
import { fieldLabel, inputOf, instrumentOf } from '../dialog-texts.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import { valueLabel } from '../value-label.ts';
import type { Row, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { changeOfRow } from './change-of-row.ts';
import { linkBlock } from './link-block.ts';

/** Who knows what was marked? */
export function roleAsked(voice: Voice, { nonce }: ReplyOf<'role-asked'>): View {
  const { t } = voice;
  return asks(t('bot:part.ask'), [
    { block: 'text', text: t('bot:part.ask-care'), tone: 'quiet' },
    { block: 'typing', text: t('bot:part.ask-typing') },
    {
      block: 'form',
      inputs: [
        {
          input: 'line',
          id: 'value',
          label: t('bot:part.role'),
          placeholder: t('bot:part.placeholder'),
          maxLength: LONGEST_NAME,
          missing: t('bot:part.missing'),
        },
      ],
      submit: { label: t('bot:part.make'), fields: { do: 'name', nonce } },
    },
    { block: 'quiet', buttons: [commandButton(voice, 'cancel', { nonce })] },
  ]);
}

/** The link for a colleague. */
export function partOffered(voice: Voice, reply: ReplyOf<'part-offered'>): View {
  const { t, context } = voice;
  const url = context.partLink?.({ key: reply.key, seed: reply.seed });
  return tells({ block: 'heading', text: t('bot:part.title') }, [
    { block: 'words', label: t('bot:part.role'), words: userWords(reply.role) },
    linkBlock(voice, url),
    { block: 'text', text: t('bot:part.asks', { count: reply.count }) },
    { block: 'text', text: t('bot:part.lasts', { count: reply.days }) },
    { block: 'text', text: t('bot:part.back'), tone: 'quiet' },
    { block: 'quiet', buttons: [commandButton(voice, 'unshare')] },
  ]);
}

/** What a colleague reads first. */
export function partBegun({ t }: Voice, { dialog, count }: ReplyOf<'part-begun'>): View {
  return tells({ block: 'heading', text: t('bot:part.begun') }, [
    { block: 'text', text: t('bot:part.begun-about', { dialog: t(`${dialog}:title`), count }) },
    { block: 'text', text: t('bot:part.begun-care'), tone: 'quiet' },
  ]);
}

/** What colleagues answered, beside the asker's own where they differ. */
export function colleaguesSaid(voice: Voice, reply: ReplyOf<'colleagues-said'>): View {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const rows = reply.rows.flatMap(({ key, said }): Row[] => {
    const card = cardAsking(instrument, reply.names, key);
    if (!card) return [];
    const input = inputOf(instrument, key);
    const question = cardLabel(voice, instrument, { card, names: reply.names });
    const field = fieldLabel(voice, instrument, { card, field: { key, input }, names: reply.names });
    const title = question === field ? question : `${question}: ${field}`;
    return [
      {
        title,
        answers: said.map(({ role, value }) => ({
          label: role === undefined ? t('bot:part.own') : userWords(role),
          value: valueLabel(voice, instrument, { input, value, names: reply.names }),
          state: isOut(value) ? 'open' : 'given',
        })),
        remarks: differs(said) ? [t('bot:part.differ')] : [t('bot:part.taken')],
        words: [],
        ...changeOfRow(voice, { title, card: card.key }),
      },
    ];
  });
  return tells({ block: 'heading', text: t('bot:part.said') }, [
    { block: 'rows', title: t('bot:part.said-rows'), rows },
  ]);
}

function differs(said: ReplyOf<'colleagues-said'>['rows'][number]['said']): boolean {
  return new Set(said.map(({ value }) => JSON.stringify(value))).size > 1;
}

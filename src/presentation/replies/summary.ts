import type { Card } from '../../assessment/card.ts';
import { fieldsOf } from '../../assessment/fields-of.ts';
import { type Instrument, isFrame } from '../../assessment/instrument.ts';
import { scoringOf } from '../../assessment/scoring/scoring.ts';
import { stairsOf } from '../../assessment/scoring/stairs/rules.ts';
import { walk } from '../../assessment/walk.ts';
import { cardLabel } from '../card-label.ts';
import { commandButton } from '../command-button.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { summaryRow } from './summary-row.ts';

export type Summary = ReplyOf<'summary'>;

/** Every answer under its heading, each with a way to change it, before the result. */
export function summary(voice: Voice, reply: Summary): View {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const path = walk(instrument, reply.answers, reply.skipped).path.filter(({ step }) => step.type !== 'show');
  const title = t('bot:summary.title');
  return asks({ block: 'heading', text: title }, [
    { block: 'text', text: intro(voice, instrument, { path, reply }) },
    ...groups(voice, instrument, { path, reply }),
    { block: 'typing', text: t('bot:summary.typing') },
    // Teams would need a button a row and shows six in all, so there the row is picked from a list.
    ...(voice.screen === 'teams' ? [picker(voice, instrument, { path, reply })] : []),
    {
      block: 'buttons',
      buttons: [{ ...commandButton(voice, 'finish', { tone: 'main' }), label: t('bot:summary.finish') }],
    },
    {
      block: 'quiet',
      buttons: [
        commandButton(voice, 'back'),
        commandButton(voice, 'pause'),
        ...(reply.colleague.length > 0 && voice.context.partLink ? [commandButton(voice, 'invite')] : []),
      ],
    },
  ]);
}

/** The same to be kept: nothing to press or to type, and nothing to do before the result. */
export function listedAnswers(voice: Voice, reply: Summary): View {
  const listed = summary(voice, reply).blocks.filter(({ block }) => block === 'rows');
  return tells({ block: 'heading', text: voice.t('bot:summary.title') }, listed);
}

/** What is not answered counts as not known only where a field left empty says so: a table may be filled in by half. */
function intro({ t }: Voice, instrument: Instrument, { path, reply }: Listed): string {
  const empty = path
    .filter(({ step }) => !isFrame(step))
    .flatMap(card => fieldsOf(instrument, card, reply.answers))
    .filter(({ key }) => reply.answers[key] === undefined);
  const asUnknown =
    empty.length > 0 && empty.every(({ input }) => input.type !== 'choose' && input.blank === 'unknown');
  return asUnknown ? `${t('bot:summary.intro')} ${t('bot:summary.as-unknown')}` : t('bot:summary.intro');
}

type Listed = { path: readonly Card[]; reply: Summary };

/** Stairs come in their order; what belongs to none comes last. */
function groups(voice: Voice, instrument: Instrument, { path, reply }: Listed): Block[] {
  const { group } = scoringOf(instrument);
  const under = new Map<string | undefined, Card[]>(
    stairsOf(instrument).map((_, index) => [`stairs.${index + 1}.name`, []]),
  );
  const frame = path.filter(({ step }) => isFrame(step));
  for (const card of path.filter(one => !frame.includes(one))) {
    const heading = group?.(instrument, card);
    under.set(heading, [...(under.get(heading) ?? []), card]);
  }
  const others = under.get(undefined) ?? [];
  under.delete(undefined);
  // "Other questions" is a heading only where there are groups that these are not in.
  const grouped = [...under.values()].some(cards => cards.length > 0);
  const judged: Block[] = frame.map(card => ({
    block: 'rows',
    title: cardLabel(voice, instrument, { card, names: reply.answers }),
    rows: [summaryRow(voice, instrument, { card, reply })],
  }));
  const answers = [...under, [undefined, others] as const].flatMap(([heading, cards]): Block[] => {
    if (cards.length === 0) return [];
    const rows = cards.map(card => summaryRow(voice, instrument, { card, reply }));
    return [
      {
        block: 'rows',
        title: grouped ? titleOf(voice, instrument, heading) : voice.t(`${instrument.id}:short`),
        rows,
      },
    ];
  });
  return [...judged, ...answers];
}

function titleOf({ t }: Voice, instrument: Instrument, heading: string | undefined): string {
  if (heading === undefined) return t('bot:summary.other');
  const stair = /^stairs\.(\d+)\./.exec(heading)?.[1] ?? '';
  return t('bot:summary.stair', { stair, name: t(`${instrument.id}:${heading}`) });
}

function picker(voice: Voice, instrument: Instrument, { path, reply }: Listed): Block {
  const { t } = voice;
  const options = path.map(card => ({
    value: card.key,
    label: cardLabel(voice, instrument, { card, names: reply.answers }),
  }));
  return {
    block: 'form',
    inputs: [
      {
        input: 'select',
        id: 'to',
        label: t('bot:summary.pick'),
        placeholder: t('bot:question.choose'),
        options,
        missing: t('bot:summary.pick-missing'),
      },
    ],
    submit: { label: t('bot:summary.change'), fields: { do: 'go' } },
  };
}

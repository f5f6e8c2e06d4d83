import type { Instrument } from '../../assessment/instrument.ts';
import { sectionOf } from '../../assessment/outcome.ts';
import { areasOf } from '../../assessment/scoring/stairs/rules.ts';
import type { Command } from '../../conversation/command.ts';
import { commandButton } from '../command-button.ts';
import type { Screen } from '../context.ts';
import { dialogButton, offeredOn } from '../dialog-button.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { tells } from '../message.ts';
import { provenanceLines } from '../provenance-lines.ts';
import type { ReplyOf } from '../reply-of.ts';
import { actionBlocks } from '../sections/actions.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

type Result = ReplyOf<'result'>;

/** What to do next, what this result is and is not, and the ways on. */
export function nextSteps(voice: Voice, reply: Result): View {
  const { t } = voice;
  const title = t('bot:result.next-steps');
  return tells({ block: 'heading', text: title }, [
    ...actionBlocks(voice, sectionOf(reply.outcome, 'actions')?.ids ?? []),
    ...offered(voice, reply),
    ...keeping(voice),
    { block: 'heading', text: t('bot:result.about'), opens: 'section' },
    { block: 'text', text: t('bot:result.no-decision') },
    { block: 'text', text: t('bot:result.own-rule') },
    ...provenanceLines(voice, instrumentOf(voice, reply), reply.outcome).map(
      text => ({ block: 'text', text, tone: 'quiet' }) as const,
    ),
    { block: 'typing', text: t('bot:result.typing') },
    {
      block: 'buttons',
      title: t('bot:feedback.question'),
      buttons: (['up', 'down'] as const).map(value => ({
        label: t(`bot:feedback.${value}`),
        press: { do: 'feedback', value },
      })),
    },
    {
      block: 'quiet',
      buttons: [
        { ...commandButton(voice, 'summary'), label: t('bot:result.change') },
        ...WAYS_ON[voice.screen].map(command => commandButton(voice, command)),
      ],
    },
  ]);
}

/** Teams shows only some of them at once: what others should see of the result, and a person to ask, come first. */
const WAYS_ON: Readonly<Record<Screen, readonly Command[]>> = {
  teams: ['share', 'contact', 'export', 'remind', 'restart'],
  cards: ['export', 'workshop', 'contact', 'restart'],
  text: ['export', 'contact', 'restart'],
};

/** To come back to this result in a year, where results are kept so long. */
function keeping(voice: Voice): Block[] {
  const { t, context } = voice;
  if (context.keptDays === undefined) return [];
  return [
    { block: 'heading', text: t('bot:kept.offer-title'), opens: 'section' },
    { block: 'text', text: t('bot:kept.offer') },
    { block: 'buttons', buttons: [commandButton(voice, 'keep')] },
  ];
}

/** What goes on from this result: another area, and another instrument. */
function offered(voice: Voice, reply: Result): Block[] {
  const instrument = instrumentOf(voice, reply);
  const { next } = instrument;
  return [
    ...anotherArea(voice, instrument, reply),
    ...(next === undefined ? [] : goingOn(voice, reply, next)),
    ...followers(voice, reply, next),
  ];
}

/** Whoever judged one area can go on with another; both then stand in the result. */
function anotherArea({ t }: Voice, instrument: Instrument, { answers, dialog }: Result): Block[] {
  const areas = areasOf(instrument);
  if (areas === undefined || answers[areas] === undefined) return [];
  return [
    { block: 'heading', text: t('bot:areas.another-title'), opens: 'section' },
    { block: 'text', text: t('bot:areas.another-about') },
    {
      block: 'buttons',
      buttons: [{ label: t('bot:areas.another'), press: { do: 'go', to: 'another', dialog } }],
    },
  ];
}

/** What else can be begun on the ground of this result, where it is offered. */
export function followers(voice: Voice, { dialog }: Pick<Result, 'dialog'>, next?: string): Block[] {
  const known = voice.context.followers?.[dialog] ?? [];
  const shown = known.filter(one => one !== next && offeredOn(voice).includes(one));
  if (shown.length === 0) return [];
  return [{ block: 'buttons', buttons: shown.map(one => dialogButton(voice, one)) }];
}

function goingOn(voice: Voice, reply: Result, next: string): Block[] {
  const { t } = voice;
  return [
    { block: 'heading', text: t(`${reply.dialog}:next-title`), opens: 'section' },
    { block: 'text', text: t(`${reply.dialog}:next`) },
    { block: 'buttons', buttons: [dialogButton(voice, next)] },
  ];
}

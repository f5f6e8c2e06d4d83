/** A workshop in the chat: begun, joined, answered in and led. */
import { ballotPart } from '../../assessment/workshop/ballot.ts';
import type { Reply } from '../../conversation/reply.ts';
import { CODE_HOURS } from '../../conversation/workshop.ts';
import { judgedKey } from '../../conversation/workshop-begin.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { ballotInput } from '../workshop-inputs.ts';
import { FEWEST, judgedName, questionName } from '../workshop-texts.ts';
import { CLOSE, REVEAL, workshopButton } from './workshop-button.ts';
import { workshopSpread } from './workshop-spread.ts';

export type OfWorkshop = Extract<Reply, { kind: `workshop-${string}` }>;

export function isOfWorkshop(reply: Reply): reply is OfWorkshop {
  return reply.kind.startsWith('workshop-');
}

/** What is said of a workshop. */
export function workshop(voice: Voice, reply: OfWorkshop): View {
  switch (reply.kind) {
    case 'workshop-choice':
      return workshopChoice(voice, reply);
    case 'workshop-led':
      return workshopLed(voice, reply);
    case 'workshop-ballot':
      return workshopBallot(voice, reply);
    case 'workshop-noted':
      return workshopNoted(voice, reply);
    case 'workshop-spread':
      return workshopSpread(voice, reply);
    case 'workshop-handed':
      return workshopHanded(voice, reply);
  }
}

function workshopChoice(voice: Voice, { parts, value }: ReplyOf<'workshop-choice'>): View {
  const { t } = voice;
  const options = parts.map(judged => ({ value: judgedKey(judged), label: judgedName(voice, judged) }));
  return asks({ block: 'heading', text: t('workshop:choose.title') }, [
    { block: 'text', text: t('workshop:choose.about') },
    { block: 'text', text: t('workshop:led.anonymous', FEWEST) },
    {
      block: 'form',
      inputs: [
        {
          input: 'select',
          id: 'what',
          label: t('workshop:choose.what'),
          placeholder: t('bot:question.choose'),
          options,
          missing: t('workshop:ballot.missing'),
          ...(value !== undefined && { value }),
        },
      ],
      submit: { label: t('workshop:choose.start'), fields: { do: 'workshop', act: 'start' } },
    },
    { block: 'typing', text: t('workshop:ballot.typing') },
  ]);
}

function workshopLed(voice: Voice, reply: ReplyOf<'workshop-led'>): View {
  const { t } = voice;
  const { answered, shared } = reply;
  const title = t('workshop:led.title', { name: judgedName(voice, reply.judged) });
  return tells({ block: 'heading', text: title }, [
    ...(answered === undefined
      ? []
      : [{ block: 'text', text: answeredText(voice, answered), tone: 'strong' } as const]),
    ...waysIn(voice, reply),
    { block: 'text', text: t('workshop:led.hours', { hours: CODE_HOURS }) },
    { block: 'text', text: t('workshop:led.anonymous', FEWEST) },
    ...pageLink(voice, reply),
    { block: 'typing', text: t('workshop:led.typing') },
    {
      block: 'buttons',
      buttons: [
        { ...workshopButton(voice, reply, REVEAL), tone: 'main' },
        workshopButton(voice, reply, ['look', 'workshop:led.look']),
        ...(shared ? [] : [workshopButton(voice, reply, ['join', 'workshop:led.answer'])]),
      ],
    },
    {
      block: 'quiet',
      buttons: [
        workshopButton(voice, reply, CLOSE),
        workshopButton(voice, reply, ['reopen', 'workshop:led.reopen']),
        workshopButton(
          voice,
          reply,
          shared ? ['take-over', 'workshop:led.take-over'] : ['hand-over', 'workshop:led.hand-over'],
        ),
      ],
    },
  ]);
}

function waysIn({ t, context }: Voice, { code, shared }: ReplyOf<'workshop-led'>): Block[] {
  return [
    { block: 'text', text: t('workshop:led.join-title') },
    {
      block: 'list',
      items: [
        ...(shared ? [t('workshop:led.join-here')] : []),
        t('workshop:led.join-web', { url: context.publicUrl, code }),
        t('workshop:led.join-teams', { code }),
      ],
    },
  ];
}

/** Each question is chosen on one card: what others choose is nowhere to be seen. */
function workshopBallot(voice: Voice, reply: ReplyOf<'workshop-ballot'>): View {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply.judged);
  const questions = ballotPart(instrument, reply.judged.at)?.questions ?? [];
  const inputs = questions.map(asked =>
    ballotInput(voice, instrument, { asked, label: questionName(voice, instrument, asked) }),
  );
  const title = t('workshop:ballot.title', { name: judgedName(voice, reply.judged) });
  return asks({ block: 'heading', text: title }, [
    { block: 'text', text: t('workshop:ballot.about') },
    { block: 'text', text: t('workshop:ballot.again'), tone: 'quiet' },
    {
      block: 'form',
      inputs,
      submit: { label: t('workshop:ballot.submit'), fields: { do: 'workshop', act: 'cast', id: reply.id } },
    },
    { block: 'typing', text: t('workshop:ballot.typing') },
  ]);
}

function workshopNoted(voice: Voice, reply: ReplyOf<'workshop-noted'>): View {
  const { t } = voice;
  return tells(t('workshop:ballot.noted'), [
    { block: 'text', text: t('workshop:ballot.noted-about') },
    { block: 'typing', text: t('workshop:ballot.noted-typing') },
    {
      block: 'buttons',
      buttons: [
        workshopButton(voice, reply, ['result', 'workshop:ballot.result']),
        workshopButton(voice, reply, ['join', 'workshop:ballot.once-more']),
      ],
    },
    { block: 'quiet', buttons: [workshopButton(voice, reply, ['leave', 'workshop:ballot.leave'])] },
  ]);
}

function workshopHanded(voice: Voice, reply: ReplyOf<'workshop-handed'>): View {
  const { t } = voice;
  return tells({ block: 'heading', text: t('workshop:handed.title') }, [
    { block: 'text', text: t('workshop:handed.about') },
    {
      block: 'links',
      links: [{ label: '', text: t('workshop:handed.link'), url: workshopUrl(voice, reply) }],
    },
  ]);
}

/** The page for the projector; with the secret it leads. What is behind the `#` reaches no server's log. */
function pageLink(voice: Voice, reply: ReplyOf<'workshop-led'>): Block[] {
  const { t } = voice;
  const text = t(reply.secret === undefined ? 'workshop:led.screen' : 'workshop:led.page');
  return [
    { block: 'links', links: [{ label: '', text, url: workshopUrl(voice, reply) }] },
    ...(reply.secret === undefined
      ? []
      : [{ block: 'text', text: t('workshop:led.care'), tone: 'quiet' } as const]),
  ];
}

function workshopUrl(
  { context, locale }: Voice,
  { id, secret }: { readonly id: string; readonly secret?: string },
): string {
  return `${context.publicUrl}/workshop?lang=${locale}#${id}${secret === undefined ? '' : `.${secret}`}`;
}

function answeredText({ t }: Voice, count: number): string {
  return count === 0 ? t('workshop:led.answered-none') : t('workshop:led.answered', { count });
}

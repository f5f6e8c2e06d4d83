import { commandButton } from '../command-button.ts';
import { dialogButton, offeredOn, otherDialogs } from '../dialog-button.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { languageButtons } from './language.ts';
import { standingSoFar } from './standing-so-far.ts';

/**
 * Says at once that this is automation, what it does, how long it takes, what is kept and how to reach a person. On a
 * phone the ways to begin are on the first screen, and the rest below them.
 */
export function greeting(voice: Voice, reply: ReplyOf<'greeting'>): View {
  return reply.returning ? welcomeBack(voice, reply) : welcome(voice, reply);
}

function welcome(voice: Voice, reply: ReplyOf<'greeting'>): View {
  const { t, context } = voice;
  const title = t('bot:greeting.title');
  const others = otherDialogs(voice);
  return asks({ block: 'heading', text: title }, [
    { block: 'text', text: t('bot:greeting.purpose') },
    { block: 'text', text: t('bot:greeting.duration') },
    ...invitations(voice),
    ...inCommon(voice, reply),
    {
      block: 'buttons',
      buttons: [commandButton(voice, 'start', { tone: 'main' }), ...others.first],
    },
    { block: 'text', text: t('bot:greeting.kept', { count: context.retentionDays }) },
    { block: 'text', text: t('bot:greeting.person') },
    { block: 'typing', text: t('bot:greeting.typing') },
    {
      block: 'quiet',
      buttons: [
        ...others.more,
        commandButton(voice, 'about'),
        commandButton(voice, 'contact'),
        commandButton(voice, 'workshop'),
        ...languageButtons(voice),
      ],
    },
  ]);
}

/** Whom else something is here for, in the words of what is offered to them. */
function invitations(voice: Voice): Block[] {
  const { t } = voice;
  return offeredOn(voice).flatMap(dialog =>
    t.has(`${dialog}:invite`) ? [{ block: 'text', text: t(`${dialog}:invite`) } as const] : [],
  );
}

/** In a group: whose assessment it is, and how to talk to the bot. */
function inCommon({ t }: Voice, { shared }: ReplyOf<'greeting'>): Block[] {
  return shared ? [{ block: 'text', text: t('bot:greeting.shared') }] : [];
}

function welcomeBack(voice: Voice, reply: ReplyOf<'greeting'>): View {
  const { begun = [] } = reply;
  const text = voice.t('bot:greeting.returning');
  const unfinished = begun.map(dialog =>
    voice.t('bot:greeting.begun', { dialog: voice.t(`${dialog}:title`) }),
  );
  return tells(text, [
    ...inCommon(voice, reply),
    ...standingSoFar(voice, reply),
    ...unfinished.map(one => ({ block: 'text', text: one }) as const),
    { block: 'typing', text: voice.t('bot:greeting.returning-typing') },
    {
      block: 'buttons',
      buttons: [
        ...begun.map(dialog => dialogButton(voice, dialog)),
        commandButton(voice, 'summary'),
        commandButton(voice, 'restart'),
        commandButton(voice, 'language'),
      ],
    },
  ]);
}

import { commandButton } from '../command-button.ts';
import { languageButtons } from '../language-buttons.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Says at once that this is automation, what it does, how long it takes, what is kept and how to reach a person. */
export function greeting(voice: Voice, { returning }: ReplyOf<'greeting'>): View {
  return returning ? welcomeBack(voice) : welcome(voice);
}

function welcome(voice: Voice): View {
  const { t, context } = voice;
  const title = t('bot:greeting.title');
  return {
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'heading', text: title },
      { block: 'text', text: t('bot:greeting.purpose') },
      { block: 'text', text: t('bot:greeting.duration') },
      { block: 'text', text: t('bot:greeting.kept', { count: context.retentionDays }) },
      { block: 'text', text: t('bot:greeting.person') },
      { block: 'typing', text: t('bot:greeting.typing') },
      {
        block: 'buttons',
        buttons: [
          commandButton(voice, 'start', { tone: 'main' }),
          commandButton(voice, 'about'),
          commandButton(voice, 'contact'),
        ],
      },
      { block: 'quiet', buttons: languageButtons(voice) },
    ],
  };
}

function welcomeBack(voice: Voice): View {
  const text = voice.t('bot:greeting.returning');
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      { block: 'typing', text: voice.t('bot:greeting.returning-typing') },
      {
        block: 'buttons',
        buttons: [
          commandButton(voice, 'summary'),
          commandButton(voice, 'restart'),
          commandButton(voice, 'language'),
        ],
      },
    ],
  };
}

import { commandButton } from '../command-button.ts';
import { contactLinks } from '../contact-links.ts';
import { otherDialogs } from '../dialog-button.ts';
import { tells } from '../message.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What this service is, by which rules it works, and what it keeps. */
export function about(voice: Voice): View {
  const { t, context } = voice;
  const title = t('bot:about.title');
  const others = otherDialogs(voice);
  return tells({ block: 'heading', text: title }, [
    { block: 'text', text: t('bot:about.service') },
    { block: 'text', text: t('bot:about.rules') },
    { block: 'text', text: t(`bot:about.${context.approval === 'all' ? 'approved' : 'unapproved'}`) },
    { block: 'text', text: t('bot:about.decision') },
    { block: 'text', text: t('bot:about.data', { count: context.retentionDays }) },
    { block: 'text', text: t('bot:contact.intro') },
    contactLinks(voice),
    pages(voice),
    { block: 'typing', text: t('bot:about.typing') },
    {
      block: 'buttons',
      buttons: [commandButton(voice, 'start', { tone: 'main' }), ...others.first],
    },
    {
      block: 'quiet',
      buttons: [...others.more, commandButton(voice, 'help'), commandButton(voice, 'language')],
    },
  ]);
}

/** The pages about the service: the widget and other channels have no footer that leads to them. */
function pages({ t, locale, context }: Voice): Block {
  const link = (path: string, text: string) => ({
    label: '',
    text,
    url: `${context.publicUrl}${path}?lang=${locale}`,
  });
  return {
    block: 'links',
    links: [
      link('/info', t('page:footer.info')),
      link('/privacy', t('page:footer.privacy')),
      link('/accessibility', t('page:footer.accessibility')),
    ],
  };
}

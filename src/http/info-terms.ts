/** The terms of use: what is promised, what is not, and what is asked of whoever uses the service. */
import type { InfoFacts, InfoVoice } from './info-options.ts';
import type { InfoContent } from './info-shell.ts';
import { contactList } from './page-contact.ts';

export function infoTerms(voice: InfoVoice, { authority, contact }: InfoFacts): InfoContent {
  const { t } = voice;
  return {
    title: t('info:terms.title'),
    lead: t('info:terms.lead', { authority }),
    sections: [
      {
        heading: t('info:terms.service.heading'),
        parts: [t('info:terms.service.use'), t('info:terms.service.result'), t('bot:about.decision')],
      },
      { heading: t('info:terms.yours.heading'), parts: [{ list: asked(voice) }] },
      {
        heading: t('info:terms.saved.heading'),
        parts: [t('info:terms.saved.yours'), t('info:terms.saved.time')],
      },
      {
        heading: t('info:terms.availability.heading'),
        parts: [t('info:terms.availability.breaks'), t('info:terms.availability.person')],
      },
      { heading: t('info:terms.teams.heading'), parts: [t('info:terms.teams.text')] },
      { heading: t('info:terms.law.heading'), parts: [t('info:terms.law.text'), { list: pages(voice) }] },
      {
        heading: t('bot:contact.title'),
        parts: [{ markup: contactList(contact, { contactForm: t('page:contact.form') }) }],
      },
    ],
  };
}

function asked({ t }: InfoVoice): string[] {
  return [t('info:terms.yours.no-personal-data'), t('info:terms.yours.links'), t('info:terms.yours.misuse')];
}

function pages({ t, locale }: InfoVoice) {
  const page = (path: string, text: string) => ({ text, url: `${path}?lang=${locale}` });
  return [page('/privacy', t('page:footer.privacy')), page('/accessibility', t('page:footer.accessibility'))];
}

/**
 * The accessibility statement (digipalvelulaki 306/2019, 9 §). Until the authority has assessed the service and said so
 * in the settings, the page calls itself a draft and states no status.
 */
import type { Locale } from '../conversation/locale.ts';
import { formatDate } from '../presentation/format-date.ts';
import type { InfoSection } from './info-markup.ts';
import type { InfoFacts, InfoVoice } from './info-options.ts';
import type { InfoContent } from './info-shell.ts';
import { contactList } from './page-contact.ts';

/** Traficom, who supervises: the page where a complaint is made, and how it is reached. */
const SUPERVISOR: Readonly<Record<Locale, { complaint: string; site: string; email: string }>> = {
  fi: {
    complaint:
      'https://www.saavutettavuusvaatimukset.fi/fi/kayttajan-oikeudet/tee-saavutettavuuskantelu-tai-pyyda-selvitysta',
    site: 'https://www.saavutettavuusvaatimukset.fi',
    email: 'saavutettavuus@traficom.fi',
  },
  sv: {
    complaint:
      'https://www.saavutettavuusvaatimukset.fi/sv/dina-rattigheter/lamna-en-tillganglighetsklagan-eller-be-om-en-utredning',
    site: 'https://www.tillganglighetskrav.fi',
    email: 'tillganglighet@traficom.fi',
  },
  en: {
    complaint:
      'https://www.saavutettavuusvaatimukset.fi/en/user-rights/submit-complaint-web-accessibility-or-request-clarification',
    site: 'https://www.webaccessibility.fi',
    email: 'saavutettavuus@traficom.fi',
  },
};
const SWITCHBOARD = { text: '029 534 5000', url: 'tel:+358295345000' };

export function infoAccessibility(voice: InfoVoice, facts: InfoFacts): InfoContent {
  const { t } = voice;
  const { authority, accessibility, publicUrl } = facts;
  return {
    title: t('info:accessibility.title'),
    ...(!accessibility && { warning: t('info:accessibility.draft', { authority }) }),
    lead: t('info:accessibility.scope', { address: publicUrl(), authority }),
    sections: [
      status(voice, facts),
      { heading: t('info:accessibility.gaps.heading'), parts: [{ list: gaps(voice) }] },
      {
        heading: t('info:accessibility.testing.heading'),
        parts: [t('info:accessibility.testing.done'), t('info:accessibility.testing.missing')],
      },
      feedback(voice, facts),
      enforcement(voice),
    ],
  };
}

function status({ t, locale }: InfoVoice, { accessibility }: InfoFacts): InfoSection {
  return {
    heading: t('info:accessibility.status.heading'),
    parts: [
      t('info:accessibility.status.law'),
      ...(accessibility
        ? [
            t(`info:accessibility.status.found.${accessibility.status}`),
            t('info:accessibility.status.assessed', { date: formatDate(locale, accessibility.assessedOn) }),
          ]
        : [t('info:accessibility.status.unknown')]),
    ],
  };
}

/** The text holds one a line, so that whoever assesses the service can add what they find. */
function gaps({ t }: InfoVoice): string[] {
  return t('info:accessibility.gaps.list')
    .split('\n')
    .filter(line => line.trim() !== '');
}

function feedback({ t }: InfoVoice, { contact }: InfoFacts): InfoSection {
  return {
    heading: t('info:accessibility.feedback.heading'),
    parts: [
      t('info:accessibility.feedback.answer'),
      t('info:accessibility.feedback.other-form'),
      { markup: contactList(contact, { contactForm: t('page:contact.form') }) },
    ],
  };
}

function enforcement({ t, locale }: InfoVoice): InfoSection {
  const { complaint, site, email } = SUPERVISOR[locale];
  return {
    heading: t('info:accessibility.enforcement.heading'),
    parts: [
      t('info:accessibility.enforcement.when'),
      { list: [{ text: t('info:accessibility.enforcement.complaint'), url: complaint }] },
      t('info:accessibility.enforcement.supervisor'),
      {
        list: [
          { text: site.replace('https://', ''), url: site },
          { text: email, url: `mailto:${email}` },
          SWITCHBOARD,
        ],
      },
    ],
  };
}

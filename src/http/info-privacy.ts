/** The privacy notice (GDPR articles 13 and 14): true of this server as it stands, filled in from the settings. */
import type { InfoSection } from './info-markup.ts';
import type { InfoFacts, InfoVoice } from './info-options.ts';
import type { InfoContent } from './info-shell.ts';
import { contactList } from './page-contact.ts';

/** What the chat keeps in the browser, under these names: `web/` writes them. */
export const BROWSER_KEYS = {
  resume: 'porrasbotti.resume',
  locale: 'porrasbotti.locale',
  beat: 'porrasbotti.beat',
  here: 'porrasbotti.here',
  open: 'porrasbotti.open',
  grid: 'porrasbotti.grid',
} as const;

const OMBUDSMAN = 'https://tietosuoja.fi';

export function infoPrivacy(voice: InfoVoice, facts: InfoFacts): InfoContent {
  const { t } = voice;
  return {
    title: t('info:privacy.title'),
    lead: t('info:privacy.lead'),
    sections: [
      controller(voice, facts),
      {
        heading: t('info:privacy.purpose.heading'),
        parts: [t('info:privacy.purpose.use'), t('info:privacy.purpose.nothing-else')],
      },
      { heading: t('info:privacy.basis.heading'), parts: [t('info:privacy.basis.text')] },
      data(voice, facts),
      retention(voice, facts),
      {
        heading: t('info:privacy.recipients.heading'),
        parts: [
          t('info:privacy.recipients.nobody'),
          t('info:privacy.recipients.teams'),
          t('info:privacy.recipients.group'),
          t('info:privacy.recipients.sharing'),
          t('info:privacy.recipients.part'),
          t('info:privacy.recipients.reminders'),
          t('info:privacy.recipients.upload'),
          ...(facts.register === 'asked' ? [t('info:privacy.recipients.register')] : []),
        ],
      },
      rights(voice),
      browser(voice),
    ],
  };
}

function controller({ t }: InfoVoice, facts: InfoFacts): InfoSection {
  const { authority, contact, dataProtectionEmail: email } = facts;
  return {
    heading: t('info:privacy.controller.heading'),
    parts: [
      t('info:privacy.controller.authority', { authority }),
      { markup: contactList(contact, { contactForm: t('page:contact.form') }) },
      ...(email === undefined
        ? [t('info:privacy.controller.questions')]
        : [t('info:privacy.controller.officer'), { list: [{ text: email, url: `mailto:${email}` }] }]),
    ],
  };
}

/** Whether any of what can be answered is put together with other people's answers. */
function collects({ instruments }: InfoFacts): boolean {
  return instruments.some(instrument => instrument.collects !== undefined);
}

/** Whether results can be kept, and compared with those of other municipalities. */
function compares({ instruments, keptDays }: InfoFacts): boolean {
  return keptDays > 0 && instruments.some(instrument => instrument.compares !== undefined);
}

function data({ t }: InfoVoice, facts: InfoFacts): InfoSection {
  return {
    heading: t('info:privacy.data.heading'),
    parts: [
      t('info:privacy.data.not-asked'),
      t('info:privacy.data.intro'),
      {
        list: [
          t('info:privacy.data.kept.answers'),
          t('info:privacy.data.kept.place'),
          t('info:privacy.data.kept.conversation'),
          t('info:privacy.data.kept.identifier'),
          ...(facts.keptDays > 0 ? [t('info:privacy.data.kept.results')] : []),
        ],
      },
      ...(collects(facts) ? [t('info:privacy.data.collected')] : []),
      ...(compares(facts) ? [t('info:privacy.data.compared')] : []),
      ...(facts.register === 'asked' ? [t('info:privacy.data.register')] : []),
      t('info:privacy.data.address'),
      t('info:privacy.data.log'),
    ],
  };
}

function retention({ t }: InfoVoice, facts: InfoFacts): InfoSection {
  return {
    heading: t('info:privacy.retention.heading'),
    parts: [
      t('info:privacy.retention.days', { count: facts.retentionDays }),
      ...(collects(facts) ? [t('info:privacy.retention.collected', { count: facts.collectedDays })] : []),
      ...(facts.keptDays > 0 ? [t('info:privacy.retention.kept', { count: facts.keptDays })] : []),
      ...(compares(facts) ? [t('info:privacy.retention.compared', { count: facts.keptDays })] : []),
      t('info:privacy.retention.workshop', { count: facts.retentionDays }),
      t('info:privacy.retention.links'),
    ],
  };
}

function rights({ t }: InfoVoice): InfoSection {
  return {
    heading: t('info:privacy.rights.heading'),
    parts: [
      {
        list: [
          t('info:privacy.rights.change'),
          t('info:privacy.rights.export'),
          t('info:privacy.rights.erase'),
          t('info:privacy.rights.object'),
        ],
      },
      t('info:privacy.rights.unknown-person'),
      t('info:privacy.rights.complaint'),
      { list: [{ text: t('info:privacy.rights.ombudsman'), url: OMBUDSMAN }] },
    ],
  };
}

function browser({ t }: InfoVoice): InfoSection {
  return {
    heading: t('info:privacy.browser.heading'),
    parts: [
      t('info:privacy.browser.no-cookies'),
      t('info:privacy.browser.storage'),
      {
        list: [
          t('info:privacy.browser.resume', { key: BROWSER_KEYS.resume }),
          t('info:privacy.browser.locale', { key: BROWSER_KEYS.locale }),
          t('info:privacy.browser.beat', { key: BROWSER_KEYS.beat }),
          t('info:privacy.browser.here', { key: BROWSER_KEYS.here }),
          t('info:privacy.browser.open', { key: BROWSER_KEYS.open }),
          t('info:privacy.browser.grid', { key: BROWSER_KEYS.grid }),
        ],
      },
      t('info:privacy.browser.clear'),
    ],
  };
}

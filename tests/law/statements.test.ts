/** The pages about the service: true of the settings and of the code, complete in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from '../../src/config.ts';
import { COMMANDS, type Command } from '../../src/conversation/command.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { BROWSER_KEYS } from '../../src/http/info-privacy.ts';
import { escapeHtml } from '../../src/reports/escape-html.ts';
import { type AppInProcess, AUTHORITY, appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';
import { realContext } from '../support/real-context.ts';
import { personAt } from './person.ts';

const PATHS = ['/info', '/privacy', '/accessibility', '/terms'] as const;
const SETTINGS = {
  SESSION_TTL_DAYS: '14',
  DATA_PROTECTION_EMAIL: 'tietosuoja@koekunta.example',
  ACCESSIBILITY_STATUS: 'partial',
  ACCESSIBILITY_ASSESSED_ON: '2026-11-05',
};

let filled: AppInProcess;
let bare: AppInProcess;

beforeAll(async () => {
  [filled, bare] = await Promise.all([
    appInProcess(SETTINGS),
    appInProcess({ RESPONSIBLE_ROLE: '', DEFAULT_LOCALE: 'sv', PTV_URL: 'off' }),
  ]);
});

afterAll(() => Promise.all([filled.close(), bare.close()]));

const page = async (app: AppInProcess, path: string) => {
  const response = await fetch(app.address + path);
  return (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ');
};
const text = (locale: (typeof LOCALES)[number], key: string, params = {}) =>
  content.translate(locale)(`info:${key}`, params);

describe.each(PATHS)('%s', path => {
  it.each(LOCALES)(
    'is there in %s, with the way to the other languages, the other pages and the chat',
    async locale => {
      const html = await page(filled, `${path}?lang=${locale}`);
      expect(html).toContain(`<html lang="${locale}">`);
      for (const other of LOCALES) expect(html).toContain(`href="?lang=${other}"`);
      for (const other of [...PATHS, '/']) expect(html).toContain(`href="${other}?lang=${locale}"`);
      expect(html).toContain(`<h1>${text(locale, `${path.slice(1).replace('info', 'about')}.title`)}</h1>`);
      expect(html).not.toMatch(/undefined|\{\{|<script|style=/);
    },
  );

  it('opens in the authority’s language when none is asked for', async () => {
    for (const query of ['', '?lang=', '?lang=de', '?lang=%00']) {
      expect(await page(bare, path + query)).toContain('<html lang="sv">');
    }
  });

  it('is linked from the chat page', async () => {
    for (const locale of LOCALES) {
      expect(await page(filled, `/?lang=${locale}`)).toContain(`href="${path}?lang=${locale}"`);
    }
  });
});

it.each(['/info', '/privacy', '/accessibility'])(
  '%s is told of by the bot, in every language',
  async path => {
    for (const locale of LOCALES) {
      const person = await personAt(filled.address, locale);
      const { words } = await person.say({ do: 'command', name: 'about' });
      expect(words).toContain(`${path}?lang=${locale}`);
    }
  },
);

it.each(LOCALES)(
  '/privacy tells what Palvelutietovaranto is asked and what is kept of it, and only where it is asked: %s',
  async locale => {
    for (const key of ['privacy.recipients.register', 'privacy.data.register']) {
      const written = escapeHtml(text(locale, key));
      expect(await page(filled, `/privacy?lang=${locale}`)).toContain(written);
      expect(await page(bare, `/privacy?lang=${locale}`)).not.toContain(written);
    }
  },
);

describe('/terms', () => {
  it.each(LOCALES)('names the authority and leads to privacy and accessibility, in %s', async locale => {
    const html = await page(filled, `/terms?lang=${locale}`);
    expect(html).toContain(text(locale, 'terms.lead', { authority: AUTHORITY.AUTHORITY_NAME }));
    for (const path of ['/privacy', '/accessibility'])
      expect(html).toContain(`<li><a href="${path}?lang=${locale}">`);
  });
});

describe('/info', () => {
  it('explains the counting by the numbers that it is done with', async () => {
    const html = await page(filled, '/info');
    expect(html).toContain(content.translate('fi')('bot:result.own-rule'));
    expect(html).toContain('Käyttöaste: yli 80 %');
    expect(html).toContain('Näistä pitää täyttyä vähintään 80 %');
    expect(html).toContain('vastattuja kohtia on alle 50 %');
    for (const number of [1, 2, 3, 4]) {
      expect(html).toContain(content.translate('fi')(`quick-check:stairs.${number}.name`));
    }
    for (const dialog of ['workbook', 'experiment'])
      expect(html).toContain(content.translate('fi')(`${dialog}:outcome.rules`));
  });

  it('says so when no role has been named', async () => {
    expect(await page(bare, '/info?lang=fi')).toContain(text('fi', 'about.responsible.unnamed'));
    expect(await page(filled, '/info')).not.toContain(text('fi', 'about.responsible.unnamed'));
  });
});

describe('/privacy', () => {
  it('names the controller, its data protection officer and how long data is kept', async () => {
    const html = await page(filled, '/privacy');
    expect(html).toContain(
      text('fi', 'privacy.controller.authority', { authority: AUTHORITY.AUTHORITY_NAME }),
    );
    expect(html).toContain('href="mailto:tietosuoja@koekunta.example"');
    expect(html).toContain(text('fi', 'privacy.retention.days', { count: 14 }));
    expect(html).toContain(text('fi', 'privacy.retention.collected', { count: 365 }));
    expect(html).toContain(text('fi', 'privacy.data.collected'));
    expect(html).toContain('https://tietosuoja.fi');
  });

  it('sends questions to the contact when there is no officer’s address', async () => {
    const html = await page(bare, '/privacy?lang=fi');
    expect(html).toContain(text('fi', 'privacy.controller.questions'));
    expect(html).toContain(`mailto:${AUTHORITY.CONTACT_EMAIL}`);
  });

  it('names every entry that the chat writes into the browser’s memory, and no other', async () => {
    const code = readdirSync('web')
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(`web/${name}`, 'utf8'))
      .join('\n');
    const prefix = /PREFIX = '([^']+)'/.exec(code)?.[1];
    const written = [...code.matchAll(/\b(?:memory|browser|tab)\.write\('([^']+)'/g)].map(
      ([, name]) => `${prefix}${name}`,
    );
    // The widget is on other people's pages and remembers one word there.
    const ofWidget = [...code.matchAll(/sessionStorage\.setItem\(OPEN/g)].map(
      () => /OPEN = '([^']+)'/.exec(code)?.[1],
    );
    const kept = [...new Set([...written, ...ofWidget])].toSorted();
    expect(kept).toEqual(Object.values(BROWSER_KEYS).toSorted());
    expect(code).not.toMatch(/indexedDB|document\.cookie/);
    const direct = code.match(/(?:local|session)Storage\.\w+/g) ?? [];
    expect([...new Set(direct)].toSorted()).toEqual([
      'sessionStorage.getItem',
      'sessionStorage.removeItem',
      'sessionStorage.setItem',
    ]);
    const html = await page(filled, '/privacy');
    for (const key of Object.values(BROWSER_KEYS)) expect(html).toContain(key);
  });

  it.each(LOCALES)('tells words that the bot takes for what they promise (%s)', locale => {
    const promises: readonly [string, readonly Command[]][] = [
      ['privacy.rights.change', ['summary']],
      ['privacy.rights.export', ['transcript', 'export']],
      ['privacy.rights.erase', ['erase']],
      ['about.automation.save', ['transcript']],
    ];
    for (const [key, commands] of promises) {
      const phrases = [...text(locale, key).matchAll(/[”“]([^”“]+)”/g)].map(([, phrase = '']) => phrase);
      const understood = phrases.map(phrase => realContext.understand(phrase, { locale, asked: 'any' }));
      expect(understood.map(one => (one.kind === 'command' ? one.name : one.kind))).toEqual(commands);
    }
    expect(COMMANDS).toContain('erase');
  });
});

describe('/accessibility', () => {
  it('is a draft without a status until the authority has assessed the service', async () => {
    const html = await page(bare, '/accessibility?lang=fi');
    expect(html).toContain(text('fi', 'accessibility.draft', { authority: AUTHORITY.AUTHORITY_NAME }));
    for (const status of ['full', 'partial', 'none']) {
      expect(html).not.toContain(text('fi', `accessibility.status.found.${status}`));
    }
  });

  it('states what the assessment found and when', async () => {
    const html = await page(filled, '/accessibility');
    expect(html).not.toContain('class="warning"');
    expect(html).toContain(text('fi', 'accessibility.status.found.partial'));
    expect(html).toContain(text('fi', 'accessibility.status.assessed', { date: '5.11.2026' }));
  });

  it.each(LOCALES)(
    'gives known gaps, the channel for feedback with its 14 days, and the supervisor (%s)',
    async locale => {
      const html = await page(filled, `/accessibility?lang=${locale}`);
      for (const gap of text(locale, 'accessibility.gaps.list').split('\n'))
        expect(html).toContain(`<li>${gap.replaceAll("'", '&#39;')}</li>`);
      expect(text(locale, 'accessibility.feedback.answer')).toContain('14');
      expect(html).toContain(text(locale, 'accessibility.feedback.answer'));
      expect(html).toContain(`mailto:${AUTHORITY.CONTACT_EMAIL}`);
      expect(html).toContain('Traficom');
      expect(html).toMatch(
        /href="https:\/\/www\.saavutettavuusvaatimukset\.fi\/(fi|sv|en)\/[a-z-]+\/[a-z-]+"/,
      );
    },
  );

  it('a status without a day, or a day without a status, does not start', () => {
    const { ACCESSIBILITY_STATUS, ACCESSIBILITY_ASSESSED_ON } = SETTINGS;
    for (const settings of [{ ACCESSIBILITY_STATUS }, { ACCESSIBILITY_ASSESSED_ON }]) {
      expect(() => readConfig(settings)).toThrow(ConfigProblem);
    }
    expect(readConfig({ ACCESSIBILITY_STATUS, ACCESSIBILITY_ASSESSED_ON }).statements.accessibility).toEqual({
      status: 'partial',
      assessedOn: '2026-11-05',
    });
    expect(() => readConfig({ ACCESSIBILITY_STATUS, ACCESSIBILITY_ASSESSED_ON: '5.11.2026' })).toThrow();
  });
});

it('an authority’s name and contact are shown as text, whatever they hold', async () => {
  const app = await appInProcess({
    AUTHORITY_NAME: '<b>Kunta</b> & "Co"',
    CONTACT_UNIT: "<script>alert('x')</script>",
  });
  try {
    for (const path of ['/', ...PATHS]) {
      const html = await page(app, path);
      expect(html).toContain('&lt;b&gt;Kunta&lt;/b&gt; &amp; &quot;Co&quot;');
      expect(html).not.toMatch(/<b>|<script>alert/);
    }
  } finally {
    await app.close();
  }
});

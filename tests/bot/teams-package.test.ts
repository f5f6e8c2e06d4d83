import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildManifest } from '../../scripts/teams/build-manifest.ts';
import { buildPackage } from '../../scripts/teams/build-package.ts';
import { checkManifest } from '../../scripts/teams/check-manifest.ts';
import { readPackageSettings } from '../../scripts/teams/package-settings.ts';
import { readPackageTexts } from '../../scripts/teams/package-texts.ts';
import { loadVocabularies } from '../../src/content/load-vocabularies.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { createUnderstanding } from '../../src/conversation/understanding/understanding.ts';
import { content } from '../support/content.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const APP_ID = '00000000-0000-4000-8000-00000000b070';
const PAGES = ['--privacy', 'https://example.fi/tietosuoja', '--terms', 'https://example.fi/ehdot'];
const ENVIRONMENT = {
  MicrosoftAppId: APP_ID,
  AUTHORITY_NAME: 'Esimerkkikunta',
  PUBLIC_URL: 'https://bot.example.fi',
};

const texts = readPackageTexts(ROOT);
const settings = {
  appId: APP_ID,
  developer: 'Esimerkkikunta',
  website: 'https://bot.example.fi',
  privacy: 'https://example.fi/tietosuoja',
  terms: 'https://example.fi/ehdot',
  version: '1.0.0',
  out: 'unused.zip',
};
const files = buildManifest(settings, texts);
const manifest = files['manifest.json'];
const withTab = buildManifest({ ...settings, tab: 'https://bot.example.fi:8443/tab' }, texts);

describe('the manifest', () => {
  test('asks for no permission: the bot reads what is sent to it and nothing else', () => {
    expect(Object.keys(manifest).sort()).toEqual([
      '$schema',
      'accentColor',
      'bots',
      'defaultGroupCapability',
      'defaultInstallScope',
      'description',
      'developer',
      'icons',
      'id',
      'localizationInfo',
      'manifestVersion',
      'name',
      'publisherDocsUrl',
      'supportedChannelTypes',
      'version',
    ]);
    expect(manifest.bots).toMatchObject([
      { botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true },
    ]);
  });

  test('offers the workbook, alone and together, and opens as a bot in teams and group chats', () => {
    const [bot] = manifest.bots;
    for (const { commands } of bot?.commandLists ?? [])
      expect(commands.map(({ title }) => title)).toContain('työkirja');
    expect(manifest).toMatchObject({
      defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
      supportedChannelTypes: ['sharedChannels', 'privateChannels'],
      publisherDocsUrl: expect.stringMatching(/^https:/),
    });
  });

  test('has a tab for the result where a link can lead to it, beside the chat, in every language', () => {
    expect(manifest).not.toHaveProperty('staticTabs');
    expect(withTab['manifest.json']).toMatchObject({
      staticTabs: [
        { entityId: 'conversations', scopes: ['personal'] },
        {
          entityId: 'result',
          name: 'Tulos',
          contentUrl: 'https://bot.example.fi:8443/tab?lang={app.locale}&key={page.subPageId}',
          scopes: ['personal'],
        },
      ],
      validDomains: ['bot.example.fi:8443'],
    });
    expect([withTab['sv.json'], withTab['en.json']]).toEqual([
      expect.objectContaining({ 'staticTabs[1].name': 'Resultat' }),
      expect.objectContaining({ 'staticTabs[1].name': 'Result' }),
    ]);
    expect(checkManifest(withTab)).toEqual([]);
  });

  test('offers at most twelve commands in each of at most three lists', () => {
    const [bot] = manifest.bots;
    expect(bot?.commandLists.length).toBeLessThanOrEqual(3);
    for (const { commands } of bot?.commandLists ?? []) expect(commands.length).toBeLessThanOrEqual(12);
  });

  test.each(['sv.json', 'en.json'] as const)('has every text again in %s', name => {
    const { $schema: _, ...translated } = files[name];
    const [bot] = manifest.bots;
    const paths = bot?.commandLists.flatMap(({ commands }, list) =>
      commands.flatMap((_command, index) =>
        ['title', 'description'].map(key => `bots[0].commandLists[${list}].commands[${index}].${key}`),
      ),
    );
    const own = ['name.short', 'name.full', 'description.short', 'description.full'];
    expect(Object.keys(translated).sort()).toEqual([...own, ...(paths ?? [])].sort());
    expect(Object.values(translated).every(text => text !== '')).toBe(true);
  });

  test('names the same commands in every language', () => {
    for (const locale of LOCALES) {
      expect(Object.keys(texts[locale].commands)).toEqual(Object.keys(texts.fi.commands));
    }
  });
});

const understand = createUnderstanding(loadVocabularies(`${ROOT}/locales`), { called: content.called });
const listed = LOCALES.flatMap(locale =>
  Object.entries(texts[locale].commands).map(([name, { title }]) => [locale, title, name] as const),
);

test.each(listed)('the listed command in %s, "%s", is answered as %s', (locale, title, name) => {
  const command = content.current(name) ? { name: 'start', dialog: name } : { name };
  expect(understand(title, { locale, asked: 'any', options: [] })).toEqual({ kind: 'command', ...command });
});

describe('the package', () => {
  const zip = buildPackage(ROOT, files);
  const entries = unzipSync(zip);

  test('holds the manifest, the other languages and the two icons, at the top', () => {
    expect(Object.keys(entries).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
      'sv.json',
    ]);
    expect(JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()))).toEqual(manifest);
  });

  test.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has %s as a PNG of %i pixels', (name, size) => {
    const png = Buffer.from(entries[name] ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  test('is the same, byte for byte, when nothing has changed', () => {
    expect(Buffer.from(buildPackage(ROOT, files)).equals(Buffer.from(zip))).toBe(true);
  });
});

describe('the settings', () => {
  test('need no more than the environment of the server', () => {
    expect(
      readPackageSettings([], { ...ENVIRONMENT, PUBLIC_URL: 'https://bot.example.fi/' }, '1.2.3'),
    ).toEqual({
      kind: 'read',
      settings: {
        appId: APP_ID,
        developer: 'Esimerkkikunta',
        website: 'https://bot.example.fi/info',
        privacy: 'https://bot.example.fi/privacy',
        terms: 'https://bot.example.fi/terms',
        version: '1.2.3',
        out: 'dist/teams/porrasbotti.zip',
      },
    });
  });

  test('name the tab’s page once the catalogue’s id of the app is known', () => {
    const read = readPackageSettings(PAGES, { ...ENVIRONMENT, TEAMS_APP_ID: APP_ID }, '1.2.3');
    expect(read).toMatchObject({ settings: { tab: 'https://bot.example.fi/tab' } });
  });

  test('on the command line go before those of the environment', () => {
    const args = [...PAGES, '--developer', 'Kunta', '--package-version', '2.0.0', '--out', 'x.zip'];
    expect(readPackageSettings(args, ENVIRONMENT, '1.2.3')).toMatchObject({
      settings: {
        developer: 'Kunta',
        website: 'https://bot.example.fi/info',
        privacy: 'https://example.fi/tietosuoja',
        terms: 'https://example.fi/ehdot',
        version: '2.0.0',
        out: 'x.zip',
      },
    });
  });

  test('are all asked for at once when they are missing', () => {
    const read = readPackageSettings([], { AUTHORITY_NAME: '', PUBLIC_URL: '' }, '1.0.0');
    expect(read.kind === 'incomplete' && read.problems.map(line => line.split(':')[0])).toEqual([
      'MicrosoftAppId',
      'AUTHORITY_NAME or --developer',
      'PUBLIC_URL or --website',
      'PUBLIC_URL or --privacy',
      'PUBLIC_URL or --terms',
    ]);
  });

  test.each([
    ['an app id that is none', PAGES, { ...ENVIRONMENT, MicrosoftAppId: 'porrasbotti' }, 'MicrosoftAppId'],
    [
      'a name too long',
      PAGES,
      { ...ENVIRONMENT, AUTHORITY_NAME: 'x'.repeat(33) },
      'AUTHORITY_NAME or --developer',
    ],
    [
      'a page without TLS',
      PAGES,
      { ...ENVIRONMENT, PUBLIC_URL: 'http://bot.example.fi' },
      'PUBLIC_URL or --website',
    ],
    ['a version that is none', [...PAGES, '--package-version', '1'], ENVIRONMENT, '--package-version'],
    ['an unknown option', [...PAGES, '--permissions', 'all'], ENVIRONMENT, "Unknown option '--permissions'"],
  ])('with %s are refused in words', (_, args, environment, problem) => {
    const read = readPackageSettings(args, environment, '1.0.0');
    expect(read.kind === 'incomplete' && read.problems).toEqual([expect.stringContaining(problem)]);
  });
});

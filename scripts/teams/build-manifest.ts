/** The app package's manifest and its other languages, as plain data. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Locale } from '../../src/conversation/locale.ts';
import { TAB } from '../../src/http/teams-tab-link.ts';
import type { PackageSettings } from './package-settings.ts';
import type { PackageTexts } from './package-texts.ts';

export const MANIFEST_VERSION = '1.24';

const listsSchema = z.strictObject({ alone: z.array(z.string()), together: z.array(z.string()) });
const { alone, together } = listsSchema.parse(
  parse(readFileSync(new URL('../../teams/commands.yaml', import.meta.url), 'utf8')),
);
const COMMAND_LISTS = [
  { scopes: ['personal'], commands: alone },
  { scopes: ['team', 'groupChat'], commands: together },
];

/** The files of the package that are JSON, by name. Finnish is the manifest itself. */
export function buildManifest(settings: PackageSettings, texts: Readonly<Record<Locale, PackageTexts>>) {
  return {
    'manifest.json': manifest(settings, texts.fi),
    'sv.json': translation(settings, texts.sv),
    'en.json': translation(settings, texts.en),
  };
}

function manifest(settings: PackageSettings, texts: PackageTexts) {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version: settings.version,
    id: settings.appId,
    developer: {
      name: settings.developer,
      websiteUrl: settings.website,
      privacyUrl: settings.privacy,
      termsOfUseUrl: settings.terms,
    },
    name: texts.name,
    description: { short: texts.description.short, full: texts.description.full.trim() },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0b4f8a',
    localizationInfo: {
      defaultLanguageTag: 'fi',
      additionalLanguages: [
        { languageTag: 'sv', file: 'sv.json' },
        { languageTag: 'en', file: 'en.json' },
      ],
    },
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    supportedChannelTypes: ['sharedChannels', 'privateChannels'],
    publisherDocsUrl: settings.website,
    ...(settings.tab && tabsOf(settings.tab, texts)),
    bots: [
      {
        botId: settings.appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        // Filled workbooks are sent as files.
        supportsFiles: true,
        commandLists: COMMAND_LISTS.map(({ scopes, commands }) => ({
          scopes,
          commands: commands.map(name => commandOf(texts, name)),
        })),
      },
    ],
  };
}

/** The chat first, then the result. Teams puts the key of a link, and its own language, into the address. */
function tabsOf(page: string, texts: PackageTexts) {
  return {
    staticTabs: [
      { entityId: 'conversations', scopes: ['personal'] },
      {
        entityId: TAB,
        name: texts.tab,
        contentUrl: `${page}?lang={app.locale}&key={page.subPageId}`,
        websiteUrl: page,
        scopes: ['personal'],
      },
    ],
    validDomains: [new URL(page).host],
  };
}

/** Teams finds a text's translation by the path of the text in the manifest. */
function translation({ tab }: PackageSettings, texts: PackageTexts): Record<string, string> {
  const commands = COMMAND_LISTS.flatMap((list, at) =>
    list.commands.flatMap((name, index): [string, string][] => {
      const path = `bots[0].commandLists[${at}].commands[${index}]`;
      const { title, description } = commandOf(texts, name);
      return [
        [`${path}.title`, title],
        [`${path}.description`, description],
      ];
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.Localization.schema.json`,
    'name.short': texts.name.short,
    'name.full': texts.name.full,
    'description.short': texts.description.short,
    'description.full': texts.description.full.trim(),
    ...(tab && { 'staticTabs[1].name': texts.tab }),
    ...Object.fromEntries(commands),
  };
}

function commandOf({ commands }: PackageTexts, name: string) {
  const command = commands[name];
  if (!command) throw new Error(`teams/texts: the command ${name} has no text`);
  return command;
}

/** What the app package must be told about the authority that installs it. */
import { parseArgs } from 'node:util';
import * as z from 'zod';

export interface PackageSettings {
  readonly appId: string;
  readonly developer: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  /** The page of the tab, where the app has one. */
  readonly tab?: string;
  readonly version: string;
  /** Where the package is written. */
  readonly out: string;
}

export type ReadSettings =
  | { kind: 'read'; settings: PackageSettings }
  /** A line each, in words for the person who runs the command. */
  | { kind: 'incomplete'; problems: readonly string[] };

const page = (what: string) =>
  z
    .url({ protocol: /^https$/, error: `give ${what} as an address that begins with https://` })
    .max(2048, 'the address is longer than 2048 characters');

const settingsSchema = z.object({
  MicrosoftAppId: z.guid({
    error: "set the bot's app id (Application (client) ID) in the environment or .env",
  }),
  developer: z
    .string({ error: 'set AUTHORITY_NAME in the environment or .env, or give --developer' })
    .max(32, 'Teams shows at most 32 characters: give a shorter name with --developer'),
  website: page('the page that tells about the service'),
  privacy: page('the privacy notice'),
  terms: page('the terms of use'),
  'package-version': z.string().regex(/^\d+\.\d+\.\d+$/, 'write the version as three numbers, such as 1.0.1'),
  out: z.string(),
});

const OPTIONS = {
  developer: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  'package-version': { type: 'string' },
  out: { type: 'string' },
} as const;

/** Reads the arguments of the command and the environment; `version` is the project's own. */
export function readPackageSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): ReadSettings {
  const given = argumentsOf(args);
  if (typeof given === 'string') return { kind: 'incomplete', problems: [given] };
  const parsed = settingsSchema.safeParse({
    MicrosoftAppId: environment.MicrosoftAppId,
    developer: environment.AUTHORITY_NAME || undefined,
    ...ownPages(environment.PUBLIC_URL),
    'package-version': version,
    out: 'dist/teams/porrasbotti.zip',
    ...given,
  });
  if (!parsed.success) {
    return {
      kind: 'incomplete',
      problems: parsed.error.issues.map(issue => lineFor(issue.path[0], issue.message)),
    };
  }
  const { MicrosoftAppId: appId, 'package-version': packageVersion, ...rest } = parsed.data;
  return {
    kind: 'read',
    settings: { appId: appId.toLowerCase(), version: packageVersion, ...rest, ...tabOf(environment) },
  };
}

/** The service tells about itself and its privacy on pages of its own. */
function ownPages(publicUrl: string | undefined): Record<string, string> {
  if (!publicUrl) return {};
  const base = publicUrl.replace(/\/+$/, '');
  return { website: `${base}/info`, privacy: `${base}/privacy`, terms: `${base}/terms` };
}

/** A link leads to the tab only by the id that the organisation's catalogue gave the app; without it, the tab stays empty. */
function tabOf({ TEAMS_APP_ID, PUBLIC_URL }: Readonly<Record<string, string | undefined>>): { tab?: string } {
  return TEAMS_APP_ID && PUBLIC_URL ? { tab: `${PUBLIC_URL.replace(/\/+$/, '')}/tab` } : {};
}

function argumentsOf(args: readonly string[]): Record<string, string | undefined> | string {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function lineFor(field: PropertyKey | undefined, message: string): string {
  const name = String(field);
  const sources: Readonly<Record<string, string>> = {
    MicrosoftAppId: 'MicrosoftAppId',
    developer: 'AUTHORITY_NAME or --developer',
    website: 'PUBLIC_URL or --website',
    privacy: 'PUBLIC_URL or --privacy',
    terms: 'PUBLIC_URL or --terms',
  };
  return `${sources[name] ?? `--${name}`}: ${message}`;
}

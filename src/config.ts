/**
 * The only reader of the environment. Every variable has its meaning here; `.env.example` lists the same ones,
 * held equal by a test. All problems are reported at once, by name, before anything is started.
 */
import { existsSync } from 'node:fs';
import * as z from 'zod';
import { isLoopback } from './bot/service-hosts.ts';
import { localeSchema } from './conversation/locale.ts';
import { telemetryOf, telemetrySettings } from './metrics/telemetry-settings.ts';

const flag = z.enum(['on', 'off']);
const list = z.string().transform(text =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== ''),
);
const origin = z.url({ protocol: /^https?$/ }).transform(url => new URL(url).origin);
const origins = list.pipe(z.array(origin));
const days = z.coerce.number().int().min(1).max(400);
const text = z.string().trim().min(1);

const PTV_ADDRESS = 'https://api.palvelutietovaranto.suomi.fi/api/v11/';
const ptvAddress = z
  .url({ protocol: /^https?$/ })
  .refine(url => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'must be https')
  .refine(
    url => new URL(url).search === '' && new URL(url).username === '',
    'must have no query and no name in it',
  );

const environmentSchema = z.object({
  /** `production` makes the demands of a public service: the authority's contact, channel credentials, a safe Redis. */
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** TCP port; 0 picks a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  /** Address to listen on. */
  HOST: text.default('127.0.0.1'),
  /** redis://, rediss://, redis+sentinel://host:port,host:port/master or redis+cluster://host:port,… Unset: embedded store. */
  REDIS_URL: text.optional(),
  /** How many replicas must have a commit before it counts as saved; 0 asks none. */
  REDIS_WAIT_REPLICAS: z.coerce.number().int().min(0).max(5).default(0),
  /** Folder of the embedded store. */
  DATA_DIR: text.default('./data'),
  /** Folder with instruments of the authority's own, in the shape of `dialogs/` and `locales/`. */
  CONTENT_DIR: text.optional(),
  /** Days that a conversation is kept after its last message. */
  SESSION_TTL_DAYS: days.default(30),
  /** Days that an answer which is put together with other people's (residents') is counted. */
  COLLECTED_TTL_DAYS: days.default(365),
  /** Days that a result is kept which somebody wants to compare with later ones; 0 keeps none. */
  KEPT_TTL_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3660)
    .default(3 * 365),
  /** Address at which users and channels reach this server, for links and pictures. */
  PUBLIC_URL: origin.optional(),
  /** Comma-separated addresses or networks of the proxies in front of this server, whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: list.default([]),
  /**
   * Seconds that a server which is told to stop still takes people in while `/readyz` says 503, so that a balancer has
   * looked and sends nobody here any more when it closes.
   */
  SHUTDOWN_DELAY_SECONDS: z.coerce.number().int().min(0).max(60).default(0),
  /** Comma-separated origins of the pages that show the widget. */
  ALLOWED_ORIGINS: origins.default([]),
  /**
   * Signs the chat's tokens, at least 32 characters. To change it, put the new one before the old one with a comma
   * between, and take the old one away after SESSION_TTL_DAYS. Unset: made, kept in the store, and changed by itself.
   */
  CHAT_TOKEN_SECRET: z
    .string()
    .transform(text => text.split(','))
    .pipe(z.tuple([z.string().min(32)], z.string().min(32)))
    .refine(secrets => secrets.length <= 2, 'at most two: the new one and the one before')
    .optional(),
  /** `off` leaves out /api/messages, for a web chat alone. */
  TEAMS_CHANNEL: flag.default('on'),
  /** The bot's app registration. */
  MicrosoftAppId: z.guid().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).optional(),
  MicrosoftAppTenantId: z.guid().optional(),
  MicrosoftAppPassword: text.optional(),
  /** Comma-separated hosts that replies may be sent to beside Microsoft's own. */
  TRUSTED_SERVICE_HOSTS: list.default([]),
  /** Comma-separated ids of the Microsoft 365 tenants whose Teams may use the bot. Unset: any that installs it. */
  TEAMS_TENANTS: list.pipe(z.array(z.guid())).default([]),
  /** The id under which the organisation's Teams catalogue lists the app, for links to its tab. Unset: no tab. */
  TEAMS_APP_ID: z.guid().optional(),
  /**
   * Address of the open interface of Palvelutietovaranto, from which the workbook can be filled: https, and only this host is
   * ever asked. `off` asks nobody.
   */
  PTV_URL: z.union([z.literal('off'), ptvAddress]).default(PTV_ADDRESS),
  /** The authority that answers for this service. */
  AUTHORITY_NAME: text.optional(),
  /** The natural person to turn to (digipalvelulaki 306/2019, 6 a §): unit, and at least one way to reach it. */
  CONTACT_UNIT: text.optional(),
  CONTACT_PHONE: text.optional(),
  CONTACT_EMAIL: z.email().optional(),
  CONTACT_FORM_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONTACT_HOURS: text.optional(),
  /** The role that answers for the content and its quality. */
  RESPONSIBLE_ROLE: text.optional(),
  /** The authority's data protection officer, for the privacy notice. */
  DATA_PROTECTION_EMAIL: z.email().optional(),
  /** What an assessment found of the accessibility, and its day (2026-11-30). Without them the statement is a draft. */
  ACCESSIBILITY_STATUS: z.enum(['full', 'partial', 'none']).optional(),
  ACCESSIBILITY_ASSESSED_ON: z.iso.date().optional(),
  /** Password of the staff's page and of /metrics, at least 16 characters. Unset: neither is served beyond this machine. */
  STAFF_PASSWORD: z.string().min(16).optional(),
  ...telemetrySettings,
  /** Language when nothing else tells it. */
  DEFAULT_LOCALE: localeSchema.default('fi'),
  /** How much is logged. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export const ENVIRONMENT_VARIABLES: readonly string[] = Object.keys(environmentSchema.shape);

type Variables = Readonly<Record<string, string | undefined>>;
type Environment = z.infer<typeof environmentSchema>;

export type Credentials =
  | { kind: 'none' }
  | {
      kind: 'app';
      appId: string;
      appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
      tenantId?: string;
      appPassword?: string;
    };

export type Config = ReturnType<typeof shape>;

/** What is wrong with the environment, a line each. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings do not work yet:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Takes the settings that are written in a file, if there is one; what is set already stays. */
export function loadSettingsFile(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Reads the settings. An empty variable counts as unset. Throws ConfigProblem with every problem found. */
export function readConfig(environment: Variables = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigProblem(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const problems = [
    ...channelProblems(parsed.data),
    ...publicServiceProblems(parsed.data),
    ...statementProblems(parsed.data),
  ];
  if (problems.length > 0) throw new ConfigProblem(problems);
  return shape(parsed.data);
}

/** The folder of content of one's own alone, for commands that need no other setting. */
export function readContentDir(environment: Variables = process.env): string | undefined {
  return environmentSchema.shape.CONTENT_DIR.catch(undefined).parse(environment.CONTENT_DIR);
}

function channelProblems(env: Environment): string[] {
  if (env.TEAMS_CHANNEL === 'off') return [];
  if (!env.MicrosoftAppId) return anonymousProblems(env);
  if (!env.MicrosoftAppType)
    return ['MicrosoftAppType: say which, SingleTenant, UserAssignedMSI or MultiTenant'];
  const missing = [];
  if (env.MicrosoftAppType !== 'MultiTenant' && !env.MicrosoftAppTenantId)
    missing.push('MicrosoftAppTenantId: the tenant of the app registration is missing');
  if (env.MicrosoftAppType !== 'UserAssignedMSI' && !env.MicrosoftAppPassword)
    missing.push('MicrosoftAppPassword: the secret of the app registration is missing');
  return missing;
}

function anonymousProblems(env: Environment): string[] {
  if (env.NODE_ENV === 'production') {
    return [
      'MicrosoftAppId: set it with MicrosoftAppType and MicrosoftAppTenantId, or TEAMS_CHANNEL=off for a web chat alone',
    ];
  }
  if (isLoopback(env.HOST)) return [];
  return [
    'HOST: without MicrosoftAppId anybody could speak as a channel, so listen on localhost, or set TEAMS_CHANNEL=off',
  ];
}

/** Digipalvelulaki 6 a §: no public service without a natural person to turn to and a role that answers for it. */
function publicServiceProblems(env: Environment): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const problems = [];
  if (!env.AUTHORITY_NAME) problems.push('AUTHORITY_NAME: name the authority that answers for this service');
  if (!env.CONTACT_UNIT)
    problems.push('CONTACT_UNIT: name the unit a person can turn to (digipalvelulaki 306/2019, 6 a §)');
  if (!env.CONTACT_PHONE && !env.CONTACT_EMAIL && !env.CONTACT_FORM_URL) {
    problems.push(
      'CONTACT_PHONE, CONTACT_EMAIL or CONTACT_FORM_URL: give at least one way to reach the contact',
    );
  }
  if (!env.RESPONSIBLE_ROLE)
    problems.push('RESPONSIBLE_ROLE: name the role that answers for content and quality');
  if (!env.PUBLIC_URL) problems.push('PUBLIC_URL: the address at which users reach this server');
  return problems;
}

/** A status without a day says nothing of today, and a day without a status nothing at all. */
function statementProblems({ ACCESSIBILITY_STATUS, ACCESSIBILITY_ASSESSED_ON }: Environment): string[] {
  if ((ACCESSIBILITY_STATUS === undefined) === (ACCESSIBILITY_ASSESSED_ON === undefined)) return [];
  return ['ACCESSIBILITY_STATUS and ACCESSIBILITY_ASSESSED_ON: set both, or neither before the assessment'];
}

function shape(env: Environment) {
  return {
    mode: env.NODE_ENV,
    server: serverOf(env),
    store: {
      redisUrl: env.REDIS_URL,
      waitReplicas: env.REDIS_WAIT_REPLICAS,
      dataDir: env.DATA_DIR,
      ttlDays: env.SESSION_TTL_DAYS,
      collectedDays: env.COLLECTED_TTL_DAYS,
      keptDays: env.KEPT_TTL_DAYS,
    },
    contentDir: env.CONTENT_DIR,
    chat: { allowedOrigins: env.ALLOWED_ORIGINS, tokenSecrets: secretsOf(env) },
    channel: channelOf(env),
    /** Where the register of services is asked; undefined: nowhere. */
    register: env.PTV_URL === 'off' ? undefined : env.PTV_URL,
    authority: authorityOf(env),
    statements: {
      dataProtectionEmail: env.DATA_PROTECTION_EMAIL,
      accessibility:
        env.ACCESSIBILITY_STATUS && env.ACCESSIBILITY_ASSESSED_ON
          ? { status: env.ACCESSIBILITY_STATUS, assessedOn: env.ACCESSIBILITY_ASSESSED_ON }
          : undefined,
    },
    staffPassword: env.STAFF_PASSWORD,
    telemetry: telemetryOf(env),
    defaultLocale: env.DEFAULT_LOCALE,
    logLevel: env.LOG_LEVEL,
  };
}

function serverOf(env: Environment) {
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    shutdownDelayMs: env.SHUTDOWN_DELAY_SECONDS * 1000,
  };
}

function channelOf(env: Environment) {
  return {
    enabled: env.TEAMS_CHANNEL === 'on',
    credentials: credentialsOf(env),
    trustedServiceHosts: env.TRUSTED_SERVICE_HOSTS,
    tenants: env.TEAMS_TENANTS,
    teamsAppId: env.TEAMS_APP_ID,
  };
}

function secretsOf({ CHAT_TOKEN_SECRET: secrets }: Environment) {
  return secrets && (() => secrets);
}

function authorityOf(env: Environment) {
  const name = env.AUTHORITY_NAME ?? 'Esimerkkikunta';
  return {
    name,
    responsibleRole: env.RESPONSIBLE_ROLE,
    contact: {
      unit: env.CONTACT_UNIT ?? name,
      ...(env.CONTACT_PHONE && { phone: env.CONTACT_PHONE }),
      ...(env.CONTACT_EMAIL && { email: env.CONTACT_EMAIL }),
      ...(env.CONTACT_FORM_URL && { form: env.CONTACT_FORM_URL }),
      ...(env.CONTACT_HOURS && { hours: env.CONTACT_HOURS }),
    },
  };
}

function credentialsOf(env: Environment): Credentials {
  if (!env.MicrosoftAppId || !env.MicrosoftAppType) return { kind: 'none' };
  return {
    kind: 'app',
    appId: env.MicrosoftAppId,
    appType: env.MicrosoftAppType,
    ...(env.MicrosoftAppTenantId && { tenantId: env.MicrosoftAppTenantId }),
    ...(env.MicrosoftAppPassword && { appPassword: env.MicrosoftAppPassword }),
  };
}

/** Every setting with its meaning, by the name of its variable. `.env.example` lists the same ones, held equal by a test. */
import * as z from 'zod';
import { isLoopback } from '../bot/service-hosts.ts';
import { localeSchema } from '../conversation/locale.ts';
import { telemetrySettings } from '../metrics/telemetry-settings.ts';

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
  // What is no address is not looked at further: `new URL` would throw.
  .url({ protocol: /^https?$/, abort: true })
  .refine(url => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'must be https')
  .refine(
    url => new URL(url).search === '' && new URL(url).username === '',
    'must have no query and no name in it',
  );

export const environmentSchema = z.object({
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
    .transform(text => text.split(',').map(secret => secret.trim()))
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
  PTV_URL: z
    .union([z.literal('off'), ptvAddress], 'must be off, or an address that begins with https://')
    .default(PTV_ADDRESS),
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

export type Environment = z.infer<typeof environmentSchema>;

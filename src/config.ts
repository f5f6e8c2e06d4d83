/**
 * The only reader of the environment: what each variable means stands in `config/environment.ts`, what they demand of each
 * other in `config/demands.ts`. All problems are reported at once, by name, before anything is started.
 */
import { existsSync } from 'node:fs';
import { unmetDemands } from './config/demands.ts';
import { type Environment, environmentSchema } from './config/environment.ts';
import { inWords } from './config/in-words.ts';
import { telemetryOf } from './metrics/telemetry-settings.ts';

export const ENVIRONMENT_VARIABLES: readonly string[] = Object.keys(environmentSchema.shape);

type Variables = Readonly<Record<string, string | undefined>>;

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
  const parsed = environmentSchema.safeParse(given, { error: inWords });
  if (!parsed.success) {
    throw new ConfigProblem(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const problems = unmetDemands(parsed.data);
  if (problems.length > 0) throw new ConfigProblem(problems);
  return shape(parsed.data);
}

/** The folder of content of one's own alone, for commands that need no other setting. */
export function readContentDir(environment: Variables = process.env): string | undefined {
  return environmentSchema.shape.CONTENT_DIR.catch(undefined).parse(environment.CONTENT_DIR);
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

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { warningsOf } from '../src/app/foundation.ts';
import { ConfigProblem, ENVIRONMENT_VARIABLES, readConfig } from '../src/config.ts';

const APP = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '66666666-7777-4888-8999-000000000000',
  MicrosoftAppPassword: 'not-a-real-one',
};

const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://bot.example.fi',
  AUTHORITY_NAME: 'Esimerkkilä',
  CONTACT_UNIT: 'Asiakaspalvelu',
  CONTACT_PHONE: '08 123 4567',
  RESPONSIBLE_ROLE: 'Digijohtaja',
};

/** What is told of settings that do not work. */
function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    return error.problems;
  }
}

/** The settings' names that a refusal speaks of. */
function refusal(environment: Record<string, string>): string[] {
  return problemsOf(environment).map(problem => problem.split(':')[0] ?? '');
}

describe('the settings', () => {
  it('need nothing on one’s own machine', () => {
    const config = readConfig({});
    expect(config.server).toMatchObject({ port: 3978, host: '127.0.0.1' });
    expect(config.store).toMatchObject({ redisUrl: undefined, dataDir: './data', ttlDays: 30 });
    expect(config.channel.credentials).toEqual({ kind: 'none' });
    expect(config.defaultLocale).toBe('fi');
  });

  it('take an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '' }).server.port).toBe(3978);
  });

  it('are all named in .env.example, and nothing else is', () => {
    const named = readFileSync('.env.example', 'utf8').matchAll(/^#?\s?([A-Za-z_]+)=/gm);
    expect([...named].map(([, name]) => name).sort()).toEqual([...ENVIRONMENT_VARIABLES].sort());
  });

  it('take secrets of the chat with a space behind the comma, too', () => {
    const [now, before] = ['n'.repeat(32), 'b'.repeat(32)];
    const { tokenSecrets } = readConfig({ CHAT_TOKEN_SECRET: `${now}, ${before}` }).chat;
    expect(tokenSecrets?.()).toEqual([now, before]);
  });

  it('report every problem at once', () => {
    expect(
      refusal({ PORT: 'http', SESSION_TTL_DAYS: '0', DEFAULT_LOCALE: 'se', ALLOWED_ORIGINS: 'example.fi' })
        .map(one => one.split('.')[0])
        .sort(),
    ).toEqual(['ALLOWED_ORIGINS', 'DEFAULT_LOCALE', 'PORT', 'SESSION_TTL_DAYS']);
  });
});

/** A value that cannot be → what its writer reads. */
const UNFIT: [string, string, string][] = [
  ['STAFF_PASSWORD', 'lyhyt', 'must have 16 characters or more'],
  ['CHAT_TOKEN_SECRET', 'lyhyt', 'must have 32 characters or more'],
  ['CHAT_TOKEN_SECRET', Array(3).fill('x'.repeat(32)).join(), 'at most two: the new one and the one before'],
  ['AUTHORITY_NAME', ' ', 'holds nothing but spaces'],
  ['PORT', 'http', 'must be a whole number'],
  ['PORT', '1.5', 'must be a whole number'],
  ['PORT', '70000', 'must be 65535 or less'],
  ['SESSION_TTL_DAYS', '0', 'must be 1 or more'],
  ['NODE_ENV', 'prod', 'must be development, test or production'],
  ['TEAMS_CHANNEL', 'no', 'must be on or off'],
  ['DEFAULT_LOCALE', 'se', 'must be fi, sv or en'],
  ['PUBLIC_URL', 'bot.example.fi', 'must be an address that begins with https:// or http://'],
  ['ALLOWED_ORIGINS', 'example.fi', 'must be an address that begins with https:// or http://'],
  ['CONTACT_EMAIL', 'neuvonta', 'must be an e-mail address'],
  ['MicrosoftAppId', 'porrasbotti', 'must be an id such as'],
  ['ACCESSIBILITY_ASSESSED_ON', '30.11.2026', 'must be a day such as 2026-11-30'],
  ['PTV_URL', 'none', 'must be off, or an address that begins with https://'],
  ['PTV_URL', 'http://ptv.example.fi/', 'must be https'],
  ['OTEL_SDK_DISABLED', 'perhaps', 'must be true, 1, yes'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'key', 'must be name=value,name=value'],
];

it.each(UNFIT)('%s=%s is refused in words of ours', (name, value, expected) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toEqual([expect.stringContaining(expected)]);
  expect(problems[0]).toMatch(new RegExp(`^${name}(\\.\\d)?: `));
  expect(problems[0]).not.toMatch(/invalid|expected|too small/i);
});

it('no setting that holds an unfit value is refused in the words of the library', () => {
  const unfit = ['', ' ', '-1', '1e9', '0.5', '\\', 'x', '%', '0', 'https:'];
  const told = ENVIRONMENT_VARIABLES.flatMap(name => unfit.flatMap(value => problemsOf({ [name]: value })));
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter(problem => /invalid|expected|too (small|big)/i.test(problem))).toEqual([]);
});

describe('what starts, and is warned of', () => {
  const warned = (environment: Record<string, string>, purpose: 'trial' | 'service') =>
    warningsOf(readConfig(environment), purpose).map(warning => warning.split(' ')[0]);
  const service = { ...PRODUCTION, ...APP };

  it.each([
    ['a trial', {}, 'trial', []],
    ['a service that is no production', { PUBLIC_URL: 'http://bot.example.fi' }, 'service', ['Reached']],
    ['https, which this server does not speak, without a proxy', service, 'service', ['TRUSTED_PROXIES']],
    ['the same with its proxy named', { ...service, TRUSTED_PROXIES: '127.0.0.1' }, 'service', []],
    [
      'production without TLS, within a network',
      { ...service, PUBLIC_URL: 'http://bot.kunta' },
      'service',
      [],
    ],
  ] as const)('%s', (_name, environment, purpose, expected) => {
    expect(warned(environment, purpose)).toEqual(expected);
  });
});

describe('what refuses to start', () => {
  const rows: [string, Record<string, string>, string[]][] = [
    ['production as it should be', { ...PRODUCTION, ...APP }, []],
    ['production for the web alone', { ...PRODUCTION, TEAMS_CHANNEL: 'off' }, []],
    ['production without a registration', PRODUCTION, ['MicrosoftAppId']],
    ['a registration of no type', { MicrosoftAppId: APP.MicrosoftAppId }, ['MicrosoftAppType']],
    ['a registration without its tenant', { ...APP, MicrosoftAppTenantId: '' }, ['MicrosoftAppTenantId']],
    ['a registration without its secret', { ...APP, MicrosoftAppPassword: '' }, ['MicrosoftAppPassword']],
    [
      'a managed identity needs no secret',
      { ...APP, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' },
      [],
    ],
    [
      'production without a contact',
      { ...PRODUCTION, ...APP, CONTACT_UNIT: '', CONTACT_PHONE: '' },
      ['CONTACT_UNIT', 'CONTACT_PHONE, CONTACT_EMAIL or CONTACT_FORM_URL'],
    ],
    [
      'production without a responsible role',
      { ...PRODUCTION, ...APP, RESPONSIBLE_ROLE: '' },
      ['RESPONSIBLE_ROLE'],
    ],
    ['production without its own address', { ...PRODUCTION, ...APP, PUBLIC_URL: '' }, ['PUBLIC_URL']],
    ['an anonymous channel open to the network', { HOST: '0.0.0.0' }, ['HOST']],
    ['the same with the channel off', { HOST: '0.0.0.0', TEAMS_CHANNEL: 'off' }, []],
  ];

  it.each(rows)('%s', (_name, environment, expected) => {
    expect(refusal(environment)).toEqual(expected);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

/** The settings' names that a refusal speaks of. */
function refusal(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    return error.problems.map(problem => problem.split(':')[0] ?? '');
  }
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

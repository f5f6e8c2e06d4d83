import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { type Credentials, checkCredentials, sdkSettings } from '../../src/bot/credentials.ts';
import { APP_ID } from '../support/channel-tokens.ts';
import { startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

const tenantId = '00000000-0000-4000-8000-00000000aaaa';
const app = (fields: Omit<Credentials & { kind: 'app' }, 'kind' | 'appId'>): Credentials => ({
  kind: 'app',
  appId: APP_ID,
  ...fields,
});

describe('a registration', () => {
  test.each([
    ['of one tenant', app({ appType: 'SingleTenant', appPassword: 'x', tenantId })],
    ['with a managed identity', app({ appType: 'UserAssignedMSI', tenantId })],
    ['of many tenants', app({ appType: 'MultiTenant', appPassword: 'x' })],
  ])('%s runs turns', async (_, credentials) => {
    const bot = await startBot({ credentials });
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    expect((await bot.call(activity)).status).toBe(200);
    await bot.connector.received(1);
    await bot.close();
  });

  test.each([
    ['of one tenant without a password', app({ appType: 'SingleTenant', tenantId })],
    ['of one tenant without the tenant', app({ appType: 'SingleTenant', appPassword: 'x' })],
    ['with a managed identity without the tenant', app({ appType: 'UserAssignedMSI' })],
    [
      'with a managed identity and a password',
      app({ appType: 'UserAssignedMSI', appPassword: 'x', tenantId }),
    ],
  ])('%s does not start', async (_, credentials) => {
    await expect(startBot({ credentials })).rejects.toThrow(/MicrosoftApp/);
  });
});

const appTypes = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
const maybe = [{}, { appPassword: 'x' }, { appPassword: ' ' }].flatMap(password =>
  [{}, { tenantId }, { tenantId: ' ' }].map(tenant => ({ ...password, ...tenant })),
);
const registrations = appTypes.flatMap(appType => maybe.map(fields => app({ appType, ...fields })));

/** The SDK says so in its own words, or only when the first token is wanted and nobody watches the start any more. */
test.each(registrations)('what the SDK would refuse later is refused at the start: %j', registration => {
  const refuses = (check: () => unknown) => {
    try {
      check();
      return false;
    } catch {
      return true;
    }
  };
  const atStart = refuses(() => checkCredentials(registration));
  expect(atStart).toBe(
    refuses(() => new ConfigurationServiceClientCredentialFactory(sdkSettings(registration))),
  );
});

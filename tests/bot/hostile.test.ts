import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

test('whatever the authorization header holds, nobody is let in', async () => {
  const bot = await startBot();
  const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
  const parts = bot.issuer.authorization().slice(7).split('.');
  const part = fc.oneof(
    fc.constantFrom(...parts),
    fc.base64String(),
    fc.string(),
    fc.json().map(text => Buffer.from(text).toString('base64url')),
  );
  const header = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 4 }).map(some => `Bearer ${some.join('.')}`),
  );
  await fc.assert(
    fc.asyncProperty(header, async authorization => {
      fc.pre(authorization !== `Bearer ${parts.join('.')}`);
      expect((await bot.call(activity, authorization)).status).toBe(401);
    }),
    { numRuns: 3000 },
  );
  expect(bot.turns.applied).toEqual([]);
  await bot.close();
});

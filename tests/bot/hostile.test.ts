import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

const FIELDS = [
  'type',
  'id',
  'channelId',
  'conversation',
  'from',
  'recipient',
  'locale',
  'deliveryMode',
  'replyToId',
  'text',
  'value',
  'name',
  'action',
  'membersAdded',
  'entities',
  'attachments',
  'channelData',
];
const TYPES = ['message', 'invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction', 'event'];
const ODD = ['__proto__', 'constructor', '..', '\u0000', '\ud800', '\u202e', '\r\nx: y', '%2e%2e/', ''];

const json = fc.oneof(
  fc.jsonValue({ depthSize: 'medium' }),
  fc.constantFrom(...ODD),
  fc.record({ id: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ODD)) }),
  fc.array(
    fc.record({
      type: fc.constantFrom('mention', 'clientInfo'),
      mentioned: fc.jsonValue(),
      text: fc.jsonValue(),
    }),
  ),
);
const changes = fc.dictionary(fc.constantFrom(...FIELDS), json, { maxKeys: 4 });

test('whatever a signed activity holds, it is answered without a failure of ours', {
  timeout: 30_000,
}, async () => {
  const bot = await startBot();
  const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
  await fc.assert(
    fc.asyncProperty(changes, fc.constantFrom(...TYPES), async (changed, type) => {
      const { status } = await bot.call(JSON.parse(JSON.stringify({ ...activity, type, ...changed })));
      expect([200, 400, 401, 501]).toContain(status);
    }),
    { numRuns: 3000 },
  );
  expect(bot.logged.filter(line => JSON.stringify(line).includes('failed'))).toEqual([]);
  expect(Object.prototype).not.toHaveProperty('do');
  await bot.close();
});

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

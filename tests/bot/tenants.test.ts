import { expect, test } from 'vitest';
import { startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

const OURS = '00000000-0000-4000-8000-00000000AAAA';
const OTHERS = '00000000-0000-4000-8000-00000000bbbb';

const ours = { channelData: { tenant: { id: OURS.toLowerCase() } } };
const cases = [
  ['ours, named by the channel', [OURS], ours, 200],
  ['ours, named by the conversation', [OURS], { conversation: { id: 'a', tenantId: OURS } }, 200],
  ['one of several', [OTHERS, OURS], ours, 200],
  ['any, where none is named', [], { channelData: { tenant: { id: OTHERS } } }, 200],
  ['another', [OURS], { channelData: { tenant: { id: OTHERS } } }, 403],
  ['none', [OURS], { channelData: {} }, 403],
  ['none, on a channel that knows none', [OURS], { channelId: 'webchat', channelData: {} }, 200],
] as const;

test.each(cases)('a message from a tenant that is %s', async (_, tenants, fields, status) => {
  const bot = await startBot({ tenants });
  const { conversation } = { conversation: { id: 'a' }, ...fields };
  const activity = teamsActivities(bot.connector.serviceUrl).personalMessage({ ...fields, conversation });
  expect((await bot.call(activity)).status).toBe(status);
  expect(bot.turns.applied).toHaveLength(status === 200 ? 1 : 0);
  await bot.close();
});

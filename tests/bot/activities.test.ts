import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../src/bot/bot-answer.ts';
import { type BotUnderTest, startBot } from './bot-under-test.ts';
import { BOT, teamsActivities, USER } from './teams-activities.ts';

let bot: BotUnderTest;
let teams: ReturnType<typeof teamsActivities>;

beforeEach(async () => {
  bot = await startBot();
  teams = teamsActivities(bot.connector.serviceUrl);
});
afterEach(() => bot.close());

const ACCEPTED = { status: 200 };
const press = { do: 'answer', step: 'need', nonce: 'a1', value: 'yes' };

describe('a message in Teams', () => {
  test('in a personal chat is text', async () => {
    expect(await bot.call(teams.personalMessage({ text: ' Kyllä, on. ' }))).toEqual(ACCEPTED);
    expect(bot.turns.applied).toMatchObject([
      {
        key: { channel: 'msteams', conversation: 'a:1pL6i0oY3C0K8oAj8' },
        deliveryId: '1736931600100',
        input: { kind: 'text', text: 'Kyllä, on.' },
        locale: 'fi',
        out: { to: 'outbox' },
      },
    ]);
  });

  test('in a group is heard without the words that addressed the bot', async () => {
    expect(await bot.call(teams.groupMention())).toEqual(ACCEPTED);
    expect(bot.turns.applied[0]).toMatchObject({
      key: { conversation: '19:c2f1a0@thread.v2' },
      input: { kind: 'text', text: 'aloita' },
    });
  });

  test('in a channel thread belongs to the thread', async () => {
    expect(await bot.call(teams.channelReply())).toEqual(ACCEPTED);
    expect(bot.turns.applied[0]).toMatchObject({
      key: { conversation: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1736931600000' },
      input: { kind: 'text', text: 'kyllä' },
    });
  });

  test('that does not address the bot is left alone in a group', async () => {
    expect(await bot.call(teams.groupTalk())).toEqual(ACCEPTED);
    const other = { type: 'mention', mentioned: { id: '29:someone' }, text: '<at>Matti</at>' };
    expect(await bot.call(teams.groupTalk({ text: '<at>Matti</at> hei', entities: [other] }))).toEqual(
      ACCEPTED,
    );
    expect(bot.turns.applied).toEqual([]);
    expect(bot.connector.sent).toEqual([]);
  });

  test('that holds the mention alone calls the bot', async () => {
    await bot.call(teams.groupMention({ text: '<at>Porrasbotti</at>&nbsp; ' }));
    expect(bot.turns.applied[0]).toMatchObject({ input: { kind: 'called' }, place: 'group' });
  });

  test('that holds the mention and a file is unreadable', async () => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'https://x.example/y.png' }];
    await bot.call(teams.groupMention({ text: '<at>Porrasbotti</at>', attachments }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'unreadable' });
  });

  test.each([
    ['tulos ABCD-2345', 'ABCD-2345'],
    ['abcd-2345', 'ABCD-2345'],
    ['Resultat: wxyz-9999', 'WXYZ-9999'],
    ['näytä tulos ABCD-2345', 'ABCD-2345'],
  ])('in a group that reads "%s" asks for a shared result', async (text, code) => {
    await bot.call(teams.groupMention({ text: `<at>Porrasbotti</at> ${text}` }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'share-code', code });
  });

  test.each(['tulos ABCD-234', 'tulos ABCDE-2345', 'tulos', 'tulos ABCD-2310'])(
    'in a group that reads "%s" is text',
    async text => {
      await bot.call(teams.groupMention({ text: `<at>Porrasbotti</at> ${text}` }));
      expect(bot.turns.applied[0]?.input).toEqual({ kind: 'text', text });
    },
  );

  test('in a personal chat never asks for a shared result', async () => {
    await bot.call(teams.personalMessage({ text: 'tulos ABCD-2345' }));
    expect(bot.turns.applied[0]).toMatchObject({
      input: { kind: 'text', text: 'tulos ABCD-2345' },
      place: 'personal',
    });
  });

  test('takes patterns in a mention for plain text', async () => {
    const mention = { type: 'mention', mentioned: { id: BOT }, text: '.*$&(' };
    await bot.call(teams.groupMention({ text: '.*$&( hei .*$&(', entities: [mention] }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'text', text: 'hei' });
  });

  test('without text, such as a file or a sticker, is unreadable', async () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} }];
    await bot.call(teams.personalMessage({ text: undefined, attachments }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'unreadable' });
  });

  test('is read only as far as an answer may reach', async () => {
    await bot.call(teams.personalMessage({ text: 'x'.repeat(100_000) }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'text', text: 'x'.repeat(4000) });
  });
});

describe('a press on a card', () => {
  test('is read by its data', async () => {
    expect(await bot.call(teams.press(press))).toEqual(ACCEPTED);
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'press', press });
  });

  test('needs no mention in a group', async () => {
    const conversation = { isGroup: true, conversationType: 'groupChat', id: '19:c2f1a0@thread.v2' };
    await bot.call(teams.press(press, { conversation }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'press', press });
  });

  test('may carry what Teams adds for itself', async () => {
    const form = { do: 'form', step: 'phases', nonce: 'a2', 'phase-decision': 'full' };
    await bot.call(teams.press({ ...form, msteams: { type: 'messageBack' } }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'press', press: form });
  });

  test.each([
    ['an unknown act', { do: 'delete-everything' }],
    ['a step that is no id', { ...press, step: '../../x' }],
    ['a value of another kind', { ...press, value: { deep: [] } }],
    ['a prototype', JSON.parse('{"__proto__":{"do":"answer"},"constructor":{"name":"x"}}')],
    ['an empty object', {}],
    ['a list', [press]],
    ['text', 'answer'],
    ['a number', 7],
    ['true', true],
    ['null', null],
  ])('with %s is unreadable', async (_, value) => {
    expect(await bot.call(teams.press(value))).toEqual(ACCEPTED);
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'unreadable' });
    expect(({} as { do?: unknown }).do).toBeUndefined();
  });

  test('with words beside data that no button of ours sends is heard as the words', async () => {
    await bot.call(teams.press({ action: 'other' }, { text: 'kyllä' }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'text', text: 'kyllä' });
  });
});

describe('the beginning of a conversation', () => {
  test('is the installation in a personal chat', async () => {
    expect(await bot.call(teams.installation('add'))).toEqual(ACCEPTED);
    expect(bot.turns.applied[0]).toMatchObject({ input: { kind: 'joined', locale: 'fi' }, locale: 'fi' });
  });

  test('is told twice by Teams and greeted once', async () => {
    await bot.call(teams.membersAdded([BOT, USER]));
    await bot.call(teams.installation('add'));
    await bot.connector.received(1);
    expect(bot.turns.applied).toHaveLength(1);
    expect(bot.connector.sent).toHaveLength(1);
  });

  test('is told again on another day, when the app is added anew', async () => {
    await bot.call(teams.installation('add'));
    bot.clock.now += 24 * 3_600_000;
    await bot.call(teams.installation('add'));
    expect(bot.turns.applied).toHaveLength(2);
  });

  test('is not that of the bot alone', async () => {
    expect(await bot.call(teams.membersAdded([BOT]))).toEqual(ACCEPTED);
    expect(await bot.call(teams.membersAdded([]))).toEqual(ACCEPTED);
    expect(bot.turns.applied).toEqual([]);
  });

  test('is not every newcomer to a channel', async () => {
    expect(await bot.call(teams.channelMembersAdded([USER]))).toEqual(ACCEPTED);
    expect(bot.turns.applied).toEqual([]);
  });

  test('is the installation in a team', async () => {
    const conversation = { isGroup: true, conversationType: 'channel', id: '19:x@thread.tacv2' };
    await bot.call(teams.installation('add', { conversation }));
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'joined', locale: 'fi' });
  });

  test.each(['remove', 'add-upgrade', 'remove-upgrade', 'other'])(
    'is not the installation update %s',
    async action => {
      expect(await bot.call(teams.installation(action))).toEqual(ACCEPTED);
      expect(bot.turns.applied).toEqual([]);
    },
  );
});

describe('what says nothing to the conversation is accepted and changes nothing', () => {
  const types = [
    'typing',
    'endOfConversation',
    'messageDelete',
    'event',
    'trace',
    'command',
    'handoff',
    'new',
  ];
  const silent: readonly [name: string, activity: () => object][] = [
    ['a reaction', () => teams.reaction()],
    ...types.map((type): [string, () => object] => [type, () => teams.other(type)]),
  ];

  test.each(silent)('%s', async (_, activity) => {
    expect(await bot.call(activity())).toEqual(ACCEPTED);
    expect(await bot.call({ ...activity(), deliveryMode: 'expectReplies' })).toEqual({
      status: 200,
      body: { activities: [] },
    });
    expect(bot.turns.applied).toEqual([]);
    expect(bot.connector.sent).toEqual([]);
  });
});

describe('an invoke', () => {
  test.each(['task/fetch', 'composeExtension/query', 'signin/verifyState', 'fileConsent/invoke', ''])(
    '%j is not offered',
    async name => {
      expect(await bot.call(teams.invoke(name, {}))).toEqual(problem('invoke-unsupported'));
      expect(bot.turns.applied).toEqual([]);
    },
  );

  test("from a card's Execute action is a press, answered as Teams expects", async () => {
    const answer = await bot.call(
      teams.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: press } }),
    );
    expect(answer).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
    });
    expect(bot.turns.applied[0]?.input).toEqual({ kind: 'press', press });
  });
});

describe('the language of a new conversation', () => {
  test.each([
    ['the activity', { locale: 'en-GB', entities: [] }, 'en'],
    [
      "the client's details when the activity has none",
      { locale: undefined, entities: [{ type: 'clientInfo', locale: 'sv-FI' }] },
      'sv',
    ],
    [
      "the client's details when the activity's is none of ours",
      { locale: 'de-DE', entities: [{ type: 'clientInfo', locale: 'sv-FI' }] },
      'sv',
    ],
    [
      'the default otherwise',
      { locale: 'de-DE', entities: [{ type: 'clientInfo', locale: 'et-EE' }, null, 7] },
      'fi',
    ],
    ['the default when nothing is told', { locale: null, entities: null }, 'fi'],
  ])('comes from %s', async (_, fields, locale) => {
    await bot.call(teams.personalMessage(fields));
    expect(bot.turns.applied[0]?.locale).toBe(locale);
  });
});

test("a hosted Direct Line's conversation is never one of our own web chat's", async () => {
  await bot.call(teams.personalMessage({ channelId: 'directline', conversation: { id: 'abc' } }));
  expect(bot.turns.applied[0]?.key).toEqual({ channel: 'hosted-directline', conversation: 'abc' });
  await expect.poll(() => bot.turns.waiting()).toEqual([]);
});

describe('the screen', () => {
  test.each([
    ['msteams', 'teams'],
    ['webchat', 'cards'],
    ['directline', 'cards'],
    ['sms', 'text'],
  ])('of %s is %s', async (channelId, screen) => {
    await bot.call(teams.personalMessage({ channelId }));
    const [sent] = await bot.connector.received(1);
    expect(sent?.activity.text).toBe(`${screen} contact`);
  });
});

describe('an activity that is not one: 400 with the field', () => {
  const wrong: readonly [name: string, change: Readonly<Record<string, unknown>>, field: string][] = [
    ['no type', { type: undefined }, 'type'],
    ['a type that is a number', { type: 7 }, 'type'],
    ['an empty type', { type: '' }, 'type'],
    ['no channel', { channelId: undefined }, 'channelId'],
    ['a channel of null', { channelId: null }, 'channelId'],
    ['a channel with a line break', { channelId: 'msteams\nx' }, 'channelId'],
    ['a channel with a path', { channelId: '../msteams' }, 'channelId'],
    ['no service address', { serviceUrl: undefined }, 'serviceUrl'],
    ['a service address in a list', { serviceUrl: [] }, 'serviceUrl'],
    ['no conversation', { conversation: undefined }, 'conversation'],
    ['a conversation without an id', { conversation: {} }, 'conversation.id'],
    ['a conversation id of null', { conversation: { id: null } }, 'conversation.id'],
    ['a conversation id that is empty', { conversation: { id: '' } }, 'conversation.id'],
    ['a conversation id that climbs', { conversation: { id: '..' } }, 'conversation.id'],
    ['a conversation id of 4 KB', { conversation: { id: 'x'.repeat(4096) } }, 'conversation.id'],
    ['no sender', { from: undefined }, 'from'],
    ['a sender without an id', { from: { name: 'x' } }, 'from.id'],
    ['no recipient', { recipient: undefined }, 'recipient'],
    ['a recipient that is text', { recipient: 'bot' }, 'recipient'],
    ['no id', { id: undefined }, 'id'],
    ['an id that is a number', { id: 1 }, 'id'],
    ['an empty id', { id: '' }, 'id'],
    ['text that is an object', { text: {} }, 'text'],
    ['a locale that is a number', { locale: 7 }, 'locale'],
    ['entities that are an object', { entities: {} }, 'entities'],
    ['a delivery mode that is an object', { deliveryMode: {} }, 'deliveryMode'],
    ['an id that it answers which is a list', { replyToId: [] }, 'replyToId'],
  ];

  test.each(wrong)('%s', async (_, change, field) => {
    expect(await bot.call(teams.personalMessage(change))).toEqual(problem('activity-invalid', { field }));
    expect(bot.turns.applied).toEqual([]);
  });

  test.each([undefined, null, 'text', 7, true, [], [[]], {}])('a body that is %j', async body => {
    const answer = await bot.call(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'activity-invalid' } });
  });

  test('members added that are no list', async () => {
    expect((await bot.call({ ...teams.membersAdded([]), membersAdded: {} })).status).toBe(400);
    expect((await bot.call({ ...teams.membersAdded([]), membersAdded: [null] })).status).toBe(400);
  });
});

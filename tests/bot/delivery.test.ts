import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Said } from '../../src/conversation/reply.ts';
import { type BotUnderTest, START, startBot } from './bot-under-test.ts';
import { BOT, teamsActivities, USER } from './teams-activities.ts';

let bot: BotUnderTest;
let teams: ReturnType<typeof teamsActivities>;

beforeEach(async () => {
  bot = await startBot();
  teams = teamsActivities(bot.connector.serviceUrl);
});
afterEach(() => bot.close());

const CONTACT: Said = { locale: 'fi', reply: { kind: 'contact' } };
const HUMAN: Said = { locale: 'fi', reply: { kind: 'human' } };
/** From this age on replies may be sent by any process. */
const SETTLED_MS = 180_000;
const PAUSES = [1000, 2000, 4000, 8000, 16_000];

/** Resolves when nothing is waiting in the outbox. */
async function delivered(): Promise<void> {
  await expect.poll(() => bot.turns.waiting()).toEqual([]);
}

/** Resolves when the bot has come to rest with replies left over. */
async function gaveUp(calls: number): Promise<void> {
  await expect.poll(() => bot.connector.sent.length).toBe(calls);
  bot.clock.now += SETTLED_MS;
  await bot.sweep();
}

describe('replies', () => {
  test('go to the conversation, from the bot to the person, in answer to what was said', async () => {
    await bot.call(teams.personalMessage());
    const [sent] = await bot.connector.received(1);
    expect(sent).toMatchObject({
      method: 'POST',
      path: '/teams/v3/conversations/a%3A1pL6i0oY3C0K8oAj8/activities/1736931600100',
      authorization: 'Bearer token-of-the-bot',
      activity: {
        type: 'message',
        text: 'teams contact',
        locale: 'fi',
        channelId: 'msteams',
        serviceUrl: bot.connector.serviceUrl,
        conversation: { id: 'a:1pL6i0oY3C0K8oAj8', conversationType: 'personal' },
        from: { id: BOT },
        recipient: { id: USER },
        replyToId: '1736931600100',
      },
    });
    await delivered();
  });

  test('go to the thread they were asked in', async () => {
    await bot.call(teams.channelReply());
    const [sent] = await bot.connector.received(1);
    expect(sent?.path).toContain('tacv2%3Bmessageid%3D1736931600000/activities/');
  });

  test('to an event answer no message, since there is none', async () => {
    await bot.call(teams.installation('add'));
    const [sent] = await bot.connector.received(1);
    expect(sent?.path).toBe('/teams/v3/conversations/a%3A1pL6i0oY3C0K8oAj8/activities');
    expect(sent?.activity.replyToId).toBeUndefined();
  });

  test('arrive in the order they were said, and nothing keeps the names of people', async () => {
    bot.turns.say = () => [CONTACT, HUMAN, CONTACT];
    await bot.call(teams.personalMessage());
    await bot.call(teams.personalMessage({ id: '2' }));
    const sent = await bot.connector.received(6);
    expect(sent.map(({ activity }) => [activity.replyToId, activity.text])).toEqual([
      ['1736931600100', 'teams contact'],
      ['1736931600100', 'teams human'],
      ['1736931600100', 'teams contact'],
      ['2', 'teams contact'],
      ['2', 'teams human'],
      ['2', 'teams contact'],
    ]);
    expect(JSON.stringify([sent, bot.turns.applied, bot.logged])).not.toContain('Virtanen');
  });

  test('are sent once when the channel delivers the same message twice', async () => {
    await Promise.all([bot.call(teams.personalMessage()), bot.call(teams.personalMessage())]);
    await bot.call(teams.personalMessage());
    await delivered();
    expect(bot.turns.applied).toHaveLength(1);
    expect(bot.connector.sent).toHaveLength(1);
  });

  test('are not waited for by the channel', async () => {
    bot.connector.answer = () => 'hang';
    expect(await bot.call(teams.personalMessage())).toEqual({ status: 200 });
    expect(await bot.turns.waiting()).toHaveLength(1);
  });
});

describe('a caller that expects the replies in the answer', () => {
  const expecting = (fields: Readonly<Record<string, unknown>> = {}) =>
    teams.personalMessage({ deliveryMode: 'expectReplies', ...fields });

  test('gets them there, and nothing is sent', async () => {
    bot.turns.say = () => [CONTACT, HUMAN];
    const { status, body } = await bot.call(expecting());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      activities: [
        { type: 'message', text: 'teams contact', from: { id: BOT }, recipient: { id: USER } },
        { type: 'message', text: 'teams human', replyToId: '1736931600100' },
      ],
    });
    expect(bot.turns.applied[0]?.out).toEqual({ to: 'caller' });
    expect(bot.connector.sent).toEqual([]);
    expect(await bot.turns.waiting()).toEqual([]);
  });

  test('gets the same again when it asks again', async () => {
    const first = await bot.call(expecting());
    expect(await bot.call(expecting())).toEqual(first);
    expect(bot.turns.applied).toHaveLength(1);
  });

  test('gets none when there is nothing to say', async () => {
    bot.turns.say = () => [];
    expect(await bot.call(expecting())).toEqual({ status: 200, body: { activities: [] } });
  });
});

describe('an answered question in Teams', () => {
  const answered: Said = {
    locale: 'fi',
    reply: {
      kind: 'answered',
      dialog: 'quick-check',
      version: '1',
      step: 'need',
      replaces: 'a1',
      progress: { answered: 1, total: 13, position: 1 },
      values: {},
      skipped: false,
    },
  };
  const press = { do: 'answer', step: 'need', nonce: 'a1', value: 'yes' };

  beforeEach(() => {
    bot.turns.say = () => [answered, CONTACT];
  });

  test('takes the place of the card whose button was pressed', async () => {
    await bot.call(teams.press(press));
    const sent = await bot.connector.received(2);
    expect(sent.map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual([
      ['PUT', '1736931600150'],
      ['POST', '1736931600200'],
    ]);
    expect(sent[0]?.activity).toMatchObject({ id: '1736931600150', text: 'teams answered' });
    expect(sent[1]?.activity.id).toBeUndefined();
  });

  test('is said anew when the card cannot be replaced', async () => {
    bot.connector.answer = ({ method }) => ({ status: method === 'PUT' ? 404 : 201 });
    await bot.call(teams.press(press));
    const sent = await bot.connector.received(3);
    expect(sent.map(({ method, activity }) => [method, activity.text])).toEqual([
      ['PUT', 'teams answered'],
      ['POST', 'teams answered'],
      ['POST', 'teams contact'],
    ]);
    expect(sent[1]?.activity.id).toBeUndefined();
    await delivered();
  });

  test.each([
    ["another question's card was pressed", () => teams.press({ ...press, nonce: 'zz' })],
    ['it was typed', () => teams.personalMessage({ replyToId: '1736931600150' })],
    ['the channel cannot replace cards', () => teams.press(press, { channelId: 'webchat' })],
  ])('is said anew when %s', async (_, activity) => {
    await bot.call(activity());
    const sent = await bot.connector.received(2);
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });
});

describe("when the channel's service refuses", () => {
  test.each([408, 412, 429, 500, 502, 503, 504, 401])(
    'with %i, the reply is sent again after growing pauses',
    async status => {
      bot.connector.answer = (_, count) => ({ status: count <= 4 ? status : 201 });
      await bot.call(teams.personalMessage());
      await bot.connector.received(5);
      await delivered();
      expect(bot.slept).toEqual(PAUSES.slice(0, 4));
      expect(bot.connector.sent).toHaveLength(5);
    },
  );

  test('pauses are stretched at random, by up to a half', async () => {
    await bot.close();
    bot = await startBot({ outside: { random: () => 0.999 } });
    bot.connector.answer = (_, count) => ({ status: count <= 2 ? 429 : 201 });
    await bot.call(teamsActivities(bot.connector.serviceUrl).personalMessage());
    await bot.connector.received(3);
    expect(bot.slept.map(Math.round)).toEqual([1500, 2999]);
  });

  test('the pause it asks for is kept', async () => {
    bot.connector.answer = (_, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '7' } } : { status: 201 };
    await bot.call(teams.personalMessage());
    await bot.connector.received(2);
    expect(bot.slept).toEqual([7000]);
  });

  test('a pause of hours is left to the sweeper', async () => {
    bot.connector.answer = (_, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '7200' } } : { status: 201 };
    await bot.call(teams.personalMessage());
    await bot.connector.received(1);
    bot.clock.now += SETTLED_MS;
    await bot.sweep();
    expect(bot.slept).toEqual([]);
    await delivered();
  });

  test('for long, the reply stays in the outbox until a sweep', async () => {
    bot.connector.answer = () => ({ status: 502 });
    await bot.call(teams.personalMessage());
    await gaveUp(6);
    expect(bot.slept).toEqual(PAUSES);
    expect(await bot.turns.waiting()).toHaveLength(1);
    expect(bot.connector.sent).toHaveLength(7);
    bot.connector.answer = () => ({ status: 201 });
    await bot.sweep();
    await delivered();
  });

  test('older replies go before newer ones', async () => {
    bot.connector.answer = () => ({ status: 502 });
    await bot.call(teams.personalMessage());
    await gaveUp(6);
    bot.connector.answer = () => ({ status: 201 });
    const before = bot.connector.sent.length;
    await bot.call(teams.personalMessage({ id: '2' }));
    const sent = await bot.connector.received(before + 2);
    expect(sent.slice(before).map(({ activity }) => activity.replyToId)).toEqual(['1736931600100', '2']);
    await delivered();
  });

  test('by hanging, it is given up on and asked again', async () => {
    bot.connector.answer = (_, count) => (count === 1 ? 'hang' : { status: 201 });
    await bot.call(teams.personalMessage());
    await bot.connector.received(2);
    await delivered();
    expect(bot.slept).toEqual([1000]);
  });

  test.each([403, 404])('with %i, nothing more is sent to that conversation for this turn', async status => {
    bot.turns.say = () => [CONTACT, HUMAN];
    bot.connector.answer = () => ({ status });
    await bot.call(teams.personalMessage());
    await delivered();
    expect(bot.connector.sent).toHaveLength(1);
    expect(bot.slept).toEqual([]);
  });

  test.each([400, 413, 422, 302])('with %i, that reply is dropped and the next one sent', async status => {
    bot.turns.say = () => [CONTACT, HUMAN];
    bot.connector.answer = (_, count) => ({ status: count === 1 ? status : 201 });
    await bot.call(teams.personalMessage());
    await delivered();
    expect(bot.connector.sent.map(({ activity }) => activity.text)).toEqual(['teams contact', 'teams human']);
  });

  test('one conversation, the others go on', async () => {
    bot.connector.answer = ({ path }) => ({ status: path.includes('a%3A1pL') ? 502 : 201 });
    await bot.call(teams.personalMessage());
    await bot.call(teams.groupMention());
    await bot.connector.received(7);
    await bot.sweep();
    await expect.poll(() => bot.turns.waiting()).toHaveLength(1);
  });

  test('without a token nothing is sent, and nothing is lost', async () => {
    await bot.close();
    bot = await startBot({ outside: { accessToken: () => Promise.reject(new Error('no network')) } });
    await bot.call(teamsActivities(bot.connector.serviceUrl).personalMessage());
    await expect.poll(() => bot.slept).toEqual(PAUSES);
    await expect.poll(() => JSON.stringify(bot.logged)).toContain('"code":"reply-waits","reason":"no-token"');
    expect(bot.connector.sent).toEqual([]);
    expect(await bot.turns.waiting()).toHaveLength(1);
  });

  test.each([
    [502, 'reply-waits'],
    [403, 'conversation-gone'],
    [400, 'reply-dropped'],
  ])('with %i, the log says %s and nothing about the people', async (status, code) => {
    bot.connector.answer = () => ({ status });
    await bot.call(teams.personalMessage());
    await expect.poll(() => bot.logged).toHaveLength(1);
    expect(bot.logged).toMatchObject([{ fields: { code, reason: `status-${status}` } }]);
  });
});

describe('a crowd', () => {
  test('makes callers wait for their replies to leave, but never long', async () => {
    await bot.close();
    bot = await startBot({ outside: { sendTimeoutMs: 60_000 } });
    teams = teamsActivities(bot.connector.serviceUrl);
    bot.connector.answer = () => 'hang';
    for (let person = 0; person < 500; person++) {
      await bot.call(teams.personalMessage({ conversation: { id: `a:${person}` } }));
    }
    expect(bot.slept).toEqual([]);
    expect(await bot.call(teams.personalMessage())).toEqual({ status: 200 });
    expect(bot.slept).toEqual([10_000]);
    await bot.connector.received(256);
    await bot.connector.close();
  });
});

describe('a sweep', () => {
  test('asked for while one runs is that one', async () => {
    await Promise.all([bot.sweep(), bot.sweep(), bot.sweep()]);
    expect(bot.turns.sweeps).toBe(1);
    await bot.sweep();
    expect(bot.turns.sweeps).toBe(2);
  });

  test('sends what a crash left behind', async () => {
    const { turns } = bot;
    const reference = {
      channelId: 'msteams',
      serviceUrl: bot.connector.serviceUrl,
      conversation: { id: 'a:crashed' },
      bot: BOT,
      user: USER,
      at: START,
    };
    await turns.process({
      key: { channel: 'msteams', conversation: 'a:crashed' },
      deliveryId: '1',
      input: { kind: 'text', text: 'hei' },
      locale: 'fi',
      out: { to: 'outbox', reference: JSON.stringify(reference) },
    });
    await bot.sweep();
    expect(bot.connector.sent).toEqual([]);
    bot.clock.now += SETTLED_MS;
    await bot.sweep();
    expect(bot.connector.sent.map(({ path }) => path)).toEqual([
      '/teams/v3/conversations/a%3Acrashed/activities',
    ]);
    expect(await turns.waiting()).toEqual([]);
  });

  test('drops what came more than a day ago', async () => {
    bot.connector.answer = () => ({ status: 502 });
    await bot.call(teams.personalMessage());
    await gaveUp(6);
    const before = bot.connector.sent.length;
    bot.clock.now += 24 * 3_600_000 + 1;
    await bot.sweep();
    expect(await bot.turns.waiting()).toEqual([]);
    expect(bot.connector.sent).toHaveLength(before);
  });

  test('drops what cannot be read, and what would go to a host that is not trusted', async () => {
    const reference = {
      channelId: 'msteams',
      serviceUrl: 'https://replies.example.org/',
      conversation: { id: 'x' },
      bot: BOT,
      user: USER,
      at: START,
    };
    for (const [deliveryId, out] of [
      ['1', 'nonsense'],
      ['2', '{}'],
      ['3', JSON.stringify(reference)],
    ] as const) {
      await bot.turns.process({
        key: { channel: 'msteams', conversation: 'x' },
        deliveryId,
        input: { kind: 'text', text: 'hei' },
        locale: 'fi',
        out: { to: 'outbox', reference: out },
      });
    }
    bot.clock.now += SETTLED_MS;
    await bot.sweep();
    expect(await bot.turns.waiting()).toEqual([]);
    expect(bot.connector.sent).toEqual([]);
  });
});

describe('two bots on one store', () => {
  let other: BotUnderTest;
  beforeEach(async () => {
    other = await startBot({ beside: bot });
  });
  afterEach(() => other.close());

  /** Leaves one reply in the outbox, as a process does that dies before it is sent. */
  async function leaveBehind(id: string): Promise<void> {
    const kept = bot.turns.say;
    bot.turns.say = () => [CONTACT, HUMAN];
    const { conversation, channelId, serviceUrl } = teams.personalMessage();
    await bot.turns.process({
      key: { channel: channelId, conversation: conversation.id },
      deliveryId: id,
      input: { kind: 'text', text: 'hei' },
      locale: 'fi',
      out: {
        to: 'outbox',
        reference: JSON.stringify({
          channelId,
          serviceUrl,
          conversation,
          bot: BOT,
          user: USER,
          at: bot.clock.now,
        }),
      },
    });
    bot.turns.say = kept;
  }

  test('that sweep at the same time send what was left behind once', async () => {
    await leaveBehind('1');
    bot.clock.now += SETTLED_MS;
    await Promise.all([bot.sweep(), other.sweep(), bot.sweep(), other.sweep()]);
    expect(bot.connector.sent.map(({ activity }) => activity.text)).toEqual(['teams contact', 'teams human']);
    expect(await bot.turns.waiting()).toEqual([]);
  });

  test('leave alone what the other has just saved', async () => {
    await leaveBehind('1');
    bot.clock.now += SETTLED_MS;
    await leaveBehind('2');
    await other.sweep();
    expect(bot.connector.sent).toHaveLength(2);
    expect(await bot.turns.waiting()).toHaveLength(2);
  });

  test('take over from one that was cut off, when its time is over', async () => {
    await leaveBehind('1');
    bot.clock.now += SETTLED_MS;
    const { channelId, conversation } = teams.personalMessage();
    const name = `outbox\n${channelId}\n${conversation.id}`;
    await bot.turns.store.claim(name, 'a process that died', 1);
    await other.sweep();
    expect(bot.connector.sent).toEqual([]);
    await bot.turns.store.release(name, 'a process that died');
    await other.sweep();
    expect(bot.connector.sent).toHaveLength(2);
  });

  test('a process that still tries stops before another may begin', async () => {
    await bot.close();
    bot = await startBot({
      outside: {
        sleep: async ms => {
          bot.clock.now += 10 * ms;
        },
      },
    });
    teams = teamsActivities(bot.connector.serviceUrl);
    bot.connector.answer = () => ({ status: 502 });
    await bot.call(teams.personalMessage());
    await expect.poll(() => JSON.stringify(bot.logged)).toContain('reply-waits');
    expect(bot.clock.now - START).toBeLessThan(SETTLED_MS);
    expect(bot.connector.sent.length).toBeLessThan(6);
  });

  test('a new reply is sent though the other is at the older ones', async () => {
    bot.connector.answer = () => ({ status: 502 });
    await bot.call(teams.personalMessage());
    await gaveUp(6);
    bot.connector.answer = () => ({ status: 201 });
    const { channelId, conversation } = teams.personalMessage();
    await bot.turns.store.claim(`outbox\n${channelId}\n${conversation.id}`, 'the other', 1);
    const before = bot.connector.sent.length;
    await bot.call(teams.personalMessage({ id: '2' }));
    const sent = await bot.connector.received(before + 1);
    expect(sent.slice(before).map(({ activity }) => activity.replyToId)).toEqual(['2']);
    await expect.poll(() => bot.turns.waiting()).toHaveLength(1);
  });
});

describe('who answered', () => {
  const answered: Said = {
    locale: 'fi',
    reply: {
      kind: 'answered',
      dialog: 'quick-check',
      version: '1',
      step: 'need',
      replaces: 'a1',
      progress: { answered: 1, total: 13, position: 1 },
      values: {},
      skipped: false,
    },
  };
  const press = { do: 'answer', step: 'need', nonce: 'a1', value: 'yes' };
  const group = () => ({ conversation: teams.groupMention().conversation });

  beforeEach(() => {
    bot.turns.say = () => [answered];
  });

  test('is told to a group, kept beside the reply until it has arrived, and nowhere else', async () => {
    bot.connector.answer = () => ({ status: 502 });
    await bot.call(teams.press(press, group()));
    await gaveUp(6);
    expect(JSON.stringify(await bot.turns.waiting())).toContain('Aino Virtanen');
    expect(JSON.stringify(bot.turns.applied.map(({ out, ...rest }) => rest))).not.toContain('Virtanen');
    bot.connector.answer = () => ({ status: 201 });
    await bot.sweep();
    expect(bot.connector.sent.at(-1)?.activity.text).toBe('teams answered Aino Virtanen');
    expect(await bot.turns.waiting()).toEqual([]);
    expect(JSON.stringify(bot.logged)).not.toContain('Virtanen');
  });

  test('is told in the answer too', async () => {
    const { body } = await bot.call(teams.press(press, { ...group(), deliveryMode: 'expectReplies' }));
    expect(body).toMatchObject({ activities: [{ text: 'teams answered Aino Virtanen' }] });
  });

  test('is not told in a personal chat', async () => {
    await bot.call(teams.press(press));
    const [sent] = await bot.connector.received(1);
    expect(JSON.stringify([sent, bot.turns.applied])).not.toContain('Virtanen');
  });

  test.each([
    ['\u202eAino\u0000\n  Virtanen ', ' Aino Virtanen'],
    ['x'.repeat(5000), ` ${'x'.repeat(60)}`],
    ['\u200b \n', ''],
    ['', ''],
    [undefined, ''],
    [null, ''],
    [7, ''],
  ])('with the name %j is "%s"', async (name, shown) => {
    await bot.call(teams.press(press, { ...group(), from: { id: USER, name } }));
    const [sent] = await bot.connector.received(1);
    expect(sent?.activity.text).toBe(`teams answered${shown}`);
  });
});

describe('a turn that was not saved', () => {
  test.each([
    ['busy', 503, 'busy'],
    ['unavailable', 503, 'unavailable'],
    ['throw', 500, 'failed'],
  ] as const)('%s: %i with a code and a reference, and the person is told', async (trouble, status, code) => {
    bot.turns.trouble = trouble;
    expect(await bot.call(teams.personalMessage())).toMatchObject({
      status,
      body: { error: { code, reference: 'reference-1' } },
    });
    const [sent] = await bot.connector.received(1);
    expect(sent?.activity.text).toBe('sorry reference-1');
    expect(JSON.stringify(bot.logged)).not.toContain('secret words');
  });

  test('is applied when the channel tries again', async () => {
    bot.turns.trouble = 'unavailable';
    await bot.call(teams.personalMessage());
    bot.turns.trouble = 'none';
    expect(await bot.call(teams.personalMessage())).toEqual({ status: 200 });
    expect(bot.turns.applied).toHaveLength(1);
  });

  test('is told in the answer alone to a caller that expects replies there', async () => {
    bot.turns.trouble = 'unavailable';
    expect((await bot.call(teams.personalMessage({ deliveryMode: 'expectReplies' }))).status).toBe(503);
    expect(bot.connector.sent).toEqual([]);
  });
});

describe('closing', () => {
  test('ends the waiting and leaves the rest in the outbox', async () => {
    const waiting = await startBot({
      beside: bot,
      outside: {
        sleep: (_, signal) => new Promise(resolve => signal.addEventListener('abort', () => resolve())),
      },
    });
    bot.connector.answer = () => ({ status: 502 });
    await waiting.call(teams.personalMessage());
    await bot.connector.received(1);
    await waiting.close();
    expect(await bot.turns.waiting()).toHaveLength(1);
    expect(bot.connector.sent).toHaveLength(1);
  });
});

describe('an app that is taken out of a conversation', () => {
  test('is answered while replies are still being tried, and nothing more of them is sent', async () => {
    const waits: (() => void)[] = [];
    const sleep = () => new Promise<void>(resolve => waits.push(resolve));
    const patient = await startBot({ outside: { sleep } });
    const { connector } = patient;
    const here = teamsActivities(connector.serviceUrl);
    try {
      connector.answer = () => ({ status: 503 });
      await patient.call(here.personalMessage());
      await expect.poll(() => waits).toHaveLength(1);
      for (const id of ['2', '3']) await patient.call(here.personalMessage({ id }));
      await patient.call(here.installation('remove'));
      expect(await patient.turns.waiting()).toEqual([]);

      connector.answer = () => ({ status: 201 });
      await patient.call(here.installation('add'));
      waits[0]?.();
      const sent = await connector.received(3);
      expect(sent.map(({ activity }) => activity.replyToId)).toEqual([
        '1736931600100',
        '1736931600100',
        undefined,
      ]);
    } finally {
      for (const wake of waits) wake();
      await patient.close();
    }
  });
});

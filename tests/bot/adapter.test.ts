/** The door of Bot Framework, as a developer of the SDK uses it. */
import { type Activity, BotAdapter, type Middleware, TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

let connector: RecordingConnector;
let bot: RealBot;
let teams: ReturnType<typeof teamsActivities>;
let aino: TeamsPerson;

beforeEach(async () => {
  connector = await startRecordingConnector();
  bot = await startRealBot(connector);
  teams = teamsActivities(connector.serviceUrl);
  aino = teamsPerson(bot, connector, (value, fields) => teams.press(value, fields));
});
afterEach(async () => {
  await bot.close();
  await connector.close();
});

interface Seen {
  readonly way: 'in' | 'out' | 'update';
  readonly activity: Partial<Activity>;
}

/** Middleware as the SDK's samples write it: a transcript of both ways. */
function transcript(seen: Seen[]): Middleware {
  return {
    async onTurn(context, next) {
      seen.push({ way: 'in', activity: { ...context.activity } });
      context.onSendActivities(async (_, activities, send) => {
        seen.push(...activities.map(activity => ({ way: 'out', activity: { ...activity } }) as const));
        return send();
      });
      context.onUpdateActivity(async (_, activity, update) => {
        seen.push({ way: 'update', activity: { ...activity } });
        return update();
      });
      await next();
    },
  };
}

const textOf = ({ activity }: Seen) => activity.summary ?? activity.text;
const ANSWERS = [{ do: 'form' }, { do: 'answer', value: 'yes' }, { do: 'answer', value: 'unknown' }];

describe('middleware', () => {
  test('sees every activity of a quick check, in and out', async () => {
    const seen: Seen[] = [];
    expect(bot.adapter).toBeInstanceOf(BotAdapter);
    bot.adapter.use(transcript(seen));
    await aino.do(teams.installation('add'));
    await aino.press({ do: 'command', name: 'start' });
    for (let question = 1; !aino.offers({ do: 'go' }); question += 1) {
      expect(question).toBeLessThanOrEqual(14);
      await aino.press(ANSWERS.find(answer => aino.offers(answer)) ?? { do: 'answer' });
    }
    await aino.press({ do: 'command', name: 'finish' });
    const came = seen.filter(({ way }) => way === 'in').map(({ activity }) => activity.type);
    expect(came).toEqual(['installationUpdate', ...Array.from({ length: 15 }, () => 'message')]);
    const left = seen.filter(({ way }) => way !== 'in');
    expect(left.map(textOf)).toEqual(aino.all.map(({ activity }) => activity.summary ?? activity.text));
    expect(left.map(({ way }) => way)).toEqual(
      aino.all.map(({ method }) => (method === 'PUT' ? 'update' : 'out')),
    );
    expect(left.length).toBeGreaterThan(28);
  });

  test('may change what comes in and what goes out', async () => {
    bot.adapter.use(async (context, next) => {
      if (context.activity.text === 'käynnistä') context.activity.text = 'aloita';
      context.onSendActivities(async (_, activities, send) => {
        for (const activity of activities) activity.summary = `${activity.summary} (näytetty)`;
        return send();
      });
      await next();
    });
    await aino.do(teams.personalMessage({ text: 'käynnistä' }));
    expect(aino.seen.map(({ activity }) => activity.summary)).toEqual([
      expect.stringMatching(/Kysymys 1\/\d+.*\(näytetty\)$/s),
    ]);
  });

  test('may stop a turn: it is accepted, nothing is said and nothing is kept', async () => {
    bot.adapter.use(async () => {});
    await aino.do(teams.personalMessage({ text: 'aloita' }));
    expect(aino.seen).toEqual([]);
    const { id } = teams.personalMessage().conversation;
    expect((await bot.store.load({ channel: 'msteams', conversation: id })).record).toBeUndefined();
  });

  test('that fails before the turn leaves the activity to be sent again', async () => {
    let failing = true;
    bot.adapter.use(async (_, next) => {
      if (failing) throw new Error('salaisia sanoja');
      await next();
    });
    const message = teams.personalMessage({ text: 'aloita' });
    expect((await bot.call(message)).status).toBe(500);
    expect(JSON.stringify(bot.logged)).not.toContain('salaisia');
    failing = false;
    expect((await bot.call(message)).status).toBe(200);
    await bot.settled();
    expect(connector.sent).toHaveLength(1);
  });

  test('that fails after the turn takes nothing back', async () => {
    bot.adapter.use(async (_, next) => {
      await next();
      throw new Error('late');
    });
    await aino.do(teams.personalMessage({ text: 'aloita' }));
    expect(aino.seen).toHaveLength(1);
    await expect.poll(() => JSON.stringify(bot.logged)).toContain('turn-broken');
  });

  test('sees what a caller gets in the answer', async () => {
    const seen: Seen[] = [];
    bot.adapter.use(transcript(seen));
    const { body } = await bot.call(teams.personalMessage({ text: 'aloita', deliveryMode: 'expectReplies' }));
    expect(seen.map(({ way }) => way)).toEqual(['in', 'out']);
    expect(body).toMatchObject({ activities: [{ summary: seen[1] && textOf(seen[1]) }] });
    expect(connector.sent).toEqual([]);
  });

  test('sees a reminder in a turn of its own, and one sent later too', async () => {
    await aino.do(teams.personalMessage({ text: 'aloita' }));
    await aino.do(teams.personalMessage({ text: 'muistuta minua' }));
    const seen: Seen[] = [];
    bot.adapter.use(transcript(seen));
    bot.clock.now += 8 * 24 * 3_600_000;
    await bot.remind();
    expect(seen.map(({ way, activity }) => [way, activity.name ?? textOf({ way, activity })])).toEqual([
      ['in', 'ContinueConversation'],
      ['out', expect.stringContaining('Muistutus')],
    ]);
  });

  test('may say something of its own, answering what was said', async () => {
    bot.adapter.use(async (context, next) => {
      await context.sendActivity('Hetki…');
      await context.sendTraceActivity('own', {});
      await next();
    });
    const message = teams.personalMessage({ text: 'aloita' });
    await bot.call(message);
    await bot.settled();
    expect(connector.sent.map(({ activity }) => [activity.text ?? 'card', activity.replyToId])).toEqual([
      ['Hetki…', message.id],
      ['card', message.id],
    ]);
  });
});

describe('a conversation continued', () => {
  test('is written to by its reference, and a message there updated and taken away', async () => {
    let reference: ReturnType<typeof TurnContext.getConversationReference> | undefined;
    bot.adapter.use(async (context, next) => {
      if (context.activity.type === 'message')
        reference = TurnContext.getConversationReference(context.activity);
      await next();
    });
    await aino.do(teams.personalMessage({ text: 'aloita' }));
    const before = connector.sent.length;
    await bot.adapter.continueConversationAsync('app', reference ?? {}, async context => {
      const sent = await context.sendActivity('Tiedote');
      await context.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'Korjattu' });
      await context.deleteActivity(sent?.id ?? '');
    });
    const calls = connector.sent
      .slice(before)
      .map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
    const id = `sent-${before + 1}`;
    expect(calls).toEqual([`POST ${reference?.activityId}`, `PUT ${id}`, `DELETE ${id}`]);
  });

  test('never leads to a host that is not trusted', async () => {
    const reference = { serviceUrl: 'https://evil.example/', channelId: 'msteams' };
    const conversation = { id: 'x', isGroup: false, name: '', conversationType: 'personal' };
    const sending = bot.adapter.continueConversation({ ...reference, conversation }, async context => {
      await context.sendActivity('salaisuus');
    });
    await expect(sending).rejects.toThrow('address');
  });
});

describe('onTurnError', () => {
  test('may be of one’s own, and tells the person in the same conversation', async () => {
    bot.adapter.onTurnError = async context => {
      await context.sendActivity('Jokin meni vikaan.');
    };
    bot.adapter.use(async () => {
      throw new Error('broken');
    });
    await bot.call(teams.personalMessage({ text: 'aloita' }));
    expect(connector.sent.map(({ activity }) => activity.text)).toEqual(['Jokin meni vikaan.']);
  });
});

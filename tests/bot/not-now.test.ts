/** What a channel is told over HTTP when its call cannot be taken now: as Bot Framework's errors, in fixed words. */
import { expect, onTestFinished, test } from 'vitest';
import { messagesRoute } from '../../src/http/messages-route.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { type BotUnderTest, startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

const SAID = 'Aino Esimerkki 4711';

/** A server over HTTP that hands all calls to this bot, until the test ends. */
async function served(bot: BotUnderTest): Promise<string> {
  const server = createHttpServer({
    store: await embeddedStore(),
    clientAddress: () => '',
    routes: [messagesRoute({ handle: ({ body }) => bot.call(body) })],
    notFound: () => ({ headers: {}, body: '' }),
    sites: [],
    upgrade: () => undefined,
    onFailure: () => undefined,
  });
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${await server.listen({ host: '127.0.0.1', port: 0 })}`;
}

test.each([
  ['busy', 503, 'Nothing was saved, because the conversation was busy. Please send again.', '1'],
  ['unavailable', 503, 'The conversation cannot be reached at the moment. Please try again.', '2'],
  ['throw', 500, 'Something went wrong here.', null],
] as const)(
  '%s: %i in JSON, with words and when to try again',
  async (trouble, status, message, retryAfter) => {
    const bot = await startBot();
    onTestFinished(() => bot.close());
    const address = await served(bot);
    bot.turns.trouble = trouble;
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage({ text: SAID });
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, from: { ...activity.from, name: SAID } }),
    });
    const text = await response.text();
    const code = trouble === 'throw' ? 'failed' : trouble;
    expect([response.status, JSON.parse(text)]).toEqual([
      status,
      { error: { code, message, reference: 'reference-1' } },
    ]);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const all = JSON.stringify([text, ...response.headers]);
    const secret = [SAID, '4711', 'secret words', activity.conversation.id, activity.from.id];
    expect(secret.filter(word => all.includes(word))).toEqual([]);
  },
);

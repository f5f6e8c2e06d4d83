/** The context sends as the SDK's own does: both run the same steps here, and what can be seen of them is compared. */
import {
  type Activity,
  BotAdapter,
  INVOKE_RESPONSE_KEY,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { PorrasContext } from '../../src/bot/porras-context.ts';

class Recording extends BotAdapter {
  readonly sent: Partial<Activity>[][] = [];

  override sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(activities.map(activity => ({ ...activity })));
    return Promise.resolve(activities.map((_, index) => ({ id: `sent-${this.sent.length}-${index}` })));
  }
  override updateActivity = () => Promise.resolve();
  override deleteActivity = () => Promise.resolve();
  override continueConversation = () => Promise.resolve();
}

const CAME: Partial<Activity> = {
  type: 'message',
  id: 'came-1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/',
  locale: 'fi-FI',
  conversation: { id: 'c1', isGroup: false, name: '', conversationType: 'personal' },
  from: { id: 'person', name: 'Aino' },
  recipient: { id: 'bot', name: 'Porras' },
};

type Steps = (context: TurnContext, told: unknown[]) => Promise<unknown>;

async function seen(Context: typeof TurnContext, came: Partial<Activity>, steps: Steps) {
  const adapter = new Recording();
  const context = new Context(adapter, came);
  const told: unknown[] = [];
  const returned = await steps(context, told);
  return {
    returned,
    told,
    sent: adapter.sent,
    kept: context.bufferedReplyActivities,
    responded: context.responded,
    invoke: context.turnState.get<unknown>(INVOKE_RESPONSE_KEY),
  };
}

const STEPS: [string, Steps][] = [
  ['a text', context => context.sendActivity('Hei')],
  ['a text to be spoken', context => context.sendActivity('Hei', '<speak>Hei</speak>', 'expectingInput')],
  ['an activity with an id of its own', context => context.sendActivity({ id: 'own', text: 'Hei' })],
  ['several', context => context.sendActivities([{ type: 'typing' }, { type: 'message', text: 'Hei' }])],
  ['none', context => context.sendActivities([])],
  ['a trace, which is no response', context => context.sendActivity({ type: 'trace', name: 'own' })],
  ['the answer to an invoke', context => context.sendActivity({ type: 'invokeResponse', value: { a: 1 } })],
  [
    'handlers, the first one outermost',
    (context, told) => {
      for (const name of ['first', 'second'])
        context.onSendActivities(async (_, activities, next) => {
          told.push([name, activities.map(({ text }) => text)]);
          for (const activity of activities) activity.text += ` ${name}`;
          const responses = await next();
          told.push([name, 'after']);
          return responses;
        });
      return context.sendActivity('Hei');
    },
  ],
  [
    'a handler that lets nothing by',
    context => {
      context.onSendActivities(() => Promise.resolve([]));
      return context.sendActivity('Hei');
    },
  ],
];

describe.each([
  ['sent', CAME],
  ['kept for a caller who waits', { ...CAME, deliveryMode: 'expectReplies' }],
])('%s', (_, came) => {
  test.each(STEPS)('%s', async (_, steps) => {
    const [ours, theirs] = [await seen(PorrasContext, came, steps), await seen(TurnContext, came, steps)];
    // Of what is kept the SDK tells no ids.
    const { returned, ...rest } = ours;
    expect(rest).toEqual({ ...theirs, returned: undefined });
    if (came === CAME) expect(returned).toEqual(theirs.returned);
  });
});

test('what a handler throws is thrown to whoever sends', async () => {
  const context = new PorrasContext(new Recording(), CAME);
  context.onSendActivities(() => Promise.reject(new Error('stopped')));
  await expect(context.sendActivity('Hei')).rejects.toThrow('stopped');
});
